import type { Corpus, FeatureCounts } from './corpus.ts';
import { type FeatureChoice, countedWords, isOwnWord, lettersOf, pairOf } from './features.ts';
import type { SparseMatrix, SparseRow } from './numeric/sparse-matrix.ts';
import type { PlainText } from './plain-text.ts';

/** Where a text comes from: a term or a category's description, a ticket of the starter, or one that was decided here. */
export type Origin = 'term' | 'starter' | 'desk';

export interface VocabularyLimits {
  /** How many words and pairs of words are kept, the most frequent first. */
  readonly maxWords: number;
  /** How many runs of letters are kept, the most frequent first. */
  readonly maxLetters: number;
}

/** A text as numbers. */
export interface TextRow extends SparseRow {
  /** The share of the text's words that the vocabulary knows, from 0 to 1; 1 for a text without words. */
  readonly knownShare: number;
}

/** One family of features: column and inverse document frequency of each, the columns without gaps. */
export interface Family {
  readonly columns: ReadonlyMap<string, number>;
  readonly idf: Float32Array;
}

/** In how many decided tickets a feature must occur that nothing shipped with the desk contains. */
const DESK_TICKETS = 3;
const SHIPPED_AND_DESK = 2;
/** How much the letters of words count beside the words themselves. */
const LETTERS_WEIGHT = 0.8;
/** How many words' letters are remembered. */
const REMEMBERED_WORDS = 20_000;

/**
 * The features that a model knows, and how telling each is. What only one or two tickets of the desk say (a name, a password)
 * never becomes one of them.
 */
export class Vocabulary {
  readonly choice: FeatureChoice;
  readonly words: Family;
  readonly letters: Family;
  private readonly lettersOfWord = new Map<string, Int32Array>();

  constructor(choice: FeatureChoice, words: Family, letters: Family) {
    this.choice = choice;
    this.words = words;
    this.letters = letters;
  }

  /** `origins` tell of each text of the corpus where it comes from. */
  static of(corpus: Corpus, origins: readonly Origin[], { maxWords, maxLetters }: VocabularyLimits): Vocabulary {
    return new Vocabulary(
      corpus.choice,
      familyOf(corpus.words, origins, maxWords),
      familyOf(corpus.letters, origins, maxLetters),
    );
  }

  get width(): number {
    return this.words.idf.length + this.letters.idf.length;
  }

  matrixOf({ size, words, letters }: Corpus): SparseMatrix {
    const families = [
      { family: this.words, counts: words, from: 0, weight: 1 },
      { family: this.letters, counts: letters, from: this.words.idf.length, weight: LETTERS_WEIGHT },
    ].map((part) => ({ ...part, columnOf: columnsOf(part.family, part.counts) }));
    const starts = new Int32Array(size + 1);
    const columns = new Int32Array(words.features.length + letters.features.length);
    const values = new Float32Array(columns.length);
    let length = 0;
    for (let text = 0; text < size; text += 1) {
      for (const { family, counts, columnOf, from, weight } of families) {
        const first = length;
        for (let at = counts.starts[text] ?? 0; at < (counts.starts[text + 1] ?? 0); at += 1) {
          const column = columnOf[counts.features[at] ?? 0] ?? -1;
          if (column < 0) continue;
          columns[length] = from + column;
          values[length] = (1 + Math.log(counts.counts[at] ?? 1)) * (family.idf[column] ?? 0);
          length += 1;
        }
        scale(values, first, length, weight);
      }
      starts[text + 1] = length;
    }
    return { starts, columns: columns.slice(0, length), values: values.slice(0, length), width: this.width };
  }

  rowOf(text: PlainText): TextRow {
    const words = new Map<number, number>();
    const letters = new Map<number, number>();
    const seen = new Set<string>();
    let known = 0;
    let before: string | null = null;
    for (const word of countedWords(text, this.choice)) {
      if (word !== null) {
        const column = this.words.columns.get(word);
        if (column !== undefined) count(words, column);
        if (before !== null) {
          const pair = this.words.columns.get(pairOf(before, word));
          if (pair !== undefined) count(words, pair);
        }
        if (isOwnWord(word)) {
          for (const gram of this.columnsOfLetters(word)) count(letters, gram);
          if (!seen.has(word)) {
            seen.add(word);
            if (column !== undefined) known += 1;
          }
        }
      }
      before = word;
    }
    const columns = new Int32Array(words.size + letters.size);
    const values = new Float32Array(columns.length);
    fill(columns, values, 0, words, this.words.idf, 0, 1);
    fill(columns, values, words.size, letters, this.letters.idf, this.words.idf.length, LETTERS_WEIGHT);
    return { columns, values, knownShare: seen.size === 0 ? 1 : known / seen.size };
  }

