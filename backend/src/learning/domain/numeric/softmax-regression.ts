import { minimise } from './lbfgs.ts';
import type { SparseVector } from '../vocabulary.ts';

/** A text whose class is known. */
export interface Example {
  readonly vector: SparseVector;
  /** The position of its class. */
  readonly label: number;
  /** How much it counts beside one ordinary ticket. */
  readonly weight: number;
}

export interface Fit {
  readonly classes: number;
  readonly features: number;
  /** The inverse of the regularisation: larger learns the examples more closely. */
  readonly c: number;
}

const STOP = { maxIterations: 120, tolerance: 1e-3 };

/**
 * Multinomial logistic regression with an L2 penalty that leaves the intercepts free. Weights are laid out by feature:
 * `weights[feature * classes + class]`, the intercepts in the row after the last feature.
 */
export class SoftmaxRegression {
  constructor(
    readonly classes: number,
    readonly weights: Float32Array,
  ) {}

  static fit(examples: readonly Example[], { classes, features, c }: Fit): SoftmaxRegression {
    const rows = packed(examples);
    const point = new Float64Array((features + 1) * classes);
    const scores = new Float64Array(classes);
    minimise(
      (weights, gradient) => {
        let loss = 0;
        const intercepts = features * classes;
        for (let at = 0; at < intercepts; at += 1) {
          const weight = weights[at]!;
          loss += 0.5 * weight * weight;
          gradient[at] = weight;
        }
        gradient.fill(0, intercepts);
        for (let row = 0; row < rows.labels.length; row += 1) {
          const [from, to] = [rows.starts[row]!, rows.starts[row + 1]!];
          for (let k = 0; k < classes; k += 1) scores[k] = weights[intercepts + k]!;
          for (let at = from; at < to; at += 1) {
            const [base, value] = [rows.indices[at]! * classes, rows.values[at]!];
            for (let k = 0; k < classes; k += 1) scores[k]! += value * weights[base + k]!;
          }
          const scale = c * rows.weights[row]!;
          const label = rows.labels[row]!;
          loss += scale * softmax(scores, label);
          for (let k = 0; k < classes; k += 1) scores[k] = scale * (scores[k]! - (k === label ? 1 : 0));
          for (let at = from; at < to; at += 1) {
            const [base, value] = [rows.indices[at]! * classes, rows.values[at]!];
            for (let k = 0; k < classes; k += 1) gradient[base + k]! += value * scores[k]!;
          }
          for (let k = 0; k < classes; k += 1) gradient[intercepts + k]! += scores[k]!;
        }
        return loss;
      },
      point,
      STOP,
    );
    return new SoftmaxRegression(classes, Float32Array.from(point));
  }

  /** One score for each class; their softmax are the probabilities. */
  scoresOf({ indices, values }: SparseVector): Float64Array {
    const { classes, weights } = this;
    const scores = Float64Array.from(weights.subarray(weights.length - classes));
    for (let at = 0; at < indices.length; at += 1) {
      const [base, value] = [indices[at]! * classes, values[at]!];
      for (let k = 0; k < classes; k += 1) scores[k]! += value * weights[base + k]!;
    }
    return scores;
  }
}

/** Turns scores into probabilities in place; gives the loss for the right class. */
export function softmax(scores: Float64Array, label: number): number {
  let top = -Infinity;
  for (const score of scores) top = Math.max(top, score);
  const right = scores[label]! - top;
  let sum = 0;
  for (let k = 0; k < scores.length; k += 1) sum += scores[k] = Math.exp(scores[k]! - top);
  for (let k = 0; k < scores.length; k += 1) scores[k]! /= sum;
  return Math.log(sum) - right;
}

function packed(examples: readonly Example[]) {
  const starts = new Int32Array(examples.length + 1);
  examples.forEach(({ vector }, row) => (starts[row + 1] = starts[row]! + vector.indices.length));
  const indices = new Int32Array(starts.at(-1)!);
  const values = new Float32Array(starts.at(-1)!);
  examples.forEach(({ vector }, row) => {
    indices.set(vector.indices, starts[row]);
    values.set(vector.values, starts[row]);
  });
  return {
    ...{ starts, indices, values },
    labels: Int32Array.from(examples, ({ label }) => label),
    weights: Float64Array.from(examples, ({ weight }) => weight),
  };
}
