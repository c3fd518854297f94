/** How much a text is like each language: 1 for the likeliest. Empty when it is too short to tell. */
export type LanguageLikeness = (text: string) => ReadonlyMap<string, number>;

/** The languages of the starter, by their ISO 639-3 codes. */
const STARTER_LANGUAGES: readonly string[] = ['eng', 'deu', 'fra', 'spa', 'por', 'ita', 'nld'];

/** A text that is this much like a known language may be of it: short texts are like several. */
const LIKE_ENOUGH = 0.85;
/** How many of the newest tickets are looked at, and how many of them make a language a known one. */
const LOOKED_AT = 300;
const LEARNED_FROM = 10;

export function isOfUnknownLanguage(likeness: ReadonlyMap<string, number>, known: readonly string[]): boolean {
  return likeness.size > 0 && known.every((language) => (likeness.get(language) ?? 0) < LIKE_ENOUGH);
}

/** The language that a text is most like; null when it is too short to tell. */
export function likeliestLanguage(likeness: ReadonlyMap<string, number>): string | null {
  const [likeliest = null] = [...likeness].toSorted(([, one], [, other]) => other - one)[0] ?? [];
  return likeliest;
}

/** The languages that a desk has tickets enough of, oldest tickets first, besides those of the starter. */
export function knownLanguages(texts: readonly string[], likenessOf: LanguageLikeness): string[] {
  const known = [...STARTER_LANGUAGES];
  const seen = new Map<string, number>();
  for (const text of texts.slice(-LOOKED_AT)) {
    const likeness = likenessOf(text);
    if (!isOfUnknownLanguage(likeness, known)) continue;
    const likeliest = likeliestLanguage(likeness) ?? '';
    seen.set(likeliest, (seen.get(likeliest) ?? 0) + 1);
    if (seen.get(likeliest) === LEARNED_FROM) known.push(likeliest);
  }
  return known;
}