  /** The column of a word or a pair, or null when it is unknown. */
  columnOfWord(name: string): number | null {
    return this.words.columns.get(name) ?? null;
  }

  /** The columns of the known runs of letters of a word. */
  columnsOfLetters(word: string): Int32Array {
    const remembered = this.lettersOfWord.get(word);
    if (remembered) return remembered;
    const columns = Int32Array.from(lettersOf(word).flatMap((gram) => this.letters.columns.get(gram) ?? []));
    if (this.lettersOfWord.size >= REMEMBERED_WORDS) this.lettersOfWord.clear();
    this.lettersOfWord.set(word, columns);
    return columns;
  }
}

/**
 * The share of known words of each text, as if the vocabulary had been made of all the others: what a text says alone is not
 * known.
 */
export function knownSharesAmongOthers(corpus: Corpus, origins: readonly Origin[]): Float32Array {
  const { names, starts, features } = corpus.words;
  const frequency = frequencyOf(corpus.words, origins);
  const isWord = names.map((name) => !name.includes(' ') && isOwnWord(name));
  return Float32Array.from(origins, (origin, text) => {
    let [known, all] = [0, 0];
    for (let at = starts[text] ?? 0; at < (starts[text + 1] ?? 0); at += 1) {
      const feature = features[at] ?? 0;
      if (!isWord[feature]) continue;
      all += 1;
      if (isAdmitted(frequency, feature, origin)) known += 1;
    }
    return all === 0 ? 1 : known / all;
  });
}

/** In how many texts of each origin each feature occurs. */
type Frequency = Readonly<Record<Origin, Int32Array>>;

function frequencyOf({ names, starts, features }: FeatureCounts, origins: readonly Origin[]): Frequency {
  const [term, starter, desk] = [0, 1, 2].map(() => new Int32Array(names.length)) as [
    Int32Array,
    Int32Array,
    Int32Array,
  ];
  const frequency = { term, starter, desk };
  origins.forEach((origin, text) => {
    const counts = frequency[origin];
    for (let at = starts[text] ?? 0; at < (starts[text + 1] ?? 0); at += 1) {
      const feature = features[at] ?? 0;
      counts[feature] = (counts[feature] ?? 0) + 1;
    }
  });
  return frequency;
}

/** Whether a feature is common enough, were one text of that origin not there. */
function isAdmitted(frequency: Frequency, feature: number, without: Origin | null): boolean {
  const of = (origin: Origin): number => (frequency[origin][feature] ?? 0) - (without === origin ? 1 : 0);
  const [term, starter, desk] = [of('term'), of('starter'), of('desk')];
  return term > 0 || (starter > 0 && starter + desk >= SHIPPED_AND_DESK) || desk >= DESK_TICKETS;
}

function familyOf(counts: FeatureCounts, origins: readonly Origin[], max: number): Family {
  const frequency = frequencyOf(counts, origins);
  const texts = (feature: number): number =>
    (frequency.term[feature] ?? 0) + (frequency.starter[feature] ?? 0) + (frequency.desk[feature] ?? 0);
  const admitted = counts.names
    .map((name, feature) => ({ name, feature, often: texts(feature) }))
    .filter(({ feature }) => isAdmitted(frequency, feature, null));
  // By frequency, then by name: the same texts give the same vocabulary, in whatever order they come.
  admitted.sort((one, other) => other.often - one.often || (one.name < other.name ? -1 : 1));
  const kept = admitted.slice(0, max);
  return {
    columns: new Map(kept.map(({ name }, column) => [name, column])),
    idf: Float32Array.from(kept, ({ often }) => Math.log((1 + origins.length) / (1 + often)) + 1),
  };
}

function columnsOf({ columns }: Family, { names }: FeatureCounts): Int32Array {
  return Int32Array.from(names, (name) => columns.get(name) ?? -1);
}

function count(counts: Map<number, number>, column: number): void {
  counts.set(column, (counts.get(column) ?? 0) + 1);
}

function fill(
  columns: Int32Array,
  values: Float32Array,
  first: number,
  counts: ReadonlyMap<number, number>,
  idf: Float32Array,
  from: number,
  weight: number,
): void {
  let at = first;
  for (const [column, often] of counts) {
    columns[at] = from + column;
    values[at] = (1 + Math.log(often)) * (idf[column] ?? 0);
    at += 1;
  }
  scale(values, first, at, weight);
}

/** Scales a stretch of numbers to a length of `weight`. */
function scale(values: Float32Array, from: number, to: number, weight: number): void {
  let square = 0;
  for (let at = from; at < to; at += 1) square += (values[at] ?? 0) ** 2;
  const factor = square === 0 ? 0 : weight / Math.sqrt(square);
  for (let at = from; at < to; at += 1) values[at] = (values[at] ?? 0) * factor;
}
