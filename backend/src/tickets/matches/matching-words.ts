import type { SearchTerm } from '../domain/ticket-search.ts';

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

/** The part of a text around the first of the terms in it, in pieces; empty where none stands in it. */
export function excerptOf(text: string, terms: readonly SearchTerm[]): readonly Piece[] {
  const { folded, starts, ends } = fold(text);
  const places = terms
    .flatMap(({ text: term }) => placesOf(comparable(term), folded))
    .map(({ from, to }) => ({ from: starts[from] ?? 0, to: ends[to - 1] ?? 0 }))
    .toSorted((one, other) => one.from - other.from);
  const [first] = places;
  if (!first) return [];
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

/** A text as people compare it: whatever the case of its letters and the marks on them. */
function comparable(text: string): string {
  // Most texts are this, and a page of them is compared at once.
  if (/^\p{ASCII}*$/u.test(text)) return text.toLowerCase();
  const plain = text.normalize('NFKD').toUpperCase().toLowerCase().replace(/\p{M}/gu, '');
  return plain.replaceAll('\u03c2', '\u03c3');
}

/** The same with the place of each of its letters in the original. */
function fold(text: string): { readonly folded: string; readonly starts: number[]; readonly ends: number[] } {
  const [starts, ends]: [number[], number[]] = [[], []];
  let [folded, at] = ['', 0];
  for (const character of text) {
    const plain = comparable(character);
    starts.push(...Array<number>(plain.length).fill(at));
    ends.push(...Array<number>(plain.length).fill(at + character.length));
    folded += plain;
    at += character.length;
  }
  return { folded, starts, ends };
}
