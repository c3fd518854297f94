import type { BenchResult } from './bench-result.ts';

const COLUMNS = ['server', 'req/s', 'p50 ms', 'p99 ms', 'most ms', 'alone ms', 'CPU ms', 'database ms', 'of limit'];
const FIRST = 10;
const WIDTH = 11;
const UNKNOWN = 'not known';

export const TABLE_HEAD = cells(COLUMNS);

/** The figures of one operation, a line for each server. */
export function tableLines(title: string, results: readonly BenchResult[]): string {
  const lines = results.map(
    (result) =>
      cells([
        result.server,
        numberText(result.requestsPerSecond),
        ...[result.p50, result.p99, result.most, result.alone, result.serverMs, result.databaseMs].map(numberText),
        result.ofLimit === null ? '' : result.ofLimit.toFixed(2),
      ]) + (result.failed > 0 ? `  ${String(result.failed)} failed` : ''),
  );
  return [title, ...lines].join('\n');
}

/** How much more each operation costs with the most tickets than with the fewest; none when there is one size. */
export function growthLines(results: readonly BenchResult[]): string[] {
  const sizes = results.map(({ size }) => size);
  const [fewest, most] = [Math.min(...sizes), Math.max(...sizes)];
  if (fewest === most) return [];
  return results
    .filter(({ size }) => size === most)
    .flatMap((large) => {
      const small = results.find(
        ({ size, operation, server }) => size === fewest && operation === large.operation && server === large.server,
      );
      if (!small) return [];
      const times = (of: (result: BenchResult) => number): string => (of(large) / of(small)).toFixed(2);
      return `${large.operation.padEnd(16)} ${large.server.padEnd(FIRST)} p50 × ${times(({ p50 }) => p50)}, alone × ${times(({ alone }) => alone)}, req/s × ${times(({ requestsPerSecond }) => requestsPerSecond)}`;
    });
}

function numberText(value: number | null): string {
  if (value === null || Number.isNaN(value)) return UNKNOWN;
  return value >= 100 ? Math.round(value).toLocaleString('en') : value.toFixed(2);
}

function cells(texts: readonly string[]): string {
  return texts.map((text, index) => (index === 0 ? `  ${text}`.padEnd(FIRST) : text.padStart(WIDTH))).join('');
}
