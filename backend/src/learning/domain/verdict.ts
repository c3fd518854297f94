/** Why a desk rather says nothing: what a person is told, and what the ledger keeps. */
export type AbstentionReason =
  'little_text' | 'unknown_words' | 'unknown_language' | 'too_close' | 'often_wrong' | 'not_learnable';

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
  /** From this probability a class is worth offering. */
  readonly offered: number;
  /**
   * From this probability together the two likeliest are offered to choose from; null while no record says how true
   * probabilities are: then it is where hardly a third one is worth offering.
   */
  readonly together: number | null;
  /** Whether a class is offered alone only where no second one is worth offering. */
  readonly onlyUnrivalled: boolean;
}

/** Fewer words than this say too little, unless the model is sure of them. */
const FEWEST_WORDS = 4;

/** What is read: probabilities of the classes, the share of known words, and how many words there are. */
export interface Read {
  readonly probabilities: Float64Array;
  readonly knownShare: number;
  readonly words: number;
}

/** Reads a prediction the way a careful person would: likely enough, one of two, or better silent. */
export function verdictOf(
  { probabilities, knownShare, words }: Read,
  { knownShare: least, alone, offered, together, onlyUnrivalled }: Thresholds,
): Verdict {
  if (words === 0) return { kind: 'none', reason: 'little_text' };
  const isLittle = words < FEWEST_WORDS;
  if (knownShare === 0 || (knownShare < least && !isLittle)) {
    return { kind: 'none', reason: isLittle ? 'little_text' : 'unknown_words' };
  }
  const of = (k: number): number => probabilities[k] ?? 0;
  const ranked = [...probabilities.keys()].sort((one, other) => of(other) - of(one));
  const [first = 0, second] = ranked;
  const worthOffering = ranked.filter((k) => of(k) >= offered).length;
  if (of(first) >= alone && !(onlyUnrivalled && worthOffering > 1)) return { kind: 'one', classes: [first] };
  if (isLittle) return { kind: 'none', reason: 'little_text' };
  if (second === undefined) return { kind: 'none', reason: 'too_close' };
  const isEitherLikely = together === null ? worthOffering <= 2 : of(first) + of(second) >= together;
  if (isEitherLikely) return { kind: 'two', classes: [first, second] };
  // No second one comes near; only a record makes the first too unlikely then.
  return { kind: 'none', reason: worthOffering > 1 ? 'too_close' : 'often_wrong' };
}
