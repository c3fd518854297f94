import { type FeatureChoice, isOwnWord, lettersOf } from './features.ts';
import { FUNCTION_WORDS } from './function-words.ts';
import { CountedRows } from './numeric/counted-rows.ts';
import type { SparseRow } from './numeric/sparse-matrix.ts';
import type { PlainText } from './plain-text.ts';
import { wordsOfTicket } from './words.ts';

/** A word as a vocabulary sees it; -1 stands for a column that it does not have. */
export interface SeenWord {
  readonly word: string;
  readonly column: number;
  /** The columns of its runs of letters that are known, as often as they stand in it; none of a `‹code›`. */
  readonly letters: Int32Array;
  readonly isOwn: boolean;
  readonly isFunctionWord: boolean;
  /** Its number among the words of known features; -1 when it is in none. */
  readonly number: number;
}

/** A word of a text that counts, and the column of the pair that it makes with the one before it, or -1. */
export interface ReadWord {
  readonly seen: SeenWord;
  readonly pair: number;
}

/** How many different words a text has that the vocabulary could know, and how many of them it knows. */
export interface KnownWords {
  readonly known: number;
  readonly of: number;
}

/** A text as numbers. */
export interface TextRow extends SparseRow {
  /** The share of the text's words that the vocabulary knows, from 0 to 1; 1 for a text without words. */
  readonly knownShare: number;
  readonly knownWords: KnownWords;
  /** Its words that count, in order. */
  readonly read: readonly ReadWord[];
}

/** One family of features: column and inverse document frequency of each, the columns without gaps. */
export interface Family {
  readonly columns: ReadonlyMap<string, number>;
  readonly idf: Float32Array;
}

/** How many words that the vocabulary does not know are remembered, with their letters. */
const REMEMBERED_WORDS = 20_000;

const NO_LETTERS = new Int32Array(0);

/**
 * The features that a model knows, and how telling each is. What only one or two tickets of the desk say (a name, a password)
 * never becomes one of them.
 */
export class Vocabulary {
  readonly choice: FeatureChoice;
  readonly words: Family;
  readonly letters: Family;
  readonly width: number;
  private numbered: NumberedWords | null = null;
  private readonly known = new Map<string, SeenWord>();
  private readonly strangers = new Map<string, SeenWord>();
  private readonly counts: CountedRows;

  constructor(choice: FeatureChoice, words: Family, letters: Family) {
    this.choice = choice;
    this.words = words;
    this.letters = letters;
    this.width = words.idf.length + letters.idf.length;
    this.counts = new CountedRows(this.width);
  }

  rowOf(text: PlainText): TextRow {
    const read = this.readOf(text);
    const { counts } = this;
    for (const { seen, pair } of read) {
      counts.count(seen.column);
      counts.count(pair);
    }
    counts.weigh(this.words.idf, 0, 1);
    for (const { seen } of read) counts.countAll(seen.letters);
    counts.weigh(this.letters.idf, this.words.idf.length, this.choice.lettersWeight);
    const knownWords = knownWordsOf(read);
    const { known, of } = knownWords;
    return { ...counts.takeRow(), knownShare: of === 0 ? 1 : known / of, knownWords, read };
  }

  /** Found out when the first text is read: a vocabulary that is only made and stored reads none. */
  private get numbers(): NumberedWords {
    return (this.numbered ??= new NumberedWords(this.words));
  }

  private readOf(text: PlainText): ReadWord[] {
    const read: ReadWord[] = [];
    const { numbers } = this;
    let before = -1;
    for (const word of wordsOfTicket(text)) {
      if (word === null) {
        before = -1;
        continue;
      }
      if (!this.choice.functionWords && FUNCTION_WORDS.has(word)) continue;
      const seen = this.known.get(word) ?? this.strangers.get(word) ?? this.see(word);
      const { number } = seen;
      read.push({ seen, pair: numbers.pairOf(before, number) });
      before = number;
    }
    return read;
  }

  /** Sees a word for the first time. */
  private see(word: string): SeenWord {
    const number = this.numbers.of(word);
    const isOwn = isOwnWord(word);
    const seen = {
      ...{ word, number, isOwn, column: this.words.columns.get(word) ?? -1 },
      letters: isOwn ? this.knownLettersOf(word) : NO_LETTERS,
      isFunctionWord: FUNCTION_WORDS.has(word),
    };
    if (this.strangers.size >= REMEMBERED_WORDS) this.strangers.clear();
    (number >= 0 ? this.known : this.strangers).set(word, seen);
    return seen;
  }

  private knownLettersOf(word: string): Int32Array {
    const known: number[] = [];
    for (const run of lettersOf(word)) {
      const column = this.letters.columns.get(run);
      if (column !== undefined) known.push(this.words.idf.length + column);
    }
    return Int32Array.from(known);
  }
}

/** The words of known features by numbers, so that a pair is found by two of them. */
class NumberedWords {
  private readonly numbers = new Map<string, number>();
  private readonly pairs = new Map<number, number>();

  constructor({ columns }: Family) {
    const pairs: (readonly [first: number, second: number, column: number])[] = [];
    for (const [name, column] of columns) {
      const between = name.indexOf(' ');
      if (between < 0) this.number(name);
      else pairs.push([this.number(name.slice(0, between)), this.number(name.slice(between + 1)), column]);
    }
    for (const [first, second, column] of pairs) this.pairs.set(this.pairKey(first, second), column);
  }

  /** -1 for a word that is in none. */
  of(word: string): number {
    return this.numbers.get(word) ?? -1;
  }

  /** The column of two neighbours by their numbers, or -1. */
  pairOf(first: number, second: number): number {
    return first >= 0 && second >= 0 ? (this.pairs.get(this.pairKey(first, second)) ?? -1) : -1;
  }

  private number(word: string): number {
    const number = this.numbers.get(word) ?? this.numbers.size;
    this.numbers.set(word, number);
    return number;
  }

  private pairKey(first: number, second: number): number {
    return first * this.numbers.size + second;
  }
}

function knownWordsOf(read: readonly ReadWord[]): KnownWords {
  const own = new Set<SeenWord>();
  let known = 0;
  for (const { seen } of read) {
    if (!seen.isOwn || own.has(seen)) continue;
    own.add(seen);
    if (seen.column >= 0) known += 1;
  }
  return { known, of: own.size };
}
