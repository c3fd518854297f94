/** How many of the newest suggestions are compared with those before. */
export const DRIFT_WINDOW = 100;
/** So many before them are their history. */
export const DRIFT_HISTORY = 1000;
/** With fewer there is nothing to compare with. */
const LEAST_HISTORY = 100;
/**
 * So many standard errors below its history a window is no accident: of a thousand windows in which nothing changed, one
 * is as low.
 */
const ALARM = 3;

/** The share of words that the desk had seen before, over some suggestions, from 0 to 1. */
export interface KnownShare {
  readonly of: number;
  readonly mean: number | null;
  readonly deviation: number | null;
}

export interface Drift {
  /** The newest hundred. */
  readonly window: KnownShare;
  /** Those before them, up to a thousand. */
  readonly history: KnownShare;
  /** Whether the newest are clearly less familiar than those before; null while there are too few to tell. */
  readonly alarm: boolean | null;
}

/** Null when no suggestion has such a share: its source does not count words. */
export function driftOf(window: KnownShare, history: KnownShare): Drift | null {
  if (window.of === 0) return null;
  const { mean, deviation } = history;
  const isKnown = window.of === DRIFT_WINDOW && history.of >= LEAST_HISTORY;
  if (!isKnown || window.mean === null || mean === null || deviation === null) return { window, history, alarm: null };
  const standardError = Math.max(deviation, 1e-9) / Math.sqrt(window.of);
  return { window, history, alarm: (mean - window.mean) / standardError >= ALARM };
}
