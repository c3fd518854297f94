import { type FeatureChoice, countedWords, isOwnWord, lettersOf, pairOf } from './features.ts';
import type { PlainText } from './plain-text.ts';

/** How often each feature of one family occurs in each text: of text t, those from `starts[t]` to `starts[t + 1]`. */
export interface FeatureCounts {
  readonly names: readonly string[];
  readonly starts: Int32Array;
  /** Positions in `names`. */
  readonly features: Int32Array;
  readonly counts: Uint16Array;
}

/** Texts as counts of features, found once for all models that learn from them. */
export interface Corpus {
  readonly choice: FeatureChoice;
  readonly size: number;
  /** Words and pairs of neighbours. */
  readonly words: FeatureCounts;
  /** Three to five letters that follow each other within a word. */
  readonly letters: FeatureCounts;
}

export function corpusOf(texts: readonly PlainText[], choice: FeatureChoice): Corpus {
  const words = new Counter();
  const letters = new Counter();
  const lettersOfWord = new Map<string, Int32Array>();
  for (const text of texts) {
    let before: string | null = null;
    for (const word of countedWords(text, choice)) {
      if (word !== null) {
        words.add(words.numberOf(word));
        if (before !== null) words.add(words.numberOf(pairOf(before, word)));
        if (isOwnWord(word)) letters.addAll(numbersOfLetters(word));
      }
      before = word;
    }
    words.endText();
    letters.endText();
  }
  return { choice, size: texts.length, words: words.counts(), letters: letters.counts() };

  function numbersOfLetters(word: string): Int32Array {
    const known = lettersOfWord.get(word);
    if (known) return known;
    const numbers = Int32Array.from(lettersOf(word), (gram) => letters.numberOf(gram));
    lettersOfWord.set(word, numbers);
    return numbers;
  }
}

/** Numbers features as they come, and counts them text by text. */
class Counter {
  private readonly numbers = new Map<string, number>();
  private readonly starts: number[] = [0];
  private features = new Int32Array(1 << 12);
  private counted = new Uint16Array(1 << 12);
  private length = 0;
  /** Where the feature stands in the present text, by its number; what is before the text's start is of another. */
  private places: number[] = [];

  numberOf(name: string): number {
    const known = this.numbers.get(name);
    if (known !== undefined) return known;
    const number = this.numbers.size;
    this.numbers.set(name, number);
    this.places.push(-1);
    return number;
  }

  add(feature: number): void {
    const place = this.places[feature] ?? -1;
    if (place >= (this.starts.at(-1) ?? 0)) {
      this.counted[place] = (this.counted[place] ?? 0) + 1;
      return;
    }
    if (this.length === this.features.length) this.grow();
    this.places[feature] = this.length;
    this.features[this.length] = feature;
    this.counted[this.length] = 1;
    this.length += 1;
  }

  addAll(features: Int32Array): void {
    for (const feature of features) this.add(feature);
  }

  endText(): void {
    this.starts.push(this.length);
  }

  counts(): FeatureCounts {
    return {
      names: [...this.numbers.keys()],
      starts: Int32Array.from(this.starts),
      features: this.features.slice(0, this.length),
      counts: this.counted.slice(0, this.length),
    };
  }

  private grow(): void {
    const [features, counted] = [new Int32Array(2 * this.length), new Uint16Array(2 * this.length)];
    features.set(this.features);
    counted.set(this.counted);
    [this.features, this.counted] = [features, counted];
  }
}
