/** One thing that must occur: a word or phrase as typed. The last word of an unfinished term is still being typed. */
export interface SearchTerm {
  readonly text: string;
  readonly finished: boolean;
}

/** Whether a text index, which knows words alone, cannot say that the term stands in a text. */
export function isReadLiterally({ text, finished }: SearchTerm): boolean {
  return finished || /[^\p{L}\p{N}]/u.test(text);
}

/** What a person typed into the search field: the number of a ticket, or terms that must all occur. */
export type TicketSearch = { readonly id: number } | { readonly terms: readonly SearchTerm[] };

export const SEARCH_MAX = 200;

const TICKET_NUMBER = /^#(\d{1,15})$/;
const QUOTES = /["“”„«»]/;
// eslint-disable-next-line no-control-regex -- a control character cannot be searched for and separates words
const SEPARATORS = /[\s\u0000-\u001f\u007f]+/u;

/**
 * Reads a search: `#123` is a ticket, text in quotation marks is a phrase, everything else is words; nothing is an
 * operator. Null when there is nothing to look for.
 */
export function parseSearch(input: string): TicketSearch | null {
  const text = input.toWellFormed().split(SEPARATORS).join(' ').trim();
  const number = TICKET_NUMBER.exec(text)?.[1];
  if (number !== undefined) return { id: Number(number) };
  const terms = text.split(QUOTES).flatMap((part, index, parts) => {
    const quoted = index % 2 === 1;
    const closed = quoted && index < parts.length - 1;
    return (quoted ? [part.trim()] : part.split(' ')).map((term) => ({ text: term, finished: closed }));
  });
  const distinct = new Map(
    terms.filter((term) => term.text !== '').map((term) => [`${String(term.finished)} ${term.text}`, term]),
  );
  return distinct.size === 0 ? null : { terms: [...distinct.values()] };
}
