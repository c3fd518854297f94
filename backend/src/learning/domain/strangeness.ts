/** How many times less sure a text makes a model for each tenth of known words that it lacks, as a logarithm, at first. */
const DOUBT = 0.15;
/** After this many tickets of its own a desk doubts half as much: what its temperature says of them says it of such texts too. */
const HALF_AFTER = 100;

/** What share of known words a ticket of the desk usually has, and how much a text is doubted that has less. */
export interface Usual {
  readonly usual: number;
  readonly doubt: number;
}

/** How many times less sure a text makes a model that is surely about something else, as a logarithm. */
const DOUBT_OF_OTHERS = 5;

/**
 * By how much the temperature rises for a text that says less of what the model knows than is usual: 1 for most texts. What
 * is known of such a text is weighed as if it were all, so that strangers would be judged with the same confidence as others.
 *
 * @param knownShare the share of known words, from 0 to 1, and what is usual.
 * @param otherness the probability that the text is about what the desk has no category for, from 0 to 1.
 */
export function strangeness(knownShare: number, { usual, doubt }: Usual, otherness = 0): number {
  return Math.exp(doubt * 10 * Math.max(0, usual - knownShare) + DOUBT_OF_OTHERS * otherness);
}

/** How much a model that learned from so many tickets of the desk doubts a text for each tenth of known words that it lacks. */
export function doubtAfter(tickets: number): number {
  return DOUBT / (1 + tickets / HALF_AFTER);
}
