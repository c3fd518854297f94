/** Why a desk rather says nothing: what a person is told, and what the ledger keeps. */
export type AbstentionReason = 'little_text' | 'unknown_language' | 'unknown_words' | 'too_close';

/** What becomes of a prediction: one class, two to choose from, or nothing. Classes are positions, the likelier first. */
export type Verdict =
  | { readonly kind: 'one'; readonly classes: readonly [number] }
  | { readonly kind: 'two'; readonly classes: readonly [number, number] }
  | { readonly kind: 'none'; readonly reason: AbstentionReason };

export interface Thresholds {
  /** Below this share of known words the text is a stranger; 0 while the desk has no record of its own. */
  readonly knownShare: number;
  /** Below this probability one class alone is a coin toss. */
  readonly alone: number;
  /** A class is offered as one of two from this probability; null while there is no record. */
  readonly offered: number | null;
}

/** Fewer words than this say too little, unless the model is sure of them. */
export const FEWEST_WORDS = 4;

/** Reads a prediction the way a careful person would: sure enough, one of two, or better silent. */
export function verdictOf(
  { probabilities, knownShare }: { readonly probabilities: Float64Array; readonly knownShare: number },
  { knownShare: leastKnown, alone, offered }: Thresholds,
): Verdict {
  const ranked = [...probabilities.keys()].sort(
    (one, other) => (probabilities[other] ?? 0) - (probabilities[one] ?? 0),
  );
  const [first = 0, second] = ranked;
  if (knownShare < leastKnown) return { kind: 'none', reason: 'unknown_words' };
  const isSure = (probabilities[first] ?? 0) >= alone;
  if (isSure) return { kind: 'one', classes: [first] };
  if (second === undefined || offered === null) return { kind: 'none', reason: 'too_close' };
  const among = ranked.filter((k) => (probabilities[k] ?? 0) >= offered);
  return among.length <= 2 ? { kind: 'two', classes: [first, second] } : { kind: 'none', reason: 'too_close' };
}
