import type { BenchResult } from './bench-result.ts';

const DESK = 'desk';
const LIMIT = 'limit';
/** What was not measured. */
const NOTHING = '–';

/**
 * A table of what the desk does beside the limit: a line for each operation, three columns for each size. What was measured
 * twice is told as it was the last time.
 */
export function markdownTable(results: readonly BenchResult[]): string {
  const sizes = [...new Set(results.map(({ size }) => size))].sort((one, other) => one - other);
  const operations = [...new Set(results.map(({ operation }) => operation))];
  const most = sizes.at(-1);
  const head = [
    'Operation',
    ...sizes.flatMap((size) => [`limit req/s, ${sizeText(size)}`, `desk, ${sizeText(size)}`, 'share']),
    ...(most === undefined ? [] : [`p50 / p99 / alone at ${sizeText(most)}, ms`, 'CPU / database, ms']),
  ];
  const lines = operations.map((operation) => {
    const of = (size: number | undefined, server: string) =>
      results.findLast((one) => one.operation === operation && one.size === size && one.server === server);
    const desk = of(most, DESK);
    return [
      operation,
      ...sizes.flatMap((size) => [
        figure(of(size, LIMIT)?.requestsPerSecond),
        figure(of(size, DESK)?.requestsPerSecond),
        of(size, DESK)?.ofLimit?.toFixed(2) ?? NOTHING,
      ]),
      [desk?.p50, desk?.p99, desk?.alone].map(figure).join(' / '),
      [desk?.serverMs, desk?.databaseMs].map(figure).join(' / '),
    ];
  });
  return [head, head.map((_, index) => (index === 0 ? '---' : '---:')), ...lines].map(line).join('\n');
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`;
}

function figure(value: number | null | undefined): string {
  if (value === null || value === undefined || Number.isNaN(value)) return NOTHING;
  if (value >= 100) return Math.round(value).toLocaleString('en');
  return value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

function sizeText(size: number): string {
  if (size % 1_000_000 === 0) return `${String(size / 1_000_000)}M`;
  return size % 1_000 === 0 ? `${String(size / 1_000)}k` : String(size);
}
