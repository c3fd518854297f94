/** On how many of the same tickets something holds for both of two, for one of them alone, and for neither. */
export interface PairedCounts {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
}

export function pairedCounts(pairs: readonly (readonly [first: boolean, second: boolean])[]): PairedCounts {
  const count = (one: boolean, other: boolean): number =>
    pairs.filter(([first, second]) => first === one && second === other).length;
  return {
    both: count(true, true),
    onlyFirst: count(true, false),
    onlySecond: count(false, true),
    neither: count(false, false),
  };
}

/** What chance alone exceeds once in twenty times, in standard deviations of a fair coin. */
const BEYOND_NOISE = 1.645;

/**
 * Whether the tickets on which two differ speak for the one more clearly than chance does once in twenty times.
 *
 * Source: McNemar, Note on the sampling error of the difference between correlated proportions, 1947, one-sided, with
 * Edwards' correction for continuity.
 */
export function isBeyondNoise(more: number, fewer: number): boolean {
  return more - fewer - 1 > BEYOND_NOISE * Math.sqrt(more + fewer);
}
