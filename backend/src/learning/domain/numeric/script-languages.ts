/** How far a text is from a language for each three letters in a row that the language does not know. */
const UNKNOWN = 300;
/** Three letters are one number. No text that is read has more kinds of letters than fit. */
const BITS = 10;
/** What franc takes for the space between words. */
const BETWEEN_WORDS = /[\u0021-\u0040\s]+/g;

/**
 * The languages of one script, each by the three letters in a row that are most frequent in it. Gives the same figures as
 * franc, which looks up all that a text has in every language; here a text finds the languages that know what it has.
 */
export class ScriptLanguages {
  private readonly names: readonly string[];
  /** The letters that languages know, by their units of UTF-16, numbered. */
  private readonly letters = new Map<number, number>();
  /** For three letters the languages that know them, each with its rank. */
  private readonly known = new Map<number, number[]>();

  /** @param languages of each what is most frequent first, with bars between. */
  constructor(languages: Readonly<Record<string, string>>) {
    this.names = Object.keys(languages);
    Object.values(languages).forEach((frequent, language) => {
      frequent.split('|').forEach((three, rank) => {
        const number = trigramsOf(three, this.letters, this.letters)[0]!;
        const ranks = this.known.get(number);
        if (ranks) ranks.push(language, rank);
        else this.known.set(number, [language, rank]);
      });
    });
  }

  /** How much a text is like each language: 1 for the likeliest, which comes first. */
  likenessOf(text: string): Map<string, number> {
    const distances = this.distancesOf(text);
    const ranked = [...distances.keys()].sort((one, other) => distances[one]! - distances[other]!);
    const least = distances[ranked[0]!]!;
    const most = text.length * UNKNOWN - least;
    // A text of which nobody knows anything is like no language.
    const likeness = (distance: number): number => (most === 0 ? 0 : 1 - (distance - least) / most);
    return new Map(ranked.map((language) => [this.names[language]!, likeness(distances[language]!)]));
  }

  private distancesOf(text: string): Float64Array {
    const cleaned = ` ${text.replace(BETWEEN_WORDS, ' ').trim().toLowerCase()} `;
    const trigrams = trigramsOf(cleaned, this.letters, new Map()).sort();
    const distances = new Float64Array(this.names.length);
    let distinct = 0;
    for (let at = 0; at < trigrams.length; distinct += 1) {
      const from = at;
      const trigram = trigrams[from]!;
      while (trigrams[at] === trigram) at += 1;
      const ranks = this.known.get(trigram);
      if (!ranks) continue;
      for (let of = 0; of < ranks.length; of += 2) {
        distances[ranks[of]!]! += Math.abs(at - from - ranks[of + 1]! - 1) - UNKNOWN;
      }
    }
    return distances.map((nearer) => distinct * UNKNOWN + nearer);
  }
}

/** Each three letters in a row as a number; letters that are not among the known ones are numbered behind them. */
function trigramsOf(text: string, known: ReadonlyMap<number, number>, others: Map<number, number>): Int32Array {
  const first = others === known ? 0 : known.size;
  const numbers = new Int32Array(text.length);
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at);
    let number = known.get(letter) ?? others.get(letter);
    if (number === undefined) {
      number = first + others.size;
      others.set(letter, number);
    }
    numbers[at] = number;
  }
  const trigrams = new Int32Array(Math.max(0, text.length - 2));
  for (let at = 0; at < trigrams.length; at += 1) {
    trigrams[at] = (numbers[at]! << (2 * BITS)) | (numbers[at + 1]! << BITS) | numbers[at + 2]!;
  }
  return trigrams;
}
