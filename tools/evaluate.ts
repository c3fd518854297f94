import { join, resolve } from 'node:path';
import { build } from './launcher/nx.ts';
import { runScript } from './launcher/run-script.ts';
import { StartError } from './launcher/start-error.ts';

const root = resolve(import.meta.dirname, '..');
const args = process.argv.slice(2);

// `npm run evaluate`: the desk's own model needs nothing but its source; to ask an LLM, the API is built first.
try {
  process.exitCode = await run(asksLlm(args) ? await built() : join(root, 'backend/src/evaluate.ts'));
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function asksLlm(given: readonly string[]): boolean {
  return given.some((arg, at) => arg === '--provider=openai' || (arg === 'openai' && given[at - 1] === '--provider'));
}

async function built(): Promise<string> {
  console.error('Building the API (the first time takes about a minute)…');
  await build(['backend'], root, () => undefined);
  return join(root, 'dist/backend/evaluate.js');
}

function run(script: string): Promise<number> {
  // npm changes to the workspace's folder; names of files are meant from where the person stands.
  const folder = process.env['INIT_CWD'] ?? process.cwd();
  return runScript(['--disable-warning=ExperimentalWarning', script, folder, ...args]);
}
