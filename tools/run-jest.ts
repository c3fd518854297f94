import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { createRequire } from 'node:module';
import { forgetPostgresVariables } from './postgres/postgres-variables.ts';

// node tools/run-jest.ts <suite> [jest options]: runs Jest on ES modules and leaves its report in dist/reports/<suite>.json.
const [suite, ...jestOptions] = process.argv.slice(2);
if (suite === undefined) throw new Error('Name the suite');

forgetPostgresVariables();
// Jest writes into an existing folder only.
mkdirSync('dist/reports', { recursive: true });
const jest = createRequire(import.meta.url).resolve('jest/bin/jest');
const run = spawnSync(
  process.execPath,
  [
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    jest,
    ...jestOptions,
    '--json',
    `--outputFile=dist/reports/${suite}.json`,
  ],
  { stdio: 'inherit' },
);
process.exitCode = run.status ?? 1;
