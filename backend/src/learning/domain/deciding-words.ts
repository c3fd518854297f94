import { countedWords, isOwnWord, pairOf } from './features.ts';
import { FUNCTION_WORDS } from './function-words.ts';
import type { SoftmaxRegression } from './numeric/softmax-regression.ts';
import type { PlainText } from './plain-text.ts';
import type { TextRow, Vocabulary } from './vocabulary.ts';
import type { WrittenWords } from './written-words.ts';

const MOST = 3;
/** A word that adds less than this to the score of the value did not decide. */
const LEAST = 0.05;

/** What of a model tells how much each word spoke for a class. */
export interface Speaking {
  readonly vocabulary: Vocabulary;
  readonly regression: SoftmaxRegression;
}

/**
 * The words of a ticket that spoke most for a class and against its likeliest rival, as they stand there. Two neighbours that
 * spoke together are one of them.
 */
export function decidingWords(
  written: WrittenWords,
  plain: PlainText,
  row: TextRow,
  { vocabulary, regression }: Speaking,
  [value, rival]: readonly [number, number],
): string[] {
  const valueOf = new Map(Array.from(row.columns, (column, at) => [column, row.values[at] ?? 0]));
  const spoke = (column: number): number =>
    (valueOf.get(column) ?? 0) * (regression.weightOf(column, value) - regression.weightOf(column, rival));
  const words = countedWords(plain, vocabulary.choice);
  const firstLetters = vocabulary.words.idf.length;
  const share = new Map<string, number>();
  let before: string | null = null;
  for (const word of words) {
    if (word !== null && !share.has(word) && isOwnWord(word) && !FUNCTION_WORDS.has(word)) {
      const column = vocabulary.columnOfWord(word);
      const letters = vocabulary.columnsOfLetters(word).reduce((sum, gram) => sum + spoke(firstLetters + gram), 0);
      share.set(word, letters + (column === null ? 0 : spoke(column)));
    }
    if (word !== null && before !== null) {
      const column = vocabulary.columnOfWord(pairOf(before, word));
      if (column !== null && spoke(column) > LEAST) {
        share.set(pairOf(before, word), spoke(column) + (share.get(before) ?? 0) + (share.get(word) ?? 0));
      }
    }
    before = word;
  }
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
