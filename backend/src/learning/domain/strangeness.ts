/** How many times less sure a text makes a model for each tenth of known words that it lacks, as a logarithm. */
const DOUBT = 0.15;

/** How many times less sure a text makes a model that is surely about something else, as a logarithm. */
const DOUBT_OF_OTHERS = 5;

/**
 * By how much the temperature rises for a text that says less of what the model knows than is usual: 1 for most texts. What
 * is known of such a text is weighed as if it were all, so that strangers would be judged with the same confidence as others.
 *
 * @param knownShare the share of known words, from 0 to 1, and what is usual.
 * @param otherness the probability that the text is about what the desk has no category for, from 0 to 1.
 */
export function strangeness(knownShare: number, usual: number, otherness = 0): number {
  return Math.exp(DOUBT * 10 * Math.max(0, usual - knownShare) + DOUBT_OF_OTHERS * otherness);
}
