import { createHash } from 'node:crypto';
import { inOneForm } from './readings-of-bytes.ts';
import type { TestApp } from './test-app.ts';

/** Shorter endings and stems are those of other words too. */
const SHORTEST = 5;
/** Runs of letters of models are so long at most. */
const RUN = 5;
/** Ends of words stand in the index of texts as words of their own, behind a mark and cut at so many letters. */
const LONGEST_ENDING = 16;

/** What is looked for where a word may stand, all in one form of letters. */
export interface SoughtWord {
  /** Of these any is the word. */
  readonly forms: readonly string[];
  /** Of each of these all together are: runs of its letters as a vocabulary or `pg_trgm` lists them; none for what is several words. */
  readonly letters: readonly (readonly string[])[];
}

/** A word or an address as it is written, folded, stemmed and taken apart, and what can be computed of it alone: hashes. */
export async function soughtWord(app: TestApp, word: string): Promise<SoughtWord> {
  const plain = inOneForm(word);
  const [made] = await app.sql<{ folded: string; trigrams: string[]; stems: string[] }>(
    `SELECT search_fold($1) AS folded, show_trgm($1) AS trigrams, ARRAY(SELECT unnest(ts_lexize(name::regdictionary, lower($1)))
       FROM unnest(ARRAY['english_stem', 'german_stem', 'french_stem']) AS name) AS stems`,
    [word],
  );
  const hashes = [word, word.toLowerCase()].flatMap((text) =>
    ['md5', 'sha1', 'sha256'].map((kind) => hash(kind, text)),
  );
  const whole = [plain, inOneForm(made?.folded ?? ''), ...hashes].filter(Boolean);
  if (!/^\p{L}+$/u.test(plain)) return { forms: [...new Set(whole)], letters: [] };
  const parts = [...plain].map((_, from) => plain.slice(from)).filter((ending) => ending.length >= SHORTEST);
  const forms = [
    ...(made?.stems ?? []).map(inOneForm).filter((stem) => stem.length >= SHORTEST),
    ...parts.map((ending) => `~${ending.slice(0, LONGEST_ENDING)}`),
  ];
  const letters = [runsOf(word.toLowerCase().normalize()), (made?.trigrams ?? []).map(inOneForm)].filter(
    (runs) => runs.length > RUN,
  );
  return { forms: [...new Set([...whole, ...forms])], letters };
}

/** @param readings of something, in one form of letters. */
export function holds(readings: string, { forms, letters }: SoughtWord): boolean {
  if (forms.some((form) => readings.includes(form))) return true;
  return letters.some((runs) => runs.every((run) => readings.includes(`"${run}"`)));
}

function hash(kind: string, text: string): string {
  return createHash(kind).update(text).digest('hex');
}

function runsOf(word: string): string[] {
  const padded = `_${word}_`;
  return Array.from({ length: padded.length - RUN + 1 }, (_, at) => inOneForm(padded.slice(at, at + RUN)));
}
