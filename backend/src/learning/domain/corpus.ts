import { type FeatureChoice, isOwnWord, lettersOf } from './features.ts';
import { FUNCTION_WORDS } from './function-words.ts';
import type { PlainText } from './plain-text.ts';
import { wordsOfTicket } from './words.ts';

/** What ends a stretch of words that belong together. */
const BREAK = -1;

/** Texts as numbers of their words, found once for all models that learn from them. */
export interface Corpus {
  /** Every word that occurs, by its number. */
  readonly words: readonly string[];
  /** Every run of three to five letters that occurs within a word, by its number. */
  readonly letters: readonly string[];
  /** The runs of letters of each word, as often as they stand in it; none of a `‹code›`. */
  readonly lettersOfWord: readonly Int32Array[];
  /** The words of text t in order: those from `starts[t]` to `starts[t + 1]`; -1 ends a stretch that belongs together. */
  readonly starts: Int32Array;
  readonly tokens: Int32Array;
}

/** Those texts and words of a corpus that count, and the pairs of neighbours among them. */
export interface CountedTexts {
  readonly choice: FeatureChoice;
  readonly corpus: Corpus;
  /** The words of each text that count, in order. */
  readonly starts: Int32Array;
  readonly tokens: Int32Array;
  /** The number of the pair that each of them ends, or -1. */
  readonly pairs: Int32Array;
  /** The two words of each pair. */
  readonly firsts: readonly number[];
  readonly seconds: readonly number[];
}

export function corpusOf(texts: readonly PlainText[]): Corpus {
  const words = new Map<string, number>();
  const letters = new Map<string, number>();
  const lettersOfWord: Int32Array[] = [];
  const starts = new Int32Array(texts.length + 1);
  const read = texts.map(wordsOfTicket);
  const tokens = new Int32Array(read.reduce((sum, { length }) => sum + length, 0));
  let length = 0;
  for (const [text, ofText] of read.entries()) {
    for (const word of ofText) {
      tokens[length] = word === null ? BREAK : numbered(word);
      length += 1;
    }
    starts[text + 1] = length;
  }
  return { words: [...words.keys()], letters: [...letters.keys()], lettersOfWord, starts, tokens };

  function numbered(word: string): number {
    const known = words.get(word);
    if (known !== undefined) return known;
    lettersOfWord.push(isOwnWord(word) ? Int32Array.from(lettersOf(word), (run) => numberOf(letters, run)) : NONE);
    return numberOf(words, word);
  }
}

/** The same texts, in which only whole words are looked at. */
export function withoutLetters(corpus: Corpus): Corpus {
  return { ...corpus, letters: [], lettersOfWord: corpus.words.map(() => NONE) };
}

/** @param texts which texts of the corpus, by their positions. */
export function countedTexts(corpus: Corpus, choice: FeatureChoice, texts: ArrayLike<number>): CountedTexts {
  const isLeftOut = corpus.words.map((word) => !choice.functionWords && FUNCTION_WORDS.has(word));
  const starts = new Int32Array(texts.length + 1);
  const tokens = new Int32Array(corpus.tokens.length);
  const pairs = new Int32Array(corpus.tokens.length);
  const numbers = new Map<number, number>();
  const [firsts, seconds]: [number[], number[]] = [[], []];
  let length = 0;
  for (let at = 0; at < texts.length; at += 1) {
    const text = texts[at] ?? 0;
    let before = BREAK;
    for (let place = corpus.starts[text] ?? 0; place < (corpus.starts[text + 1] ?? 0); place += 1) {
      const word = corpus.tokens[place] ?? BREAK;
      if (word !== BREAK && isLeftOut[word]) continue;
      if (word !== BREAK) {
        tokens[length] = word;
        pairs[length] = before === BREAK ? BREAK : pairOf(before, word);
        length += 1;
      }
      before = word;
    }
    starts[at + 1] = length;
  }
  return { choice, corpus, starts, tokens: tokens.slice(0, length), pairs: pairs.slice(0, length), firsts, seconds };

  function pairOf(first: number, second: number): number {
    const key = first * corpus.words.length + second;
    const known = numbers.get(key);
    if (known !== undefined) return known;
    firsts.push(first);
    seconds.push(second);
    numbers.set(key, numbers.size);
    return numbers.size - 1;
  }
}

const NONE = new Int32Array(0);

function numberOf(numbers: Map<string, number>, name: string): number {
  const known = numbers.get(name);
  if (known !== undefined) return known;
  numbers.set(name, numbers.size);
  return numbers.size - 1;
}
