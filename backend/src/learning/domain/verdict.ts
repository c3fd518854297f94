/** Why a desk rather says nothing: what a person is told, and what the ledger keeps. */
export type AbstentionReason = 'little_text' | 'unknown_words' | 'unknown_language' | 'too_close' | 'not_learnable';

/** What becomes of a prediction: one class, two to choose from, or nothing. Classes are positions, the likelier first. */
export type Verdict =
  | { readonly kind: 'one'; readonly classes: readonly [number] }
  | { readonly kind: 'two'; readonly classes: readonly [number, number] }
  | { readonly kind: 'none'; readonly reason: AbstentionReason };

export interface Thresholds {
  /** Below this share of known words the text is a stranger. */
  readonly knownShare: number;
  /** Below this probability no class is offered alone. */
  readonly alone: number;
  /** From this probability a class is one of those that are offered. */
  readonly offered: number;
  /**
   * Whether a class that is likely enough is offered alone only where no other is to be offered: so it is where a record says
   * which are, so that the right one is among them nine times of ten.
   */
  readonly bySet: boolean;
}

/** Fewer words than this say too little, unless the model is sure of them. */
const FEWEST_WORDS = 4;

/** What is read: probabilities of the classes, the share of known words, and how many words there are. */
export interface Read {
  readonly probabilities: Float64Array;
  readonly knownShare: number;
  readonly words: number;
}

/** Reads a prediction the way a careful person would: sure enough, one of two, or better silent. */
export function verdictOf(
  { probabilities, knownShare, words }: Read,
  { knownShare: least, alone, offered, bySet }: Thresholds,
): Verdict {
  if (words === 0) return { kind: 'none', reason: 'little_text' };
  const isLittle = words < FEWEST_WORDS;
  if (knownShare === 0 || (knownShare < least && !isLittle)) {
    return { kind: 'none', reason: isLittle ? 'little_text' : 'unknown_words' };
  }
  const ranked = [...probabilities.keys()].sort(
    (one, other) => (probabilities[other] ?? 0) - (probabilities[one] ?? 0),
  );
  const [first = 0, second] = ranked;
  const among = ranked.filter((k) => (probabilities[k] ?? 0) >= offered);
  if ((probabilities[first] ?? 0) >= alone && (!bySet || among.length <= 1)) return { kind: 'one', classes: [first] };
  if (isLittle) return { kind: 'none', reason: 'little_text' };
  return second !== undefined && among.length <= 2
    ? { kind: 'two', classes: [first, second] }
    : { kind: 'none', reason: 'too_close' };
}
