import { wilsonInterval } from '../domain/metrics.ts';
import type { PairedCounts } from '../domain/paired-counts.ts';

/** A number with its 95 % interval. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/**
 * By how much the second's share is above the first's, from -1 to 1. Both are shares of the same tickets, so what they have in
 * common narrows the interval; and it stays honest where they hardly differ, unlike one that is drawn from the pairs.
 *
 * Source: Newcombe, Improved confidence intervals for the difference between binomial proportions based on paired data, 1998,
 * method 10 (Wilson's intervals of both shares, put together by their correlation, which is corrected for continuity).
 */
export function pairedDifference({ both, onlyFirst, onlySecond, neither }: PairedCounts): Estimate {
  const of = both + onlyFirst + onlySecond + neither;
  if (of === 0) return { value: 0, low: -1, high: 1 };
  const [first, second] = [share(both + onlyFirst, of), share(both + onlySecond, of)];
  const phi = correlation({ both, onlyFirst, onlySecond, neither });
  const value = second.at - first.at;
  return {
    value,
    low: Math.max(-1, value - together(second.below, first.above, phi)),
    high: Math.min(1, value + together(second.above, first.below, phi)),
  };
}

function share(right: number, of: number): { readonly at: number; readonly below: number; readonly above: number } {
  const at = right / of;
  const [low, high] = wilsonInterval(right, of);
  return { at, below: at - low, above: high - at };
}

function correlation({ both, onlyFirst, onlySecond, neither }: PairedCounts): number {
  const margins = (both + onlyFirst) * (onlySecond + neither) * (both + onlySecond) * (onlyFirst + neither);
  if (margins === 0) return 0;
  const agreement = both * neither - onlyFirst * onlySecond;
  const half = (both + onlyFirst + onlySecond + neither) / 2;
  const corrected = agreement > 0 ? Math.max(0, agreement - half) : agreement;
  return corrected / Math.sqrt(margins);
}

function together(one: number, other: number, phi: number): number {
  return Math.sqrt(Math.max(0, one * one - 2 * phi * one * other + other * other));
}
