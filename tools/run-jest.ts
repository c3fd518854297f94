import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { print } from './launcher/print.ts';
import { forgetPostgresVariables } from './postgres/postgres-variables.ts';
import { skipLines, skippedTests } from './reports/skipped-tests.ts';

// node tools/run-jest.ts <suite> [jest options]: runs Jest on ES modules, tells what it skipped, and leaves its report in
// dist/reports/<suite>.json.
const [suite, ...jestOptions] = process.argv.slice(2);
if (suite === undefined) throw new Error('Name the suite');

forgetPostgresVariables();
// Jest writes into an existing folder only.
mkdirSync('dist/reports', { recursive: true });
const report = `dist/reports/${suite}.json`;
rmSync(report, { force: true });
const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const run = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    jest,
    ...jestOptions,
    '--json',
    `--outputFile=${report}`,
  ],
  { stdio: 'inherit' },
);
if (existsSync(report)) for (const line of skipLines(skippedTests(readFileSync(report, 'utf8')))) print(line);
process.exitCode = run.status ?? 1;
