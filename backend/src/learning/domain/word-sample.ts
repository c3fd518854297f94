import type { ReadWord } from './vocabulary.ts';
import type { WrittenWords } from './written-words.ts';

/** A few words of a text as they stand there: those that a vocabulary knows, and those that it does not. */
export interface WordSample {
  readonly seen: readonly string[];
  readonly unseen: readonly string[];
}

const MOST = 3;

/** The first words of each kind, of those that say what a text is about. */
export function wordSample(written: WrittenWords, read: readonly ReadWord[]): WordSample {
  const words = read.filter(({ seen }) => seen.isOwn && !seen.isFunctionWord);
  const isKnown = new Map(words.map(({ seen }) => [seen.word, seen.column >= 0]));
  const sample = { seen: [] as string[], unseen: [] as string[] };
  for (const { plain, excerpt } of written.once()) {
    const known = isKnown.get(plain);
    if (known === undefined) continue;
    const kind = known ? sample.seen : sample.unseen;
    if (kind.length < MOST) kind.push(excerpt);
    if (sample.seen.length === MOST && sample.unseen.length === MOST) break;
  }
  return sample;
}
