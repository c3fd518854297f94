import { minimise } from './lbfgs.ts';
import { softmax } from './softmax.ts';
import type { SparseMatrix, SparseRow } from './sparse-matrix.ts';

/** Texts whose classes are known. Rows of the matrix that are not named in `rows` are not learned from. */
export interface Examples {
  readonly matrix: SparseMatrix;
  readonly rows: Int32Array;
  /** The position of the class of each row of the matrix. */
  readonly labels: Int32Array;
  /** How much each row of the matrix counts. */
  readonly weights: Float64Array;
}

export interface Fit {
  readonly classes: number;
  /** The inverse of the regularisation: larger learns the examples more closely. */
  readonly c: number;
}

const STOP = { maxIterations: 60, leastGain: 5e-4, tolerance: 5e-3 };
/** How much an example bends the loss, p (1 - p), once the model is rather sure of it; measured, not very sensitive. */
const BENT = 0.1;
/** Classes are laid out in groups of four, so that the inner loops have no loop of their own. */
const GROUP = 4;

/**
 * Multinomial logistic regression with an L2 penalty that leaves the intercepts free. Weights are laid out by column:
 * `weights[column * stride + class]`, the intercepts in the row after the last column.
 */
export class SoftmaxRegression {
  readonly classes: number;
  readonly weights: Float32Array;
  private readonly stride: number;

  constructor(classes: number, weights: Float32Array) {
    this.classes = classes;
    this.weights = weights;
    this.stride = strideOf(classes);
  }

  static fit(examples: Examples, { classes, c }: Fit): SoftmaxRegression {
    const point = new Float64Array((examples.matrix.width + 1) * strideOf(classes));
    const loss = (weights: Float64Array, gradient: Float64Array): number =>
      lossOf(examples, classes, c, weights, gradient);
    minimise(loss, point, STOP, curvaturesOf(examples, classes, c));
    return new SoftmaxRegression(classes, Float32Array.from(point));
  }

  /** One score for each class; their softmax are the probabilities. */
  scoresOf({ columns, values }: SparseRow): Float64Array {
    const { classes, weights, stride } = this;
    const scores = Float64Array.from(weights.subarray(weights.length - stride, weights.length - stride + classes));
    for (let at = 0; at < columns.length; at += 1) {
      const base = Math.imul(columns[at]!, stride);
      const value = values[at]!;
      for (let k = 0; k < classes; k += 1) scores[k]! += value * weights[base + k]!;
    }
    return scores;
  }

  /** Whether any example had something in this column: the penalty keeps all others at nothing. */
  knows(column: number): boolean {
    const { weights, stride, classes } = this;
    for (let at = column * stride; at < column * stride + classes; at += 1) if (weights[at] !== 0) return true;
    return false;
  }

  /** What a column adds to the score of a class for each unit of its value. */
  weightOf(column: number, label: number): number {
    return this.weights[column * this.stride + label]!;
  }
}

function strideOf(classes: number): number {
  return Math.ceil(classes / GROUP) * GROUP;
}

/** About how much the loss is bent along each weight: the penalty's part, and what the examples add. */
function curvaturesOf(
  { matrix: { starts, columns, values, width }, rows, weights }: Examples,
  classes: number,
  c: number,
): Float64Array {
  const stride = strideOf(classes);
  const bent = new Float64Array(width + 1).fill(1);
  for (const row of rows) {
    const scale = BENT * c * weights[row]!;
    for (let at = starts[row]!; at < starts[row + 1]!; at += 1) bent[columns[at]!]! += scale * values[at]! ** 2;
    bent[width]! += scale;
  }
  return Float64Array.from({ length: bent.length * stride }, (_, at) => bent[Math.floor(at / stride)]!);
}

function lossOf(
  { matrix, rows, labels, weights: counts }: Examples,
  classes: number,
  c: number,
  weights: Float64Array,
  gradient: Float64Array,
): number {
  const stride = strideOf(classes);
  const intercepts = matrix.width * stride;
  const scores = new Float64Array(stride);
  const probabilities = scores.subarray(0, classes);
  let loss = penaltyOf(weights, gradient, intercepts);
  for (const row of rows) {
    for (let group = 0; group < stride; group += GROUP) addScores(matrix, row, weights, stride, group, scores);
    const label = labels[row]!;
    const scale = c * counts[row]!;
    loss += scale * softmax(probabilities, label);
    for (let k = 0; k < classes; k += 1) scores[k] = scale * (scores[k]! - (k === label ? 1 : 0));
    for (let k = classes; k < stride; k += 1) scores[k] = 0;
    for (let group = 0; group < stride; group += GROUP) addErrors(matrix, row, gradient, stride, group, scores);
  }
  return loss;
}

/** The penalty for large weights, and its part of the gradient. */
function penaltyOf(weights: Float64Array, gradient: Float64Array, intercepts: number): number {
  let penalty = 0;
  for (let at = 0; at < intercepts; at += 1) {
    const weight = weights[at]!;
    penalty += 0.5 * weight * weight;
    gradient[at] = weight;
  }
  gradient.fill(0, intercepts);
  return penalty;
}

/** Writes the scores that a row has in a group of classes. */
function addScores(
  { starts, columns, values, width }: SparseMatrix,
  row: number,
  weights: Float64Array,
  stride: number,
  group: number,
  scores: Float64Array,
): void {
  const to = starts[row + 1]!;
  const intercepts = Math.imul(width, stride) + group;
  let s0 = weights[intercepts]!;
  let s1 = weights[intercepts + 1]!;
  let s2 = weights[intercepts + 2]!;
  let s3 = weights[intercepts + 3]!;
  for (let at = starts[row]!; at < to; at += 1) {
    // A product of small whole numbers: half of the time went into finding that out.
    const base = Math.imul(columns[at]!, stride) + group;
    const value = values[at]!;
    s0 += value * weights[base]!;
    s1 += value * weights[base + 1]!;
    s2 += value * weights[base + 2]!;
    s3 += value * weights[base + 3]!;
  }
  scores[group] = s0;
  scores[group + 1] = s1;
  scores[group + 2] = s2;
  scores[group + 3] = s3;
}

/** Adds to the gradient what the errors of a row in a group of classes contribute. */
function addErrors(
  { starts, columns, values, width }: SparseMatrix,
  row: number,
  gradient: Float64Array,
  stride: number,
  group: number,
  errors: Float64Array,
): void {
  const to = starts[row + 1]!;
  const intercepts = Math.imul(width, stride) + group;
  const e0 = errors[group]!;
  const e1 = errors[group + 1]!;
  const e2 = errors[group + 2]!;
  const e3 = errors[group + 3]!;
  for (let at = starts[row]!; at < to; at += 1) {
    const base = Math.imul(columns[at]!, stride) + group;
    const value = values[at]!;
    gradient[base]! += value * e0;
    gradient[base + 1]! += value * e1;
    gradient[base + 2]! += value * e2;
    gradient[base + 3]! += value * e3;
  }
  gradient[intercepts]! += e0;
  gradient[intercepts + 1]! += e1;
  gradient[intercepts + 2]! += e2;
  gradient[intercepts + 3]! += e3;
}
