import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { takeBuildTurn } from './build-turn.ts';

describe('the turn to build', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'support-tickets-turn-'));
  });
  afterEach(() => rmSync(root, { recursive: true }));

  const nobody = (pid: number): never => {
    throw new Error(`Process ${pid} has it`);
  };

  it('is free in a fresh checkout, and again when it was given back', async () => {
    (await takeBuildTurn(root, nobody)).release();
    (await takeBuildTurn(root, nobody)).release();
  });

  it('is waited for while another start has it, which is told once, and had when that one ends', async () => {
    const script = `import { takeBuildTurn } from '${join(import.meta.dirname, 'build-turn.ts')}';
      await takeBuildTurn('${root}', () => undefined);
      process.stdout.write('mine');
      process.stdin.resume();`;
    const other = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['pipe', 'pipe', 'inherit'],
    });
    await once(other.stdout, 'data');
    const told: number[] = [];
    const { promise: isWaiting, resolve } = Promise.withResolvers<void>();
    const turn = takeBuildTurn(root, (pid) => {
      told.push(pid);
      resolve();
    });
    await isWaiting;
    other.kill('SIGKILL');
    (await turn).release();
    expect(told).toEqual([other.pid]);
  });
});
