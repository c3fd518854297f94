/** Shorter ones are words, numbers of orders and the like. */
const SHORTEST = 20;
const SHORTEST_PART = 16;
/** Bits for each character, by how often each occurs in it. */
const LEAST_ENTROPY = 3;
/** How often letters, digits, capitals take turns, for each place between two characters. */
const MANY_TURNS = 0.3;
const MANY_TURNS_OF_LETTERS = 0.38;

/** Whether a word without spaces is drawn at random, as keys are: no path, no name in a program, no number. */
export function isRandom(word: string): boolean {
  if (word.length < SHORTEST) return false;
  if (/^[\da-f]+$/i.test(word)) return isHexadecimal(word);
  if (/^\{?[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}\}?$/i.test(word)) return true;
  const parts = word.split(/[^A-Za-z\d]+/).filter((part) => part !== '');
  if (parts.some((part) => part.length >= SHORTEST_PART && looksDrawn(part))) return true;
  // Keys have a sign now and then, and what is read by people has one between words.
  const solid = parts.join('');
  const isBroken = parts.length > Math.max(2, solid.length / 9);
  return solid.length >= SHORTEST + SHORTEST_PART / 2 && !isBroken && looksDrawn(solid);
}

function isHexadecimal(word: string): boolean {
  const letters = word.replace(/\d/g, '').length;
  return word.length >= 24 && letters >= 3 && word.length - letters >= 3;
}

function looksDrawn(word: string): boolean {
  if (entropy(word) < LEAST_ENTROPY) return false;
  const turns = turnsOf(word) / (word.length - 1);
  const hasDigits = /\d/.test(word);
  return turns >= (hasDigits && /[A-Za-z]/.test(word) ? MANY_TURNS : MANY_TURNS_OF_LETTERS);
}

function turnsOf(word: string): number {
  const kinds = [...word].map((character) => (/\d/.test(character) ? 0 : /[a-z]/.test(character) ? 1 : 2));
  return kinds.filter((kind, at) => at > 0 && kind !== kinds[at - 1]).length;
}

/** C. E. Shannon (1948), in bits for each character. */
function entropy(word: string): number {
  const counts = Map.groupBy(word, (character) => character);
  return [...counts.values()].reduce(
    (sum, { length }) => sum - (length / word.length) * Math.log2(length / word.length),
    0,
  );
}
