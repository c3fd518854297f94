import { withoutUnseen } from '../../common/validation/unseen.ts';

/** One thing that must occur: a word or phrase as typed. The last word of an unfinished term is still being typed. */
export interface SearchTerm {
  readonly text: string;
  readonly finished: boolean;
}

/** Letters of scripts that put no space between words, or hang particles on them; the migration ReadEveryScript has the same. */
export const UNSPACED =
  '\\u0E00-\\u0EFF\\u1000-\\u109F\\u1100-\\u11FF\\u1780-\\u17FF\\u1950-\\u19DF\\u1A20-\\u1AAF\\u1B00-\\u1B7F\\u3005-\\u3007' +
  '\\u3040-\\u30FF\\u3100-\\u318F\\u31A0-\\u31BF\\u31F0-\\u31FF\\u3400-\\u4DBF\\u4E00-\\uA4CF\\uA960-\\uA9DF\\uA9E0-\\uA9FF' +
  '\\uAA60-\\uAADF\\uAC00-\\uD7FF\\uF900-\\uFAFF\\u{116D0}-\\u{116E3}\\u{11700}-\\u{1174F}\\u{11F00}-\\u{11F5F}' +
  '\\u{17000}-\\u{18DFF}\\u{1AFF0}-\\u{1B2FF}\\u{20000}-\\u{323AF}';

/** What the index tells without a look at the text: a word of at most 16 letters, or two letters that follow each other. */
// eslint-disable-next-line no-misleading-character-class -- ranges begin and end with marks
const TOLD_BY_INDEX = new RegExp(`^(?:(?:(?![${UNSPACED}])[\\p{L}\\p{N}]){1,16}|[${UNSPACED}]{1,2})$`, 'u');

/** Whether a text index, which knows words and pairs of letters, cannot say that the term stands in a text. */
export function isReadLiterally({ text, finished }: SearchTerm): boolean {
  return finished || !TOLD_BY_INDEX.test(text) || text.normalize('NFKC') !== text;
}

/** Terms that must all occur. Who typed nothing but a number may mean the ticket that has it, too. */
export interface SearchText {
  readonly terms: readonly SearchTerm[];
  readonly number: number | null;
}

/** What a person typed into the search field: the number of a ticket, or a text. */
export type TicketSearch = { readonly id: number } | SearchText;

/** In characters (code points). */
export const SEARCH_MAX = 200;

const TICKET_NUMBER = /^#(\d{1,15})$/;
/** `12`, `# 12`, `[#12]`, `Ticket 12`, `TICKET-12`, `Ticket no. 12`, `Fall #12:`. */
const MAYBE_TICKET_NUMBER =
  /^[([{]?\s*(?:ticket(?:\s*[-–—:_]|\b)\s*)?(?:(?:n[ro]\b\.?|(?:\p{L}+[.:]?\s*)?#)\s*)?(\d{1,15})\s*[)\]}]?[.:,;!?]?$/iu;
const QUOTES = /["“”„«»]/;
// eslint-disable-next-line no-control-regex -- a control character cannot be searched for and separates words
const SEPARATORS = /[\s\u0000-\u001f\u007f]+/u;

/**
 * Reads a search: `#123` is a ticket, text in quotation marks is a phrase, everything else is words; nothing is an
 * operator. Null when there is nothing to look for.
 */
export function parseSearch(input: string): TicketSearch | null {
  const text = withoutUnseen(input).split(SEPARATORS).join(' ').trim();
  const plain = withPlainDigits(text);
  const id = TICKET_NUMBER.exec(plain)?.[1];
  if (id !== undefined) return { id: Number(id) };
  const terms = text.split(QUOTES).flatMap((part, index, parts) => {
    const quoted = index % 2 === 1;
    const closed = quoted && index < parts.length - 1;
    return (quoted ? [part.trim()] : part.split(' ')).map((term) => ({ text: term, finished: closed }));
  });
  const distinct = new Map(
    terms.filter((term) => term.text !== '').map((term) => [`${String(term.finished)} ${term.text}`, term]),
  );
  if (distinct.size === 0) return null;
  const number = MAYBE_TICKET_NUMBER.exec(plain)?.[1];
  return { terms: [...distinct.values()], number: number === undefined ? null : Number(number) };
}

/** Digits stand in blocks of ten, beginning with zero; those of every script count. */
function withPlainDigits(text: string): string {
  return text.normalize('NFKC').replace(/(?![0-9])\p{Nd}/gu, (digit) => {
    const isDigit = (code: number) => /\p{Nd}/u.test(String.fromCodePoint(code));
    const code = digit.codePointAt(0) ?? 0;
    let before = 0;
    while (before < 9 && isDigit(code - before - 1)) before += 1;
    return String(before);
  });
}
