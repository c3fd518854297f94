/** The element of a message's HTML that holds what is quoted has this mark. */
export const QUOTE_MARK = 'data-quote';

/** By so many letters and digits the beginning of a quote is known. */
const KEY_MAX = 20;
const LETTER = /[\p{L}\p{N}]/u;
/** What people see, but for the signs and rules that lead to a quote. */
const SIGN = /[^\s\p{Cf}_>|*–—-]/u;
/** Of safe HTML, in which nothing is left open or unescaped: a tag with its name, a reference, or text. */
const PIECE = /<\/?([a-z][a-z0-9]*)[^>]*>|&[^;]*;|[^<&]+/g;
const VOID = new Set(['br', 'col', 'hr', 'img']);

/**
 * Safe HTML in which the quote is marked that the text folds: all from its first words on goes into an element of its own, at the
 * end. Unchanged where these words are not found, or nothing stands before them.
 */
export function withMarkedQuote(html: string, folded: string): string {
  const { letters, ends } = wordsOf(html);
  const at = beginning(letters, lettersOf(folded));
  const end = at === null ? 0 : (ends[at] ?? 0);
  if (end === 0) return html;
  const open = openIn(html.slice(0, end));
  const closed = open.map(({ name }) => `</${name}>`).reverse();
  const again = open.map(({ tag }) => tag);
  return [html.slice(0, end), ...closed, `<div ${QUOTE_MARK}>`, ...again, html.slice(end), '</div>'].join('');
}

/** Where a text begins that ends like the quote: of all places of its first letters the one with about as much behind it. */
function beginning(letters: string, quote: string): number | null {
  const key = quote.slice(0, KEY_MAX);
  if (key === '') return null;
  const expected = letters.length - quote.length;
  let nearest: number | null = null;
  for (let at = letters.indexOf(key); at >= 0; at = letters.indexOf(key, at + 1)) {
    if (nearest === null || Math.abs(at - expected) < Math.abs(nearest - expected)) nearest = at;
  }
  return nearest;
}

/** The letters and digits of HTML, and before each of them where that ends in the source which is seen before it. */
function wordsOf(html: string): { readonly letters: string; readonly ends: readonly number[] } {
  const letters: string[] = [];
  const ends: number[] = [];
  let seen = 0;
  /** Of the text since the last tag, where it ends so far; null while nothing of it is seen. */
  let written: number | null = null;
  for (const { 0: piece, 1: name, index } of html.matchAll(PIECE)) {
    const end = index + piece.length;
    if (name !== undefined) {
      seen = name === 'img' ? end : (written ?? seen);
      written = null;
      continue;
    }
    if (piece.startsWith('&')) continue;
    for (let at = index; at < end; at++) {
      const sign = html.charAt(at);
      if (LETTER.test(sign)) {
        letters.push(sign);
        ends.push(written === null ? seen : at);
      }
      if (SIGN.test(sign)) written = end;
    }
    if (written !== null) written = end;
  }
  return { letters: letters.join(''), ends };
}

/** The elements that are open at the end of HTML, the outermost first, with the tags that opened them. */
function openIn(html: string): readonly { readonly name: string; readonly tag: string }[] {
  const open: { name: string; tag: string }[] = [];
  for (const [tag, name] of html.matchAll(PIECE)) {
    if (name === undefined || VOID.has(name)) continue;
    if (tag.startsWith('</')) open.pop();
    else open.push({ name, tag });
  }
  return open;
}

function lettersOf(text: string): string {
  return text
    .split('')
    .filter((letter) => LETTER.test(letter))
    .join('');
}
