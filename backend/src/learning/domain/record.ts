import { offeredFrom } from './conformal.ts';
import type { Judged } from './metrics.ts';
import { probabilitiesOf } from './temperature.ts';
import type { Thresholds } from './verdict.ts';

/** What a model said of a ticket of the desk that it had not learned from. */
export interface HeldOutTicket {
  readonly scores: Float64Array;
  readonly label: number;
  readonly knownShare: number;
}

/** Below this probability a choice is better than a guess. */
const ALONE = 0.45;
/** While there is no record, a class is worth naming from here. */
const OFFERED_AT_FIRST = 0.25;
const KNOWN_SHARE_FROM = 50;
/** The share of the desk's own tickets that may count as strangers. */
const STRANGERS = 0.03;
/** Without a record, a text of which hardly a word is known is a stranger, however long it is. */
const KNOWN_SHARE_AT_FIRST = 0.1;
const USUAL_AT_FIRST = 0.7;

/** The thresholds that the desk's own record gives. */
export function thresholdsFrom(heldOut: readonly HeldOutTicket[], temperature: number): Thresholds {
  const rightOnes = heldOut.map(({ scores, label }) => probabilitiesOf(scores, temperature)[label] ?? 0);
  const offered = offeredFrom(rightOnes);
  return {
    knownShare: leastKnownShare(heldOut.map(({ knownShare }) => knownShare)),
    alone: ALONE,
    offered: offered ?? OFFERED_AT_FIRST,
    bySet: offered !== null,
  };
}

function leastKnownShare(shares: readonly number[]): number {
  if (shares.length < KNOWN_SHARE_FROM) return KNOWN_SHARE_AT_FIRST;
  return shares.toSorted((one, other) => one - other)[Math.floor(shares.length * STRANGERS)] ?? 0;
}

/** The share of known words that the desk's tickets usually have. */
export function usualShare(shares: readonly number[]): number {
  if (shares.length < KNOWN_SHARE_FROM) return USUAL_AT_FIRST;
  return shares.toSorted((one, other) => one - other)[Math.floor(shares.length / 2)] ?? USUAL_AT_FIRST;
}

/** The likeliest class of each held-out ticket beside the right one. */
export function judgedOf(heldOut: readonly HeldOutTicket[], temperature: number): Judged[] {
  return heldOut.map(({ scores, label }) => {
    const probabilities = probabilitiesOf(scores, temperature);
    const probability = Math.max(...probabilities);
    return { label, answer: probabilities.indexOf(probability), probability };
  });
}
