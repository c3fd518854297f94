import { type SearchTerm, UNSPACED } from './ticket-search.ts';

/** A word that many tickets have, as the text index knows it, and which share of the tickets has it, from 0 to 1. */
export interface FrequentWord {
  readonly lexeme: string;
  readonly share: number;
}

/** The words that many tickets of this desk have. Any other word is in fewer than `least` of them. */
export interface FrequentWords {
  /** How many tickets there are. */
  readonly tickets: number;
  /** A share, from 0 to 1. */
  readonly least: number;
  readonly words: readonly FrequentWord[];
}

/** Nobody counts signs; most stand in many texts. */
const SHARE_OF_SIGNS = 0.5;
/** A part of a word is found from this length on. */
const SHORTEST_PART = 4;
/** What no word has, and stands between two. */
const BREAK = '\n';
const UNSPACED_RUN = new RegExp(`[${UNSPACED}]+`, 'gu');
const WORD = /[\p{L}\p{N}]+/gu;

/**
 * Which share of the tickets a term may be expected in, from 0 to 1. Its words are compared more coarsely than the database
 * does: a wrong guess costs time, never an answer.
 */
export function shareOf({ text, finished }: SearchTerm, { words, least }: FrequentWords): number {
  const folded = coarselyFolded(text);
  const runs = folded.match(UNSPACED_RUN) ?? [];
  const pairs = runs.flatMap((run) => pairsOf(run));
  const spaced = folded.replace(UNSPACED_RUN, ' ').match(WORD) ?? [];
  const shares = [
    ...pairs.map((pair) => united(words, pair.length === 1 ? BREAK + pair : BREAK + pair + BREAK)),
    ...spaced.map((word, index) => {
      const isOpen = !finished && index === spaced.length - 1 && folded.endsWith(word);
      if (!isOpen) return united(words, BREAK + word + BREAK);
      const isPart = index === 0 && word.length >= SHORTEST_PART;
      return united(words, isPart ? word : BREAK + word);
    }),
  ];
  if (shares.length === 0) return SHARE_OF_SIGNS;
  return shares.reduce((product, share) => product * Math.max(share, least), 1);
}

/** The share that has any of the words in which something stands, if words meet by chance. */
function united(words: readonly FrequentWord[], sought: string): number {
  const { text, starts } = inOneText(words);
  let none = 1;
  let at = text.indexOf(sought);
  while (at >= 0) {
    const place = lastUpTo(starts, at);
    none *= 1 - (words[place]?.share ?? 0);
    at = text.indexOf(sought, starts[place + 1] ?? text.length);
  }
  return 1 - none;
}

interface OneText {
  readonly text: string;
  /** Where each word begins, with the sign before it. */
  readonly starts: readonly number[];
}

const texts = new WeakMap<readonly FrequentWord[], OneText>();

/** All words in one text, each between line breaks: to look through that is many times quicker than through each. */
function inOneText(words: readonly FrequentWord[]): OneText {
  const known = texts.get(words);
  if (known) return known;
  const starts: number[] = [];
  let text = BREAK;
  for (const { lexeme } of words) {
    starts.push(text.length - 1);
    text += lexeme + BREAK;
  }
  const made = { text, starts };
  texts.set(words, made);
  return made;
}

/** The place of the last of some numbers, which grow, that is not greater than another. */
function lastUpTo(numbers: readonly number[], most: number): number {
  let [low, high] = [0, numbers.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((numbers[middle] ?? Infinity) <= most) low = middle;
    else high = middle - 1;
  }
  return low;
}

function coarselyFolded(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mn}/gu, '')
    .toUpperCase()
    .toLowerCase()
    .normalize('NFC')
    .trim();
}

function pairsOf(run: string): string[] {
  const letters = [...run];
  if (letters.length === 1) return letters;
  return letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`);
}
