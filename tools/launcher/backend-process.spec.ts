import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BackendProcess } from './backend-process.ts';
import { StartError } from './start-error.ts';

describe('a process of the back end', () => {
  const folder = mkdtempSync(join(tmpdir(), 'support-tickets-process-'));
  afterAll(() => rmSync(folder, { recursive: true }));

  /** Starts a process that does what `script` says. */
  const start = (script: string, name: 'API' | 'worker' = 'worker') => {
    const main = join(folder, 'main.mjs');
    writeFileSync(main, script);
    return new BackendProcess({ name, main, environment: { GREETING: 'hello' }, logFile: join(folder, 'the.log') });
  };

  it('tells when it is ready, writes its log, and ends when it is asked to', async () => {
    const process = start(`
      console.log(process.env.GREETING);
      setInterval(() => undefined, 60_000);
      process.send({ ready: true, signIn: [] });`);
    expect(await process.ready()).toEqual([]);
    await process.stop();
    expect(await process.ended).toBe('SIGTERM');
    expect(readFileSync(join(folder, 'the.log'), 'utf8')).toBe('hello\n');
  });

  it('tells in its own last words why it did not start', async () => {
    const process = start(`console.error('Some details.\\nThe job "greet" has no handler.'); process.exitCode = 1;`);
    await expect(process.ready()).rejects.toThrow(new StartError('The job "greet" has no handler.'));
  });

  it.each(['API', 'worker'] as const)('is called by its name when it ends without a word: %s', async (name) => {
    const process = start('', name);
    await expect(process.ready()).rejects.toThrow(`The ${name} ended while starting, without saying why.`);
  });
});
