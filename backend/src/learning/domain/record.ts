import { type Calibration, probabilitiesOf } from './calibration.ts';
import { offeredFrom } from './conformal.ts';
import type { Judged } from './metrics.ts';
import type { Thresholds } from './verdict.ts';

/** What a model said of a ticket of the desk that it had not learned from. */
export interface HeldOutTicket {
  readonly scores: Float64Array;
  readonly label: number;
  readonly knownShare: number;
}

/** A category that is likelier wrong than right is no suggestion. */
const ALONE = 0.5;
/** What the starter alone says is truer than it claims: nearly always right from here. */
const ALONE_AT_FIRST = 0.45;
/** Below this probability a second class is no rival: offering it would only make people choose. */
const RIVAL = 0.2;
/** While there is no record, a class is worth offering from here. */
const OFFERED_AT_FIRST = 0.25;
/** So likely is one of two to be right at least; where two are offered it is so for 85 to 90 of 100 tickets then. */
const TOGETHER = 0.7;
const KNOWN_SHARE_FROM = 50;
/** The share of the desk's own tickets that may count as strangers. */
const STRANGERS = 0.03;
/** Without a record, a text of which hardly a word is known is a stranger, however long it is. */
const KNOWN_SHARE_AT_FIRST = 0.1;
const USUAL_AT_FIRST = 0.7;

/**
 * The thresholds that the desk's own record gives. What the conformal set holds is worth offering, but for what is hardly
 * likely: on a desk that is hard to learn, or whose tickets are filed wrongly now and then, the set holds nearly every class.
 */
export function thresholdsFrom(heldOut: readonly HeldOutTicket[], calibration: Calibration): Thresholds {
  const rightOnes = heldOut.map(({ scores, label }) => probabilitiesOf(scores, calibration)[label] ?? 0);
  const knownShare = leastKnownShare(heldOut.map(({ knownShare }) => knownShare));
  const inSet = offeredFrom(rightOnes);
  return inSet === null
    ? { knownShare, alone: ALONE_AT_FIRST, offered: OFFERED_AT_FIRST, together: null, onlyUnrivalled: false }
    : { knownShare, alone: ALONE, offered: Math.max(inSet, RIVAL), together: TOGETHER, onlyUnrivalled: true };
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
export function judgedOf(heldOut: readonly HeldOutTicket[], calibration: Calibration): Judged[] {
  return heldOut.map(({ scores, label }) => {
    const probabilities = probabilitiesOf(scores, calibration);
    const probability = Math.max(...probabilities);
    return { label, answer: probabilities.indexOf(probability), probability };
  });
}
