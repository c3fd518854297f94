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
    ...pairs.map((pair) =>
      united(words, ({ lexeme }) => (pair.length === 1 ? lexeme.startsWith(pair) : lexeme === pair)),
    ),
    ...spaced.map((word, index) => {
      const isOpen = !finished && index === spaced.length - 1 && folded.endsWith(word);
      if (!isOpen) return united(words, ({ lexeme }) => lexeme === word);
      const isPart = index === 0 && word.length >= SHORTEST_PART;
      return united(words, ({ lexeme }) => (isPart ? lexeme.includes(word) : lexeme.startsWith(word)));
    }),
  ];
  if (shares.length === 0) return SHARE_OF_SIGNS;
  return shares.reduce((product, share) => product * Math.max(share, least), 1);
}

/** The share that has any of some words, if words meet by chance. */
function united(words: readonly FrequentWord[], isOne: (word: FrequentWord) => boolean): number {
  return 1 - words.reduce((none, word) => (isOne(word) ? none * (1 - word.share) : none), 1);
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
