/** How many times less sure a text makes a model for each tenth of known words that it lacks, as a logarithm. */
const DOUBT = 0.15;

/**
 * By how much the temperature rises for a text that says less of what the model knows than is usual: 1 for most texts. What
 * is known of such a text is weighed as if it were all, so that strangers would be judged with the same confidence as others.
 *
 * @param knownShare the share of known words, from 0 to 1, and what is usual.
 */
export function strangeness(knownShare: number, usual: number): number {
  return Math.exp(DOUBT * 10 * Math.max(0, usual - knownShare));
}
