import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';

// Compares a freshly generated file with the one in the repository, so that the contract never drifts from the code:
//   node tools/check-committed.ts <generated> <committed>           fails when they differ
//   node tools/check-committed.ts --write <generated> <committed>   brings the committed one up to date
// It compares texts, not the state of git, so it is right in a fresh clone, in a dirty tree and without git at all.

const { values, positionals } = parseArgs({ options: { write: { type: 'boolean' } }, allowPositionals: true });
const [generated, committed] = positionals;
if (generated === undefined || committed === undefined) throw new Error('Name the generated and the committed file');

if (values.write) {
  copyFileSync(generated, committed);
} else if (textOf(generated) !== textOf(committed)) {
  console.error(`${committed} is not what the code generates; run "npm run contract" and commit the result.`);
  process.exitCode = 1;
} else {
  console.log(`${committed} is up to date.`);
}

function textOf(file: string): string | null {
  return existsSync(file) ? readFileSync(file, 'utf8').replaceAll('\r\n', '\n') : null;
}
