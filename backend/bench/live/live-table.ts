import type { Delays, LiveResult } from './live-bench.ts';

const KILOBYTE = 1_024;
const NOTHING = '–';

/** The figures of a run, by what they are called. */
export function liveFigures(result: LiveResult): readonly (readonly [name: string, figure: string])[] {
  const { memory, loop, sinceSent, sinceAnswered, told, lost, cut, failed } = result;
  return [
    ['streams', String(result.streams)],
    ['changes a second', result.changes.toString()],
    ['memory of JavaScript for each stream, kB', (memory.used / KILOBYTE).toFixed(1)],
    ['memory of the process for each stream, kB', (memory.resident / KILOBYTE).toFixed(1)],
    ['from sending the change to the client, p50 / p99 / most, ms', times(sinceSent)],
    ['from its answer to the client, p50 / p99 / most, ms', times(sinceAnswered)],
    ['event loop late, p50 / p99 / most, ms', times(loop)],
    ['told to each stream a second', told.toFixed(1)],
    ['never told / streams cut / changes failed', `${String(lost)} / ${String(cut)} / ${String(failed)}`],
    ['share of a core, server / database', `${share(result.serverShare)} / ${share(result.databaseShare)}`],
  ];
}

/** A table in Markdown: a column for each run. */
export function liveMarkdown(runs: readonly { readonly size: number; readonly result: LiveResult }[]): string {
  const columns = runs.map(({ result }) => liveFigures(result));
  const names = columns[0]?.map(([name]) => name) ?? [];
  const lines = [
    ['Figure', ...runs.map(({ size }) => `${size.toLocaleString('en')} tickets`)],
    ['---', ...runs.map(() => '---:')],
    ...names.map((name, index) => [name, ...columns.map((column) => column[index]?.[1] ?? NOTHING)]),
  ];
  return lines.map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

function times({ p50, p99, most }: Delays): string {
  return [p50, p99, most].map((time) => (Number.isNaN(time) ? NOTHING : time.toFixed(1))).join(' / ');
}

function share(value: number | null): string {
  return value === null ? NOTHING : value.toFixed(2);
}
