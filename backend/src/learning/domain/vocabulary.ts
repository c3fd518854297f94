import type { Features } from './features.ts';

/** A text as numbers: positions in the vocabulary, ascending, and the weight of each. */
export interface SparseVector {
  readonly indices: Int32Array;
  readonly values: Float32Array;
  /** The share of the text's words that the vocabulary knows, from 0 to 1; 1 for a text without words. */
  readonly knownShare: number;
}

/** One family of features: position and inverse document frequency of each. */
interface Family {
  readonly positions: ReadonlyMap<string, number>;
  readonly idf: Float32Array;
}

export interface VocabularyLimits {
  /** In how many texts a feature must occur. */
  readonly minTexts: number;
  /** How many features of a family are kept, the most frequent first. */
  readonly maxFeatures: number;
}

/** How much the letters of words count beside the words themselves. */
const LETTERS_WEIGHT = 0.8;

/** The features that a model knows, and how telling each is. */
export class Vocabulary {
  readonly size: number;

  constructor(
    private readonly words: Family,
    private readonly letters: Family,
  ) {
    this.size = words.idf.length + letters.idf.length;
  }

  static of(texts: readonly Features[], limits: VocabularyLimits): Vocabulary {
    return new Vocabulary(
      family(
        texts.map(({ words }) => words),
        limits,
        0,
      ),
      family(
        texts.map(({ letters }) => letters),
        limits,
        0,
      ),
    );
  }

  vectorOf({ words, letters }: Features): SparseVector {
    const pairs: [number, number][] = [];
    pairs.push(
      ...weighted(words, this.words, 0, 1),
      ...weighted(letters, this.letters, this.words.idf.length, LETTERS_WEIGHT),
    );
    pairs.sort(([first], [second]) => first - second);
    const indices = new Int32Array(pairs.length);
    const values = new Float32Array(pairs.length);
    pairs.forEach(([index, value], at) => {
      indices[at] = index;
      values[at] = value;
    });
    return { indices, values, knownShare: this.knownShare(words) };
  }

  private knownShare(words: ReadonlyMap<string, number>): number {
    let known = 0;
    let all = 0;
    for (const word of words.keys()) {
      if (word.includes(' ') || word.startsWith('‹')) continue;
      all += 1;
      if (this.words.positions.has(word)) known += 1;
    }
    return all === 0 ? 1 : known / all;
  }
}

function family(
  texts: readonly ReadonlyMap<string, number>[],
  { minTexts, maxFeatures }: VocabularyLimits,
  from: number,
): Family {
  const frequency = new Map<string, number>();
  for (const counts of texts)
    for (const feature of counts.keys()) frequency.set(feature, (frequency.get(feature) ?? 0) + 1);
  const kept = [...frequency].filter(([, count]) => count >= minTexts);
  // By frequency, then by name: the same texts give the same vocabulary, in whatever order they come.
  kept.sort(([one, often], [other, seldom]) => seldom - often || (one < other ? -1 : 1));
  kept.length = Math.min(kept.length, maxFeatures);
  return {
    positions: new Map(kept.map(([feature], index) => [feature, from + index])),
    idf: Float32Array.from(kept, ([, count]) => Math.log((1 + texts.length) / (1 + count)) + 1),
  };
}

function weighted(
  counts: ReadonlyMap<string, number>,
  { positions, idf }: Family,
  from: number,
  weight: number,
): [number, number][] {
  const pairs: [number, number][] = [];
  let square = 0;
  for (const [feature, count] of counts) {
    const position = positions.get(feature);
    if (position === undefined) continue;
    const value = (1 + Math.log(count)) * (idf[position] ?? 0);
    square += value * value;
    pairs.push([from + position, value]);
  }
  const scale = square === 0 ? 0 : weight / Math.sqrt(square);
  return pairs.map(([index, value]) => [index, value * scale]);
}
