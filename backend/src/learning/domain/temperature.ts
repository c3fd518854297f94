import { softmax } from './numeric/softmax-regression.ts';

/** Scores of an example that the model was not fitted to, its right class, and how much it counts. */
export interface ScoredExample {
  readonly scores: Float64Array;
  readonly label: number;
  readonly weight: number;
}

const LOWEST = 0.25;
const HIGHEST = 8;
const ROUNDS = 40;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * The temperature by which scores are divided so that probabilities come true: the one of the least log loss, found by
 * golden-section search on its logarithm.
 *
 * Source: Guo et al., On Calibration of Modern Neural Networks, ICML 2017, section 4.2.
 */
export function fittedTemperature(examples: readonly ScoredExample[]): number {
  const loss = (logT: number): number => meanLoss(examples, Math.exp(logT));
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

function meanLoss(examples: readonly ScoredExample[], temperature: number): number {
  let [sum, weights] = [0, 0];
  for (const { scores, label, weight } of examples) {
    sum +=
      weight *
      softmax(
        scores.map((score) => score / temperature),
        label,
      );
    weights += weight;
  }
  return sum / weights;
}
