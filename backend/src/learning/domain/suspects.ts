import { type Calibration, probabilitiesOf } from './calibration.ts';
import type { HeldOutTicket } from './record.ts';

/** A ticket whose category looks wrong to models that had not learned from it. Categories are positions. */
export interface Suspect {
  /** The position of the ticket among those that were held out. */
  readonly at: number;
  /** Where it is filed. */
  readonly filed: number;
  /** Where it looks as if it belonged. */
  readonly likelier: number;
  /** The probability of that, from 0 to 1. */
  readonly confidence: number;
}

/** More than this nobody reads, and the likeliest errors come first. */
export const SUSPECTS_AT_MOST = 50;

/**
 * The tickets that are most likely filed wrongly, the likeliest first. A ticket is suspect when the model is at least as sure
 * of another category as it usually is of that category's own tickets; the wider the gap to the category it is filed as, the
 * likelier it is an error.
 *
 * Source: Northcutt, Jiang, Chuang, Confident Learning: Estimating Uncertainty in Dataset Labels, JAIR 70, 2021, sections 3.1
 * (thresholds of each class) and 3.2 (ranking by the normalised margin).
 */
export function suspectsOf(heldOut: readonly HeldOutTicket[], calibration: Calibration): Suspect[] {
  const judged = heldOut.map(({ scores, label }) => ({ label, probabilities: probabilitiesOf(scores, calibration) }));
  const usual = usualConfidence(judged);
  const found = judged.flatMap(({ label, probabilities }, at) => {
    const sureOf = [...probabilities.keys()].filter((k) => (probabilities[k] ?? 0) >= (usual[k] ?? Infinity));
    const likelier = sureOf.toSorted((one, other) => (probabilities[other] ?? 0) - (probabilities[one] ?? 0))[0];
    if (likelier === undefined || likelier === label) return [];
    const confidence = probabilities[likelier] ?? 0;
    const margin = confidence - (probabilities[label] ?? 0);
    // Where hardly a ticket is filed in a category, the desk is as sure of it as usual without being sure at all.
    return margin > 0 ? [{ at, filed: label, likelier, confidence, margin }] : [];
  });
  // Equal ones stay in the order of the tickets, so that the same tickets give the same list.
  found.sort((one, other) => other.margin - one.margin);
  return found
    .slice(0, SUSPECTS_AT_MOST)
    .map(({ at, filed, likelier, confidence }) => ({ at, filed, likelier, confidence }));
}

/** For each category, how sure the model is of it, on average, where a ticket is filed there. */
function usualConfidence(
  judged: readonly { readonly label: number; readonly probabilities: Float64Array }[],
): readonly (number | undefined)[] {
  const sums: number[] = [];
  const counts: number[] = [];
  for (const { label, probabilities } of judged) {
    sums[label] = (sums[label] ?? 0) + (probabilities[label] ?? 0);
    counts[label] = (counts[label] ?? 0) + 1;
  }
  return sums.map((sum, k) => sum / (counts[k] ?? 1));
}
