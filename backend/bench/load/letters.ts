import type { DemoRandom } from '../../src/setup/demo/demo-random.ts';
import { IndexedLetter, type IndexedWord, indexedNumber } from './indexed-letter.ts';
import { type Topic, zipf } from './word-source.ts';

/** The text of a ticket, and what the index keeps of it. */
export interface Letter {
  readonly title: string;
  readonly description: string;
  readonly document: string;
}

/** What a word is drawn from. The rest are numbers of invoices, orders and devices, which stand in no other text. */
const COMMON = 0.46;
const MATTER = 0.24;
const TOPIC = 0.19;
const RARE = 0.09;

/** Words of a description: half have fewer than this, and some have twenty times as many. */
const MEDIAN_WORDS = 42;
const SPREAD = 0.75;
const MOST_WORDS = 2_000;
const COMMA: IndexedWord = { placed: [], others: [','] };
const STOP: IndexedWord = { placed: [], others: ['.'] };

/** Writes letters about a topic: no sense in them, but words as frequent and texts as long as people's are. */
export class LetterWriter {
  readonly #indexed: ReadonlyMap<string, IndexedWord>;
  readonly #random: DemoRandom;

  /** @param indexed what the index keeps of every word that topics draw from. */
  constructor(indexed: ReadonlyMap<string, IndexedWord>, random: DemoRandom) {
    this.#indexed = indexed;
    this.#random = random;
  }

  write(topic: Topic): Letter {
    const document = new IndexedLetter();
    const title = this.#sentence(topic, this.#random.int(3, 8), { topical: 0.6, ends: false }, document);
    const sentences: string[] = [];
    let left = Math.min(MOST_WORDS, Math.round(MEDIAN_WORDS * Math.exp(SPREAD * this.#normal())) + 3);
    while (left > 0) {
      const length = Math.min(left, this.#random.int(5, 16));
      sentences.push(this.#sentence(topic, length, { topical: 0, ends: true }, document));
      left -= length;
    }
    return { title, description: sentences.join(' '), document: document.toString() };
  }

  #sentence(
    topic: Topic,
    length: number,
    { topical, ends }: { readonly topical: number; readonly ends: boolean },
    document: IndexedLetter,
  ): string {
    const words: string[] = [];
    for (let index = 0; index < length; index++) {
      const isLast = index === length - 1;
      const sign = isLast ? (ends ? '.' : '') : ends && this.#random.chance(0.08) ? ',' : '';
      words.push(this.#word(topic, topical, document) + sign);
      if (sign) document.add(sign === ',' ? COMMA : STOP);
    }
    const sentence = words.join(' ');
    return sentence.charAt(0).toUpperCase() + sentence.slice(1);
  }

  #word(topic: Topic, topical: number, document: IndexedLetter): string {
    const draw = this.#random.chance(topical) ? COMMON + MATTER : this.#random.next();
    const word = this.#draw(draw, topic);
    if (word === null) {
      const number = String(this.#random.int(100_000, 9_999_999));
      document.add(indexedNumber(number));
      return number;
    }
    const indexed = this.#indexed.get(word);
    if (!indexed) throw new Error(`Nobody knows how "${word}" is indexed`);
    document.add(indexed);
    return word;
  }

  #draw(share: number, { source, words }: Topic): string | null {
    if (share < COMMON) return source.common(this.#random);
    if (share < COMMON + MATTER) return source.matter(this.#random);
    if (share < COMMON + MATTER + TOPIC) return zipf(words, this.#random);
    return share < COMMON + MATTER + TOPIC + RARE ? source.rare(this.#random) : null;
  }

  /** After G. Box and M. Muller, "A Note on the Generation of Random Normal Deviates" (1958). */
  #normal(): number {
    return Math.sqrt(-2 * Math.log(1 - this.#random.next())) * Math.cos(2 * Math.PI * this.#random.next());
  }
}
