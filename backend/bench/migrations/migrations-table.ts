import type { HeldLock } from './lock-watch.ts';
import { LARGE_TABLES } from './locks.ts';
import type { MigrationResult } from './migrations-bench.ts';

const SECOND = 1_000;
const NOTHING = '–';

/** A table in Markdown of the migrations that lock a table which grows with the desk. */
export function migrationsMarkdown(results: readonly MigrationResult[]): string {
  const lines = [
    ['Migration', 'took', 'strongest lock, and for how long', 'longest read', 'longest write', 'failed'],
    ['---', '---:', '---', '---:', '---:', '---:'],
    ...results.filter(({ locks }) => locks.some(isOnLarge)).map(cellsOf),
  ];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

export function migrationLine(result: MigrationResult): string {
  const [name, took, locks, read, write, failed] = cellsOf(result);
  return `${name ?? ''}: ${took ?? ''}; locks: ${locks ?? ''}; longest read ${read ?? ''}, write ${write ?? ''}; ${failed ?? ''} failed`;
}

function cellsOf({ migration, took, locks, longestRead, longestWrite, failed }: MigrationResult): readonly string[] {
  const named = locks.filter(isOnLarge).map(({ table, mode, held }) => `${table} ${inWords(mode)} ${time(held)}`);
  const name = migration.replace(/\d+$/, '');
  return [name, time(took), named.join(', ') || NOTHING, time(longestRead), time(longestWrite), String(failed)];
}

function isOnLarge({ table }: HeldLock): boolean {
  return LARGE_TABLES.includes(table);
}

/** As SQL has it: `ACCESS EXCLUSIVE`. */
function inWords(mode: HeldLock['mode']): string {
  return mode
    .replace(/Lock$/, '')
    .replace(/(?<=[a-z])(?=[A-Z])/g, ' ')
    .toUpperCase();
}

function time(ms: number): string {
  return ms < SECOND ? `${ms.toFixed(0)} ms` : `${(ms / SECOND).toFixed(1)} s`;
}
