/** A text as people compare it, with the place in the original of the character that each of its letters is of. */
export interface Folded {
  readonly text: string;
  readonly places: readonly number[];
}

/** A text as people compare it: whatever the case of its letters and the marks on them. */
export function comparable(text: string): string {
  // Most texts are this, and a page of them is compared at once.
  if (/^\p{ASCII}*$/u.test(text)) return text.toLowerCase();
  const plain = text.normalize('NFKD').toUpperCase().toLowerCase().replace(/\p{M}/gu, '');
  return plain.replaceAll('\u03c2', '\u03c3');
}

/** The same with places. */
export function fold(text: string): Folded {
  const places: number[] = [];
  let [folded, at] = ['', 0];
  for (const character of text) {
    const plain = plainOf(character);
    if (plain.length === 1) places.push(at);
    else places.push(...Array<number>(plain.length).fill(at));
    folded += plain;
    at += character.length;
  }
  return { text: folded, places };
}

/** What characters are compared as: texts have some hundred of them, over and over. */
const known = new Map<string, string>();
const KNOWN_MAX = 10_000;

function plainOf(character: string): string {
  let plain = known.get(character);
  if (plain === undefined) {
    if (known.size === KNOWN_MAX) known.clear();
    plain = comparable(character);
    known.set(character, plain);
  }
  return plain;
}
