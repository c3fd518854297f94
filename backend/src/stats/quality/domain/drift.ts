/** How many of the newest suggestions are compared with those before. */
export const DRIFT_WINDOW = 100;
/** So many before them are their history. */
export const DRIFT_HISTORY = 1000;
/** With fewer there is nothing to compare with. */
const LEAST_HISTORY = 100;
/** The mean of a handful says nothing. */
const LEAST_PART = 10;
/**
 * So many standard errors below its history a window is no accident: of a thousand windows in which nothing changed, one
 * is as low.
 */
const ALARM = 3;

/** Shares of known words added up: how many, their sum, and the sum of their squares. */
export interface KnownTally {
  readonly of: number;
  readonly sum: number;
  readonly squares: number;
}

/** The share of words that the desk had seen before, over some suggestions, from 0 to 1. */
export interface KnownShare {
  readonly of: number;
  readonly mean: number | null;
  readonly deviation: number | null;
}

/** The same of some suggestions beside what came before them. */
export interface LimitedShare extends KnownShare {
  /** From here downwards they are clearly less familiar than those before; null while there are too few to tell. */
  readonly limit: number | null;
}

export interface Drift {
  /** The newest hundred. */
  readonly window: KnownShare;
  /** Those before them, up to a thousand. */
  readonly history: KnownShare;
  /** The mean of the newest from which downwards they raise an alarm; null while there are too few to tell. */
  readonly limit: number | null;
  /** Whether the newest are clearly less familiar than those before; null while there are too few to tell. */
  readonly alarm: boolean | null;
}

const NOTHING: KnownTally = { of: 0, sum: 0, squares: 0 };

/** Null when no suggestion has such a share: its source does not count words. */
export function driftOf(newest: KnownTally, before: KnownTally): Drift | null {
  if (newest.of === 0) return null;
  const [window, history] = [knownShareOf(newest), knownShareOf(before)];
  const limit = newest.of === DRIFT_WINDOW ? limitOf(DRIFT_WINDOW, history) : null;
  return { window, history, limit, alarm: limit === null || window.mean === null ? null : window.mean <= limit };
}

/**
 * Each part of a period beside those before it: whole parts backwards, and what came before the period, until a thousand
 * are together. The limit of a part is that of its own number of suggestions, a hundred at most as for the alarm: of more
 * a difference would be certain that nobody needs to know of.
 *
 * @param before what came before the first part
 */
export function withLimits<Part extends { readonly known: KnownTally }>(
  parts: readonly Part[],
  before: KnownTally,
): (Omit<Part, 'known'> & { readonly known: LimitedShare })[] {
  return parts.map((part, place) => {
    let history = NOTHING;
    for (let back = place - 1; back >= -1 && history.of < DRIFT_HISTORY; back--) {
      history = together(history, parts[back]?.known ?? before);
    }
    return { ...part, known: { ...knownShareOf(part.known), limit: limitOf(part.known.of, knownShareOf(history)) } };
  });
}

export function knownShareOf({ of, sum, squares }: KnownTally): KnownShare {
  const variance = of > 1 ? Math.max(squares - sum ** 2 / of, 0) / (of - 1) : null;
  return { of, mean: of > 0 ? sum / of : null, deviation: variance === null ? null : Math.sqrt(variance) };
}

export function together(...tallies: readonly KnownTally[]): KnownTally {
  return tallies.reduce(
    (all, one) => ({ of: all.of + one.of, sum: all.sum + one.sum, squares: all.squares + one.squares }),
    NOTHING,
  );
}

function limitOf(of: number, { of: before, mean, deviation }: KnownShare): number | null {
  if (of < LEAST_PART || before < LEAST_HISTORY || mean === null || deviation === null) return null;
  return Math.max(mean - (ALARM * deviation) / Math.sqrt(Math.min(of, DRIFT_WINDOW)), 0);
}
