import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { NX, NX_ENVIRONMENT } from './launcher/nx.ts';
import { print } from './launcher/print.ts';
import { skipLines } from './reports/skipped-tests.ts';
import { tallyStep } from './reports/test-report.ts';

interface Step {
  readonly target: string;
  /** Reports in dist/reports that this step has to leave, one for each suite. */
  readonly suites: readonly string[];
}

const STEPS: readonly Step[] = [
  { target: 'lint', suites: [] },
  { target: 'typecheck', suites: [] },
  { target: 'test', suites: ['backend-unit', 'frontend-unit', 'tools-unit'] },
  { target: 'integration', suites: ['backend-integration'] },
  { target: 'build', suites: [] },
  { target: 'contract', suites: [] },
  { target: 'e2e', suites: ['e2e'] },
];

/** Nx asks its tasks for colours even when nobody is there to see them. */
const PLAIN_TEXT = process.stdout.isTTY ? {} : { FORCE_COLOR: '0' };

const root = resolve(import.meta.dirname, '..');
const reportFolder = join(root, 'dist/reports');

// `npm test`: everything, also after a failing step. Below each step stands what this machine cannot do of it; the last line is the
// sum of all suites.
// Reports of an earlier run must not be counted; Nx puts back those of tasks it takes from its cache.
rmSync(reportFolder, { recursive: true, force: true });
let passed = 0;
let failed = 0;
const lines: string[] = [];
for (const { target, suites } of STEPS) {
  print(`\n━━ ${target}`);
  const exitCode = await runTarget(target);
  const tally = tallyStep(target, { exitCode, reports: new Map(suites.map((suite) => [suite, readReport(suite)])) });
  passed += tally.passed;
  failed += tally.failed;
  lines.push(
    `${tally.failed === 0 ? '✓' : '✗'} ${target}${describe(tally)}`,
    ...skipLines(tally.skipped).map((line) => `  ${line}`),
  );
}
print(`\n${lines.join('\n')}\n`);
process.exitCode = failed === 0 ? 0 : 1;
print(`${passed} passed, ${failed} failed`);

async function runTarget(target: string): Promise<number> {
  const child = spawn(process.execPath, [NX, 'run-many', `--target=${target}`, '--outputStyle=static'], {
    cwd: root,
    env: { ...process.env, ...NX_ENVIRONMENT, ...PLAIN_TEXT },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  return code ?? 1;
}

function readReport(suite: string): string | null {
  const file = join(reportFolder, `${suite}.json`);
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

function describe({ passed, failed, problems }: ReturnType<typeof tallyStep>): string {
  const counts = passed + failed > 0 ? `: ${passed} passed, ${failed} failed` : '';
  return problems.length > 0 ? `${counts} (${problems.join('; ')})` : counts;
}
