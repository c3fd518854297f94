import { expressions } from 'franc-min/expressions.js';

/** Scripts as franc tells them apart, by its names. */
const SCRIPTS: readonly string[] = Object.keys(expressions);
/** Each for a single letter. */
const LETTERS: readonly RegExp[] = Object.values(expressions).map(({ source }) => new RegExp(source));
/** Letters of one unit of UTF-16, which is nearly all, are looked up once. */
const UNITS = 1 << 16;

/** To which scripts letters belong, by their positions: the same combinations are one. */
const combinations: (readonly number[])[] = [];
/** The combination that a letter has, counted from 1; 0 for a letter that nobody has met. */
const known = new Uint16Array(UNITS);

/** The script that most letters of a text are of, the first of several; null when it has no letters. */
export function scriptOf(text: string): string | null {
  const counts = new Array<number>(combinations.length).fill(0);
  for (const letter of text) {
    const combination = combinationOf(letter);
    counts[combination] = (counts[combination] ?? 0) + 1;
  }
  const letters = new Array<number>(SCRIPTS.length).fill(0);
  counts.forEach((count, combination) => {
    for (const script of combinations[combination] ?? []) letters[script] = (letters[script] ?? 0) + count;
  });
  const most = Math.max(...letters);
  return most === 0 ? null : (SCRIPTS[letters.indexOf(most)] ?? null);
}

function combinationOf(letter: string): number {
  const unit = letter.length === 1 ? letter.charCodeAt(0) : UNITS;
  const met = known[unit] ?? 0;
  if (met > 0) return met - 1;
  const scripts = [...LETTERS.keys()].filter((at) => LETTERS[at]?.test(letter));
  let combination = combinations.findIndex((one) => one.join() === scripts.join());
  if (combination < 0) combination = combinations.push(scripts) - 1;
  // Beyond the end for a letter of two units, where nothing is kept.
  known[unit] = combination + 1;
  return combination;
}
