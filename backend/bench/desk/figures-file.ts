import { readFileSync, writeFileSync } from 'node:fs';
import type { BenchResult } from './bench-result.ts';
import type { RunFacts } from './run-facts.ts';

/** What a file of figures holds. */
export interface Figures extends RunFacts {
  readonly seconds: number;
  readonly connections: number;
  readonly results: readonly BenchResult[];
}

export function writeFigures(file: string, figures: Figures): void {
  writeFileSync(file, `${JSON.stringify(figures, null, 2)}\n`);
}

/** The results of several files, in their order. */
export function resultsIn(files: readonly string[]): readonly BenchResult[] {
  return files.flatMap((file) => (JSON.parse(readFileSync(file, 'utf8')) as Figures).results);
}
