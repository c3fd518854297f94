import { UNSEEN } from '../../common/validation/unseen.ts';

/** A text in plain characters, and where each of them stands in the text as it was written. */
export interface FoldedText {
  readonly text: string;
  /** Where the character that begins at a place of `text` begins in the original. */
  startOf(place: number): number;
  /** Where the character that ends before a place of `text` ends in the original. */
  endOf(place: number): number;
}

const UNSEEN_CHARACTER = new RegExp(`^[${UNSEEN}]$`, 'u');

/**
 * A text as a search for numbers and addresses wants it: wide and styled characters plain (NFKC), the digits of every script
 * as 0 to 9, all dashes and spaces of one kind, and nothing that readers do not see. No character of a value hides it.
 */
export function foldedText(original: string): FoldedText {
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  let at = 0;
  for (const character of original) {
    const folded = foldedCharacter(character);
    starts.push(...Array<number>(folded.length).fill(at));
    ends.push(...Array<number>(folded.length).fill(at + character.length));
    text += folded;
    at += character.length;
  }
  return { text, startOf: (place) => starts[place] ?? original.length, endOf: (place) => ends[place - 1] ?? 0 };
}

function foldedCharacter(character: string): string {
  if (character >= ' ' && character <= '~') return character;
  if (character === '\n' || character === '\r') return '\n';
  if (UNSEEN_CHARACTER.test(character)) return '';
  if (/^[\p{Zs}\t]$/u.test(character)) return ' ';
  if (/^[\p{Pd}\u2212\u2043]$/u.test(character)) return '-';
  if (/^\p{Nd}$/u.test(character)) return String(digitOf(character.codePointAt(0) ?? 0));
  return character.normalize('NFKC');
}

/** Scripts have their ten digits in a row, from zero on; some rows follow each other. */
function digitOf(codePoint: number): number {
  let first = codePoint;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(first - 1))) first--;
  return (codePoint - first) % 10;
}
