import type { CountedTexts } from './corpus.ts';
import { isOwnWord } from './features.ts';

/**
 * Where a text comes from: a term or a category's description, a ticket of the starter, or one that was decided here.
 * Background is shipped with the desk and teaches no category: it shows which words are nobody's secret.
 */
export type Origin = 'term' | 'starter' | 'desk' | 'background';

/** In how many texts of each origin each feature occurs. */
export type Frequencies = Readonly<Record<Origin, Int32Array>>;

/** The features of texts in one row of numbers: words first, then pairs of words, then runs of letters. */
export interface FeatureNumbers {
  readonly pairsFrom: number;
  readonly lettersFrom: number;
  readonly count: number;
}

/** In how many decided tickets a feature must occur that nothing shipped with the desk contains. */
const DESK_TICKETS = 3;
const SHIPPED_AND_DESK = 2;

export function featureNumbers({ corpus: { words, letters }, firsts }: CountedTexts): FeatureNumbers {
  const lettersFrom = words.length + firsts.length;
  return { pairsFrom: words.length, lettersFrom, count: lettersFrom + letters.length };
}

/** @param origins where each text comes from. */
export function frequenciesOf(texts: CountedTexts, origins: readonly Origin[]): Frequencies {
  const { starts, tokens, pairs, corpus } = texts;
  const { pairsFrom, lettersFrom, count } = featureNumbers(texts);
  const none = (): Int32Array => new Int32Array(count);
  const frequencies = { term: none(), starter: none(), desk: none(), background: none() };
  const lastText = new Int32Array(count).fill(-1);
  for (const [text, origin] of origins.entries()) {
    const counts = frequencies[origin];
    for (let at = starts[text] ?? 0; at < (starts[text + 1] ?? 0); at += 1) {
      const [word, pair] = [tokens[at] ?? 0, pairs[at] ?? -1];
      if (pair >= 0) meet(pairsFrom + pair, text, counts);
      // A word that was met in this text has brought its letters with it.
      if (lastText[word] === text) continue;
      meet(word, text, counts);
      for (const run of corpus.lettersOfWord[word] ?? []) meet(lettersFrom + run, text, counts);
    }
  }
  return frequencies;

  function meet(feature: number, text: number, counts: Int32Array): void {
    if (lastText[feature] === text) return;
    lastText[feature] = text;
    counts[feature] = (counts[feature] ?? 0) + 1;
  }
}

/** Whether a feature is common enough, were one text of that origin not there. */
export function isAdmitted(frequencies: Frequencies, feature: number, without: Origin | null): boolean {
  const of = (origin: Origin): number => (frequencies[origin][feature] ?? 0) - (without === origin ? 1 : 0);
  const [term, starter, desk] = [of('term'), of('starter'), of('desk')];
  if (term > 0 || desk >= DESK_TICKETS || (starter > 0 && starter + desk >= SHIPPED_AND_DESK)) return true;
  return desk > 0 && of('background') > 0;
}

/**
 * The share of known words of each text, as if the vocabulary had been made of all the others: what a text says alone is not
 * known.
 */
export function knownSharesAmongOthers(
  { starts, tokens, corpus }: CountedTexts,
  origins: readonly Origin[],
  frequencies: Frequencies,
): Float32Array {
  const isOwn = corpus.words.map(isOwnWord);
  const lastText = new Int32Array(corpus.words.length).fill(-1);
  return Float32Array.from(origins, (origin, text) => {
    let [known, all] = [0, 0];
    for (let at = starts[text] ?? 0; at < (starts[text + 1] ?? 0); at += 1) {
      const word = tokens[at] ?? 0;
      if (!isOwn[word] || lastText[word] === text) continue;
      lastText[word] = text;
      all += 1;
      if (isAdmitted(frequencies, word, origin)) known += 1;
    }
    return all === 0 ? 1 : known / all;
  });
}
