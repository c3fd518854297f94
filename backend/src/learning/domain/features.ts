/** What of a text counts. */
export interface FeatureChoice {
  readonly functionWords: boolean;
  /** How much the letters of words count beside the words themselves, which count 1. */
  readonly lettersWeight: number;
}

const SHORTEST = 3;
const LONGEST = 5;

/** A word and its neighbour as one feature (`double charge`). */
export function pairOf(before: string, word: string): string {
  return `${before} ${word}`;
}

/** Whether a word stands for itself: a `‹code›` or an `‹url›` stands for many. */
export function isOwnWord(word: string): boolean {
  return !word.startsWith('‹');
}

/** Three to five letters of a word that follow each other; its ends count as letters (`_refu`). */
export function lettersOf(word: string): string[] {
  const padded = `_${word}_`;
  const letters: string[] = [];
  for (let size = SHORTEST; size <= LONGEST; size += 1) {
    for (let start = 0; start + size <= padded.length; start += 1) letters.push(padded.slice(start, start + size));
  }
  return letters;
}
