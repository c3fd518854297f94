import { pairOf } from './features.ts';
import { ScatteredRow } from './numeric/scattered-row.ts';
import type { SoftmaxRegression } from './numeric/softmax-regression.ts';
import type { TextRow, Vocabulary } from './vocabulary.ts';
import type { WrittenWords } from './written-words.ts';

const MOST = 3;
/** A word that adds less than this to the score of the value did not decide. */
const LEAST = 0.05;

/** What each feature of the present text says. */
const spoken = new ScatteredRow();

/** What of a model tells how much each word spoke for a class. */
export interface Speaking {
  readonly vocabulary: Vocabulary;
  readonly regression: SoftmaxRegression;
}

/**
 * The words of a ticket that spoke most for a class, each more than for any of its rivals, as they stand there. Two neighbours
 * that spoke together are one of them.
 */
export function decidingWords(
  written: WrittenWords,
  row: TextRow,
  { vocabulary, regression }: Speaking,
  value: number,
  rivals: readonly number[],
): string[] {
  spoken.scatter(row, vocabulary.width, (at) => {
    const [column = 0, weight = 0] = [row.columns[at], row.values[at]];
    const ofRivals = rivals.map((rival) => regression.weightOf(column, rival));
    return weight * (regression.weightOf(column, value) - Math.max(...ofRivals));
  });
  const share = new Map<string, number>();
  row.read.forEach(({ seen, pair }, at) => {
    if (!share.has(seen.word) && seen.isOwn && !seen.isFunctionWord) {
      share.set(seen.word, spoken.valueAt(seen.column) + spoken.sumOf(seen.letters));
    }
    const before = row.read[at - 1];
    const together = spoken.valueAt(pair);
    if (before && together > LEAST) {
      const [one = 0, other = 0] = [share.get(before.seen.word), share.get(seen.word)];
      share.set(pairOf(before.seen.word, seen.word), together + one + other);
    }
  });
  const ranked = [...share].filter(([, sum]) => sum > LEAST).sort(([, one], [, other]) => other - one);
  const found: string[] = [];
  for (const [candidate] of ranked) {
    if (found.length === MOST) break;
    const excerpt = written.find(candidate);
    if (excerpt !== null && !found.some((other) => overlaps(other, excerpt))) found.push(excerpt);
  }
  return found;
}

function overlaps(one: string, other: string): boolean {
  const words = new Set(one.toLowerCase().split(/[\s\p{P}]+/u));
  return other
    .toLowerCase()
    .split(/[\s\p{P}]+/u)
    .some((word) => words.has(word));
}
