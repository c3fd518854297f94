import { type Examples, SoftmaxRegression } from './softmax-regression.ts';
import { rowOf } from './sparse-matrix.ts';

/** What a column counts in every class beside its examples. */
const SMOOTHING = 0.1;
/** So many examples tell how far apart scores are. */
const SAMPLE = 1_000;

/** How much complement naive Bayes has to say beside a regression. */
export interface BayesShare {
  /** How far apart its scores are, on the examples, beside those of the regression: 1 as far as they. */
  readonly share: number;
  /** How many classes it tells apart, the first ones; those behind them are left to the regression. */
  readonly classes: number;
}

/**
 * A regression with the weights of complement naive Bayes added to its own, its scores as far apart as before: what the examples
 * of all other classes say seldom speaks for a class. Bayes learns from few examples what a regression needs many for, and costs
 * a prediction nothing, as both are weights of the same columns.
 *
 * Source: Rennie, Shih, Teevan and Karger, Tackling the Poor Assumptions of Naive Bayes Text Classifiers, ICML 2003, section 3.1.
 */
export function withComplementBayes(
  regression: SoftmaxRegression,
  examples: Examples,
  { share, classes }: BayesShare,
): SoftmaxRegression {
  const bayes = complementBayes(examples, regression, classes);
  const [spread, ofBayes] = [spreadOf(regression, examples), spreadOf(bayes, examples)];
  if (spread === 0 || ofBayes === 0) return regression;
  const scale = (share * spread) / ofBayes;
  const both = new SoftmaxRegression(
    regression.classes,
    regression.weights.map((weight, at) => weight + scale * bayes.weights[at]!),
  );
  const shrink = spread / spreadOf(both, examples);
  return new SoftmaxRegression(
    both.classes,
    both.weights.map((weight) => shrink * weight),
  );
}

/** Centred in each column; columns without examples weigh nothing. */
function complementBayes(
  { matrix: { starts, columns, values, width }, rows, labels, weights }: Examples,
  regression: SoftmaxRegression,
  classes: number,
): SoftmaxRegression {
  const { length } = regression.weights;
  const stride = length / (width + 1);
  const own = new Float64Array(width * classes);
  const all = new Float64Array(width);
  const totals = new Float64Array(classes);
  let total = 0;
  for (const row of rows) {
    const [label, weight] = [labels[row]!, weights[row]!];
    if (label >= classes) continue;
    for (let at = starts[row]!; at < starts[row + 1]!; at += 1) {
      const column = columns[at]!;
      const value = weight * values[at]!;
      own[column * classes + label]! += value;
      all[column]! += value;
      totals[label]! += value;
      total += value;
    }
  }
  const others = totals.map((ofClass) => Math.log(total - ofClass + SMOOTHING * width));
  const bayes = new Float32Array(length);
  const logs = new Float64Array(classes);
  for (let column = 0; column < width; column += 1) {
    if (all[column] === 0) continue;
    let mean = 0;
    for (let k = 0; k < classes; k += 1) {
      // Sums of the same numbers in another order: what is left of nothing may be a little less than nothing.
      const ofOthers = Math.max(0, all[column]! - own[column * classes + k]!);
      logs[k] = others[k]! - Math.log(ofOthers + SMOOTHING);
      mean += logs[k]! / classes;
    }
    for (let k = 0; k < classes; k += 1) bayes[column * stride + k] = logs[k]! - mean;
  }
  return new SoftmaxRegression(regression.classes, bayes);
}

/** How far apart the scores of the classes are, as the mean of their standard deviations. */
function spreadOf(regression: SoftmaxRegression, { matrix, rows }: Examples): number {
  const step = Math.max(1, Math.floor(rows.length / SAMPLE));
  let [sum, count] = [0, 0];
  for (let at = 0; at < rows.length; at += step) {
    sum += deviationOf(regression.scoresOf(rowOf(matrix, rows[at]!)));
    count += 1;
  }
  return count === 0 ? 0 : sum / count;
}

function deviationOf(scores: Float64Array): number {
  let [sum, squares] = [0, 0];
  for (const score of scores) {
    sum += score;
    squares += score * score;
  }
  const mean = sum / scores.length;
  return Math.sqrt(Math.max(0, squares / scores.length - mean * mean));
}
