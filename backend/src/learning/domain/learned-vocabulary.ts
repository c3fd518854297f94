import type { CountedTexts } from './corpus.ts';
import { pairOf } from './features.ts';
import { type Frequencies, type Origin, featureNumbers, frequenciesOf, isAdmitted } from './frequencies.ts';
import { CountedRows } from './numeric/counted-rows.ts';
import type { SparseMatrix } from './numeric/sparse-matrix.ts';
import { type Family, Vocabulary } from './vocabulary.ts';

export interface VocabularyLimits {
  /** How many words and pairs of words are kept, the most frequent first. */
  readonly maxWords: number;
  /** How many runs of letters are kept, the most frequent first. */
  readonly maxLetters: number;
}

/** A vocabulary, and the texts that it was made of as it sees them. */
export interface LearnedVocabulary {
  readonly vocabulary: Vocabulary;
  readonly matrix: SparseMatrix;
  readonly frequencies: Frequencies;
}

/** @param origins where each text comes from. */
export function learnedVocabulary(
  texts: CountedTexts,
  origins: readonly Origin[],
  { maxWords, maxLetters }: VocabularyLimits,
): LearnedVocabulary {
  const { choice, corpus, firsts, seconds } = texts;
  const { pairsFrom, lettersFrom, count } = featureNumbers(texts);
  const frequencies = frequenciesOf(texts, origins);
  const nameOf = (feature: number): string => {
    if (feature >= lettersFrom) return corpus.letters[feature - lettersFrom] ?? '';
    if (feature < pairsFrom) return corpus.words[feature] ?? '';
    const pair = feature - pairsFrom;
    return pairOf(corpus.words[firsts[pair] ?? -1] ?? '', corpus.words[seconds[pair] ?? -1] ?? '');
  };
  const words = keptOf(frequencies, [0, lettersFrom], maxWords, nameOf);
  const letters = keptOf(frequencies, [lettersFrom, count], maxLetters, nameOf);
  const taught = origins.filter((origin) => origin !== 'background').length;
  const vocabulary = new Vocabulary(choice, familyOf(words, taught), familyOf(letters, taught));
  const columns = new Int32Array(count).fill(-1);
  words.forEach(({ feature }, column) => (columns[feature] = column));
  letters.forEach(({ feature }, column) => (columns[feature] = words.length + column));
  return { vocabulary, matrix: matrixOf(texts, vocabulary, columns), frequencies };
}

/** About how many numbers a word adds to a matrix: itself, a pair, and runs of letters. */
const ROOM_FOR_WORD = 10;

interface Kept {
  readonly feature: number;
  readonly name: string;
  readonly often: number;
}

/** By frequency, then by name: the same texts give the same vocabulary, in whatever order they come. */
function keptOf(
  frequencies: Frequencies,
  [from, to]: readonly [number, number],
  atMost: number,
  nameOf: (feature: number) => string,
): Kept[] {
  const { term, starter, desk } = frequencies;
  const often = new Int32Array(to - from);
  const oftenest = new Map<number, number>();
  for (let feature = from; feature < to; feature += 1) {
    if (!isAdmitted(frequencies, feature, null)) continue;
    const times = (term[feature] ?? 0) + (starter[feature] ?? 0) + (desk[feature] ?? 0);
    often[feature - from] = times;
    oftenest.set(times, (oftenest.get(times) ?? 0) + 1);
  }
  const least = leastOften(oftenest, atMost);
  const kept: Kept[] = [];
  for (const [at, times] of often.entries()) {
    if (times >= least) kept.push({ feature: from + at, name: nameOf(from + at), often: times });
  }
  kept.sort((one, other) => other.often - one.often || (one.name < other.name ? -1 : 1));
  return kept.slice(0, atMost);
}

/**
 * How often a feature must occur to be among so many of the most frequent, or as often as the last of them: what is rarer
 * needs neither name nor place.
 *
 * @param counts how many features occur how often.
 */
function leastOften(counts: ReadonlyMap<number, number>, atMost: number): number {
  let found = 0;
  let least = 1;
  for (const times of [...counts.keys()].sort((one, other) => other - one)) {
    if (found >= atMost) break;
    found += counts.get(times) ?? 0;
    least = times;
  }
  return least;
}

function familyOf(kept: readonly Kept[], texts: number): Family {
  return {
    columns: new Map(kept.map(({ name }, column) => [name, column])),
    idf: Float32Array.from(kept, ({ often }) => Math.log((1 + texts) / (1 + often)) + 1),
  };
}

/** @param columnOf the column of each feature, or -1. */
function matrixOf(
  texts: CountedTexts,
  { words, letters, width, choice }: Vocabulary,
  columnOf: Int32Array,
): SparseMatrix {
  const { starts, tokens, pairs, corpus } = texts;
  const { pairsFrom, lettersFrom } = featureNumbers(texts);
  const runsOfWord: (Int32Array | undefined)[] = [];
  const rows = new CountedRows(width, ROOM_FOR_WORD * tokens.length);
  for (let text = 0; text + 1 < starts.length; text += 1) {
    const [from, to] = [starts[text] ?? 0, starts[text + 1] ?? 0];
    for (let at = from; at < to; at += 1) {
      const pair = pairs[at] ?? -1;
      rows.count(columnOf[tokens[at] ?? -1] ?? -1);
      if (pair >= 0) rows.count(columnOf[pairsFrom + pair] ?? -1);
    }
    rows.weigh(words.idf, 0, 1);
    for (let at = from; at < to; at += 1) {
      const word = tokens[at] ?? -1;
      rows.countAll((runsOfWord[word] ??= runsOf(word)));
    }
    rows.weigh(letters.idf, words.idf.length, choice.lettersWeight);
    rows.endRow();
  }
  return rows.take();

  function runsOf(word: number): Int32Array {
    const runs = corpus.lettersOfWord[word] ?? new Int32Array(0);
    return runs.map((run) => columnOf[lettersFrom + run] ?? -1).filter((column) => column >= 0);
  }
}
