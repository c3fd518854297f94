/** A piece of the text, in order; all pieces together are the text. */
export interface Segment {
  readonly text: string;
  /** It decided the suggestion. */
  readonly decided: boolean;
}

/** Cuts a text where the quoted excerpts stand in it, everywhere they stand, whatever their case. */
export function decidingWords(text: string, excerpts: readonly string[]): Segment[] {
  const segments: Segment[] = [];
  let end = 0;
  for (const [from, to] of joined(excerpts.flatMap((excerpt) => places(text, excerpt)))) {
    if (from > end) segments.push({ text: text.slice(end, from), decided: false });
    segments.push({ text: text.slice(from, to), decided: true });
    end = to;
  }
  if (end < text.length) segments.push({ text: text.slice(end), decided: false });
  return segments;
}

type Place = readonly [from: number, to: number];

/** Whole words where there are any; in scripts without spaces an excerpt has letters around it. */
function places(text: string, excerpt: string): Place[] {
  const words = excerpt.trim();
  if (words === '') return [];
  const literal = words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
  const whole = find(text, `(?<![\\p{L}\\p{N}])${literal}(?![\\p{L}\\p{N}])`);
  return whole.length > 0 ? whole : find(text, literal);
}

function find(text: string, pattern: string): Place[] {
  return [...text.matchAll(new RegExp(pattern, 'giu'))].map(({ 0: match, index }) => [index, index + match.length]);
}

/** In order, and one place where several overlap. */
function joined(found: readonly Place[]): Place[] {
  const places: Place[] = [];
  for (const [from, to] of found.toSorted((one, other) => one[0] - other[0])) {
    const last = places.at(-1);
    if (last && from < last[1]) places[places.length - 1] = [last[0], Math.max(last[1], to)];
    else places.push([from, to]);
  }
  return places;
}
