import { writeFileSync } from 'node:fs';
import { BadInput } from './learning/evaluation/bad-input.ts';
import { type AskAll, evaluation } from './learning/evaluation/evaluation.ts';
import { USAGE, asksForHelp, optionsOf } from './learning/evaluation/options.ts';
import { inWords } from './learning/evaluation/report-words.ts';

// npm run evaluate -- --data FILE …, or node dist/backend/evaluate.js in a container; the first argument is the folder that
// names of files are relative to.
const [, , folder = '.', ...args] = process.argv;
try {
  if (asksForHelp(args)) process.stdout.write(`${USAGE}\n`);
  else await evaluate();
} catch (error) {
  if (!(error instanceof BadInput)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

async function evaluate(): Promise<void> {
  const options = optionsOf(args, folder);
  const report = await evaluation(options, options.provider === 'openai' ? await llm() : null, (line) => {
    process.stderr.write(`${line}\n`);
  });
  process.stdout.write(inWords(report));
  if (options.json !== null) write(options.json, `${JSON.stringify(report, null, 2)}\n`);
}

/** Loaded only where it is asked for: it reads the settings of the API. */
async function llm(): Promise<AskAll> {
  const { askLlm } = await import('./evaluate-llm.ts');
  return askLlm();
}

function write(file: string, text: string): void {
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new BadInput(`${file} cannot be written: ${String((error as NodeJS.ErrnoException).code)}.`);
  }
}
