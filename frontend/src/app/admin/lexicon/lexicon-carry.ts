import type { Lexicon, LexiconChanges } from '../../api/admin-model';

export const NO_CHANGES: LexiconChanges = { terms: [], off: [], urgency: [] };

/** What a desk has changed of the shipped words. */
export function changesOf(lexicon: Lexicon | undefined): LexiconChanges {
  if (!lexicon) return NO_CHANGES;
  const { terms, off, urgency } = lexicon;
  return { terms, off, urgency };
}

export function isSame<T>(one: T, other: T): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/**
 * What somebody has made of the words as they were `before`, on the words as they are `now`: what others changed meanwhile
 * comes in beside it, and where both changed the same, what was written stands.
 */
export function carried(written: LexiconChanges, before: LexiconChanges, now: LexiconChanges): LexiconChanges {
  return {
    terms: carriedList(written.terms, before.terms, now.terms, ({ term, category }) => `${category} ${term}`),
    off: carriedList(written.off, before.off, now.off, (term) => term),
    urgency: carriedList(written.urgency, before.urgency, now.urgency, ({ term }) => term),
  };
}

function carriedList<T>(
  written: readonly T[],
  before: readonly T[],
  now: readonly T[],
  keyOf: (one: T) => string,
): T[] {
  const byKey = (list: readonly T[]) => new Map(list.map((one) => [keyOf(one), one]));
  const [mine, former] = [byKey(written), byKey(before)];
  const isTouched = (key: string) => !isSame(mine.get(key), former.get(key));
  return [...written.filter((one) => isTouched(keyOf(one))), ...now.filter((one) => !isTouched(keyOf(one)))];
}
