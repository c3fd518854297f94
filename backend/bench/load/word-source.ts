import type { DemoRandom } from '../../src/setup/demo/demo-random.ts';
import type { BenchLanguage } from './languages.ts';

/** A language that few write in has its names, too. */
const LEAST_SHARE = 0.1;
const MATTERS_OF_TOPIC = 4;
const RARE_OF_TOPIC = 6;

/** What one recurring topic is written with. */
export interface Topic {
  readonly source: WordSource;
  readonly category: number;
  readonly words: readonly string[];
}

/** The words of one language, drawn as often as people use them: the n-th most frequent 1/n as often as the first (Zipf). */
export class WordSource {
  readonly all: readonly string[];
  readonly #language: BenchLanguage;
  readonly #rare: readonly string[];

  /** @param rareWords how many there are in all languages: names, products, places, slips of the pen. */
  constructor(language: BenchLanguage, rareWords: number, random: DemoRandom) {
    this.#language = language;
    const rare = new Set<string>();
    while (rare.size < rareWords * Math.max(LEAST_SHARE, language.share)) {
      const length = random.int(2, language.syllables.some((syllable) => syllable.length > 1) ? 4 : 5);
      rare.add(Array.from({ length }, () => random.pick(language.syllables)).join(''));
    }
    this.#rare = [...rare];
    this.all = [...new Set([...language.common, ...language.matters, ...this.#rare])];
  }

  common(random: DemoRandom): string {
    return zipf(this.#language.common, random);
  }

  matter(random: DemoRandom): string {
    return zipf(this.#language.matters, random);
  }

  rare(random: DemoRandom): string {
    return zipf(this.#rare, random);
  }

  topic(category: number, random: DemoRandom): Topic {
    const words = [
      ...Array.from({ length: MATTERS_OF_TOPIC }, () => random.pick(this.#language.matters)),
      ...Array.from({ length: RARE_OF_TOPIC }, () => random.pick(this.#rare)),
    ];
    return { source: this, category, words };
  }
}

/** One of some, the first most often: evenly drawn on the scale of logarithms. */
export function zipf<T>(from: readonly T[], random: DemoRandom): T {
  const picked = from[Math.floor((from.length + 1) ** random.next()) - 1];
  if (picked === undefined) throw new Error('There is nothing to draw from');
  return picked;
}
