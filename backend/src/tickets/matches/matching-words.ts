import { markdownWords } from '../../common/markdown.ts';
import type { SearchTerm } from '../domain/ticket-search.ts';
import { comparable, fold } from './folding.ts';

/** A piece of a text, and whether it is what was looked for. */
export interface Piece {
  readonly text: string;
  readonly match: boolean;
}

/** An excerpt begins so many characters before what was found, and has so many at most. */
const BEFORE = 60;
const EXCERPT = 240;

interface Place {
  readonly from: number;
  readonly to: number;
}

/** Which of the terms stand in a text, as people compare them. */
export function termsIn(text: string, terms: readonly SearchTerm[]): ReadonlySet<SearchTerm> {
  const plain = comparable(text);
  return new Set(terms.filter((term) => plain.includes(comparable(term.text))));
}

/**
 * The part of a text around the first of the terms in it, in pieces; empty where none stands in it. Of Markdown the words are told, and the
 * text as it is typed where a term stands only in its signs, such as the address of a link.
 */
export function excerptOf(
  text: string,
  terms: readonly SearchTerm[],
  { markdown = false }: { readonly markdown?: boolean } = {},
): readonly Piece[] {
  const places = placesIn(text, terms);
  const [first] = places;
  if (!first) return [];
  if (markdown) {
    const words = markdownWords(linesAround(text, first));
    const found = placesIn(words, terms);
    if (found[0]) return cutAround(words, found[0], found);
  }
  return cutAround(text, first, places);
}

/** In the order in which they stand. */
function placesIn(text: string, terms: readonly SearchTerm[]): readonly Place[] {
  const { text: folded, places } = fold(text);
  return terms
    .flatMap(({ text: term }) => placesOf(comparable(term), folded))
    .map(({ from, to }) => ({ from: places[from] ?? 0, to: endOf(text, places[to - 1] ?? 0) }))
    .toSorted((one, other) => one.from - other.from);
}

/** The lines in which an excerpt would stand, so that signs are read as they are meant and no more is than is told. */
function linesAround(text: string, { from, to }: Place): string {
  const end = text.indexOf('\n', to + 2 * EXCERPT);
  return text.slice(text.lastIndexOf('\n', Math.max(0, from - EXCERPT)) + 1, end < 0 ? text.length : end);
}

function cutAround(text: string, first: Place, places: readonly Place[]): readonly Piece[] {
  const begin = first.from <= BEFORE ? 0 : wordBegin(text, first.from - BEFORE);
  const end = Math.min(text.length, Math.max(first.to, begin + EXCERPT));
  return piecesOf(text, { from: begin, to: end }, places);
}

/** Where a term stands: at the beginnings of words, or where it is at none of those, anywhere. */
function placesOf(term: string, folded: string): readonly Place[] {
  if (term === '') return [];
  const all: Place[] = [];
  for (let at = folded.indexOf(term); at >= 0; at = folded.indexOf(term, at + term.length))
    all.push({ from: at, to: at + term.length });
  const words = all.filter(({ from }) => !/[\p{L}\p{N}]/u.test(folded[from - 1] ?? ' '));
  return words.length > 0 ? words : all;
}

/** Where the character at a place ends. */
function endOf(text: string, at: number): number {
  return at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
}

function piecesOf(text: string, { from, to }: Place, places: readonly Place[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = from;
  const add = (until: number, match: boolean) => {
    if (until > at) pieces.push({ text: text.slice(at, until), match });
    at = Math.max(at, until);
  };
  for (const place of places.filter((one) => one.to <= to)) {
    add(place.from, false);
    add(place.to, true);
  }
  add(to, false);
  return pieces;
}

/** No word begins in its middle, unless it is very long. */
function wordBegin(text: string, near: number): number {
  const space = text.slice(near, near + BEFORE / 2).search(/\s/u);
  return space < 0 ? near : near + space + 1;
}
