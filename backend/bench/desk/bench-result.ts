import { quantile } from '../rate/quantile.ts';
import type { Piece } from './measuring.ts';

/** What one server did with one operation. Times in milliseconds; null where nobody knows or nothing was measured. */
export interface BenchResult {
  readonly size: number;
  readonly operation: string;
  readonly server: string;
  readonly requestsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly most: number;
  /** The median of one caller who is alone. */
  readonly alone: number;
  /** Processor time for one request, in milliseconds. */
  readonly serverMs: number | null;
  readonly databaseMs: number | null;
  readonly failed: number;
  /** Requests a second as a share of those of the limit. */
  readonly ofLimit: number | null;
}

/** Takes the pieces of one server together; `ofLimit` is for the one who knows the limit. */
export function summary(
  pieces: readonly Piece[],
  alone: Piece,
): Omit<BenchResult, 'size' | 'operation' | 'server' | 'ofLimit'> {
  const times = pieces.flatMap((piece) => [...piece.times]).sort((one, other) => one - other);
  const total = (of: (piece: Piece) => number): number => pieces.reduce((sum, piece) => sum + of(piece), 0);
  const perRequest = (of: (piece: Piece) => number | null): number | null =>
    times.length === 0 || pieces.some((piece) => of(piece) === null)
      ? null
      : (total((piece) => of(piece) ?? 0) * 1_000) / times.length;
  return {
    requestsPerSecond: times.length / total(({ seconds }) => seconds),
    ...{ p50: quantile(times, 0.5), p99: quantile(times, 0.99), most: times.at(-1) ?? NaN },
    alone: quantile(
      [...alone.times].sort((one, other) => one - other),
      0.5,
    ),
    serverMs: perRequest(({ serverSeconds }) => serverSeconds),
    databaseMs: perRequest(({ databaseSeconds }) => databaseSeconds),
    failed: total(({ failed }) => failed) + alone.failed,
  };
}
