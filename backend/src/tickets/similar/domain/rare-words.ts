/** How much is known of how frequent the words of this desk are. */
export interface WordCensus {
  /** How many tickets there were. */
  readonly tickets: number;
  /** Which share of them was read, from 0 to 1. */
  readonly share: number;
}

/** A word of a text, and how many tickets have it; null when it was met at most once. */
export interface AskedWord {
  readonly lexeme: string;
  readonly tickets: number | null;
}

/** One question to the text index: all of these words at once, and what a ticket that has them is worth. */
export interface Lookup {
  readonly words: readonly string[];
  readonly weight: number;
}

/** The beginning of a word, so that its other forms count too, and how rare it is, squared, as the cosine takes it. */
export interface WeighedWord {
  readonly lexeme: string;
  readonly beginning: string;
  readonly weight: number;
  /** Whether it was met before. A word that nobody has met counts only when it is found. */
  readonly known: boolean;
}

/**
 * How many tickets single words may be expected to find, and how many pairs of the next ones may besides: each is read
 * from its own place on the disk. Pairs find fewer, which have more in common.
 */
const MATCHES_OF_WORDS = 1_000;
const MATCHES_OF_PAIRS = 500;
const MOST_KNOWN = 60;
/** Numbers of orders and the like: nearly each is in no other ticket, and asking costs as much as for one that is. */
const MOST_UNKNOWN = 40;
/** A word that a sample met once at most is in fewer tickets than one of the sample stands for. */
const UNKNOWN_PER_SAMPLED = 0.3;
const PAIRED = 6;
/** Where even pairs are frequent, so many words are asked for at once. */
const AT_ONCE = 4;
/** Words of one matter meet more often than chance has it. */
const TOGETHER = 5;
const MOST_WEIGHED = 80;
const SHORTEST_CUT = 5;
const SHORTEST_BEGINNING = 4;
const LONGEST_BEGINNING = 6;

/**
 * What the text index is asked for, so that it has little to read whatever the desk's size: the rarest words first until
 * so many tickets are expected, then pairs of the next ones, those that are expected to find least first. Of nothing but
 * frequent words some are asked for together.
 */
export function lookupsFor(words: readonly AskedWord[], census: WordCensus): Lookup[] {
  const unknown = unmetFirst(words.filter(({ tickets }) => tickets === null)).slice(0, MOST_UNKNOWN);
  const known = rarestFirst(words);
  const rare = within(MATCHES_OF_WORDS, known, ({ tickets }) => tickets).slice(0, MOST_KNOWN);
  const next = known.slice(rare.length, rare.length + PAIRED);
  const asked = [...[...unknown, ...rare].map((word) => [word]), ...pairs(next, census)];
  const last = known.length > 1 ? [known.slice(0, AT_ONCE)] : [];
  return (asked.length > 0 ? asked : last).map((together) => ({
    words: together.map(({ lexeme }) => lexeme),
    weight: together.reduce((sum, word) => sum + rarity(word, census), 0),
  }));
}

/** The most telling words of a text, which all candidates are weighed by; of several forms of one word the most frequent. */
export function weighed(words: readonly AskedWord[], census: WordCensus): WeighedWord[] {
  const forms = Map.groupBy(words, ({ lexeme }) => beginningOf(lexeme));
  return [...forms]
    .map(([beginning, same]) => {
      const word = same.reduce((one, other) => ((other.tickets ?? 0) > (one.tickets ?? 0) ? other : one));
      return { lexeme: word.lexeme, beginning, weight: rarity(word, census) ** 2, known: word.tickets !== null };
    })
    .sort((one, other) => Number(other.known) - Number(one.known) || other.weight - one.weight)
    .slice(0, MOST_WEIGHED);
}

/** What the forms of a word share, in the languages that change its end: short words and numbers are taken as they are. */
function beginningOf(lexeme: string): string {
  const letters = [...lexeme];
  if (letters.length < SHORTEST_CUT || !/^\p{L}+$/u.test(lexeme)) return lexeme;
  return letters.slice(0, Math.max(SHORTEST_BEGINNING, Math.min(LONGEST_BEGINNING, letters.length - 2))).join('');
}

/** A text of which less has been met is about something else, or in another language: what it shares is chance. */
const LEAST_MET = 0.25;

/**
 * Whether a text is so unlike all tickets that none is similar: of its words (numbers aside) hardly any was met before.
 *
 * @param found the words that the lookups found.
 */
export function isUnlikeAll(
  words: readonly AskedWord[],
  lookups: readonly Lookup[],
  found: ReadonlySet<string>,
): boolean {
  const asked = new Set(lookups.flatMap((lookup) => lookup.words));
  const weighable = words.filter((word) => !isNumber(word) && (word.tickets !== null || asked.has(word.lexeme)));
  const met = weighable.filter(({ lexeme, tickets }) => tickets !== null || found.has(lexeme));
  return met.length < LEAST_MET * weighable.length;
}

type Met = AskedWord & { readonly tickets: number };

function rarestFirst(words: readonly AskedWord[]): Met[] {
  return words.filter((word): word is Met => word.tickets !== null).sort((one, other) => one.tickets - other.tickets);
}

/** Words before numbers, which mostly stand alone. */
function unmetFirst(words: readonly AskedWord[]): AskedWord[] {
  return words.toSorted((one, other) => Number(isNumber(one)) - Number(isNumber(other)));
}

function isNumber({ lexeme }: AskedWord): boolean {
  return /^\d+$/.test(lexeme);
}

function pairs(words: readonly Met[], { tickets }: WordCensus): (readonly Met[])[] {
  const together = words
    .flatMap((one, index) => words.slice(index + 1).map((other) => [one, other] as const))
    .map((pair) => ({
      pair,
      expected: Math.min(pair[0].tickets, (pair[0].tickets * pair[1].tickets * TOGETHER) / tickets),
    }))
    .sort((one, other) => one.expected - other.expected);
  return within(MATCHES_OF_PAIRS, together, ({ expected }) => expected).map(({ pair }) => pair);
}

/** The first of some, until together they are expected to find so many. */
function within<T>(budget: number, from: readonly T[], expected: (one: T) => number): T[] {
  let sum = 0;
  const end = from.findIndex((one) => (sum += expected(one)) > budget);
  return end === -1 ? [...from] : from.slice(0, end);
}

/** Inverse document frequency, after K. Spärck Jones (1972), smoothed. */
function rarity({ tickets }: AskedWord, { tickets: all, share }: WordCensus): number {
  return Math.log(1 + all / ((tickets ?? Math.max(1, UNKNOWN_PER_SAMPLED / share)) + 0.5));
}
