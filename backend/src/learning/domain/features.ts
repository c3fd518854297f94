import { FUNCTION_WORDS } from './function-words.ts';
import type { PlainText } from './plain-text.ts';
import { wordsOfTicket } from './words.ts';

/** Which features of a text count. */
export interface FeatureChoice {
  readonly functionWords: boolean;
}

/** How often each feature occurs in a text, in two families that are weighed apart. */
export interface Features {
  /** Words and pairs of neighbours (`refund`, `double charge`). */
  readonly words: ReadonlyMap<string, number>;
  /** Three to five letters that follow each other within a word, whose ends count as letters (`_refu`). */
  readonly letters: ReadonlyMap<string, number>;
}

const SHORTEST = 3;
const LONGEST = 5;

export function featuresOf(text: PlainText, { functionWords }: FeatureChoice): Features {
  const words = new Map<string, number>();
  const letters = new Map<string, number>();
  let before: string | null = null;
  for (const word of wordsOfTicket(text)) {
    if (word === null) {
      before = null;
      continue;
    }
    if (!functionWords && FUNCTION_WORDS.has(word)) continue;
    add(words, word);
    if (before !== null) add(words, `${before} ${word}`);
    before = word;
    if (!word.startsWith('‹')) addLetters(letters, word);
  }
  return { words, letters };
}

function addLetters(letters: Map<string, number>, word: string): void {
  const padded = `_${word}_`;
  for (let size = SHORTEST; size <= LONGEST; size += 1) {
    for (let start = 0; start + size <= padded.length; start += 1) add(letters, padded.slice(start, start + size));
  }
}

function add(counts: Map<string, number>, feature: string): void {
  counts.set(feature, (counts.get(feature) ?? 0) + 1);
}
