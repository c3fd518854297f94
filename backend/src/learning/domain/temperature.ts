import { softmax } from './numeric/softmax.ts';

/** Raw scores of an example that the model was not fitted to, and its right class. */
export interface ScoredExample {
  readonly scores: Float64Array;
  readonly label: number;
}

const LOWEST = 0.1;
const HIGHEST = 8;
const ROUNDS = 30;
const GOLDEN = (Math.sqrt(5) - 1) / 2;
/** Below this many decided tickets their record is too short for a temperature of their own. */
const RECORD_FROM = 20;
/** What makes the confidence of a model come true that knows the starter alone. */
const AT_FIRST = 1.2;
/** That first temperature counts as much as this many tickets. */
const FIRST_WORTH = 20;
/** How much one ticket says about the temperature, as the curvature of its loss in the temperature's logarithm. */
const CURVATURE = 0.15;

/**
 * The temperature by which scores are divided so that probabilities come true: the one of the least log loss of what was held
 * out, drawn towards the first one while that is little; found by golden-section search on its logarithm.
 *
 * Source: Guo et al., On Calibration of Modern Neural Networks, ICML 2017, section 4.2.
 */
export function temperatureOf(heldOut: readonly ScoredExample[]): number {
  if (heldOut.length < RECORD_FROM) return AT_FIRST;
  const loss = (logT: number): number =>
    lossAt(heldOut, Math.exp(logT)) + (FIRST_WORTH * CURVATURE * (logT - Math.log(AT_FIRST)) ** 2) / 2;
  let [from, to] = [Math.log(LOWEST), Math.log(HIGHEST)];
  for (let round = 0; round < ROUNDS; round += 1) {
    const reach = (to - from) * GOLDEN;
    const [left, right] = [to - reach, from + reach];
    if (loss(left) < loss(right)) to = right;
    else from = left;
  }
  return Math.exp((from + to) / 2);
}

/** The probabilities of the classes at a temperature. */
export function probabilitiesOf(scores: Float64Array, temperature: number): Float64Array {
  const cooled = scores.map((score) => score / temperature);
  softmax(cooled, 0);
  return cooled;
}

function lossAt(examples: readonly ScoredExample[], temperature: number): number {
  let sum = 0;
  for (const { scores, label } of examples)
    sum += softmax(
      scores.map((score) => score / temperature),
      label,
    );
  return sum;
}
