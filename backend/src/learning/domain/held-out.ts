import { stratifiedFolds } from './folds.ts';
import { type BayesShare, withComplementBayes } from './numeric/complement-bayes.ts';
import { SoftmaxRegression } from './numeric/softmax-regression.ts';
import { type SparseMatrix, type SparseRow, rowOf } from './numeric/sparse-matrix.ts';

/** Rows of features whose classes are known, each with how much it counts. */
export interface LearningSet {
  readonly matrix: SparseMatrix;
  readonly labels: Int32Array;
  readonly weights: Float64Array;
  /** Those that teach a class, ascending; the others are there for their words. */
  readonly rows: Int32Array;
  /** The first columns of families of features, each of which has a length of its own in every row; ascending. */
  readonly families: readonly number[];
}

/** How a regression is fitted. */
export interface Recipe {
  readonly classes: number;
  readonly c: number;
  /** How much complement naive Bayes has to say as well; null for nothing. */
  readonly bayes: BayesShare | null;
}

export function fitted(set: LearningSet, recipe: Recipe, rows = set.rows): SoftmaxRegression {
  const examples = { ...set, rows, weights: balanced(set, rows, recipe.classes) };
  const regression = SoftmaxRegression.fit(examples, recipe);
  return recipe.bayes === null ? regression : withComplementBayes(regression, examples, recipe.bayes);
}

/**
 * The scores of each row by a regression that learned from all others but its part of the rows; null for those that are not
 * to be held out, which all parts learn from. Rows that are not among `rows` play no part.
 */
export function heldOutScores(
  set: LearningSet,
  recipe: Recipe,
  parts: number,
  isHeldOut: (row: number) => boolean,
  rows = set.rows,
): (Float64Array | null)[] {
  const part = partsOf(set, parts, isHeldOut);
  const scores = Array.from(set.labels, (): Float64Array | null => null);
  for (let fold = 0; fold < parts; fold += 1) {
    const model = fitted(
      set,
      recipe,
      rows.filter((row) => part[row] !== fold),
    );
    part.forEach((own, row) => {
      if (own === fold) scores[row] = model.scoresOf(asIfNew(rowOf(set.matrix, row), set.families, model));
    });
  }
  return scores;
}

/** The part of each row, or -1 for what is never held out. */
function partsOf({ labels }: LearningSet, parts: number, isHeldOut: (row: number) => boolean): Int32Array {
  const rows = [...labels.keys()].filter(isHeldOut);
  const folds = stratifiedFolds(
    rows.map((row) => labels[row] ?? 0),
    parts,
  );
  const part = new Int32Array(labels.length).fill(-1);
  rows.forEach((row, at) => (part[row] = folds[at] ?? 0));
  return part;
}

/**
 * A row as a vocabulary of the others alone would have it: what none of them says is not there, and what is left of a family
 * has the family's length. Otherwise a text would look less certain while it is held out than it does as a new one.
 */
function asIfNew(row: SparseRow, families: readonly number[], model: SoftmaxRegression): SparseRow {
  const { columns, values } = row;
  const kept = values.map((value, at) => (model.knows(columns[at] ?? 0) ? value : 0));
  if (kept.every((value, at) => value === values[at])) return row;
  families.forEach((from, family) => {
    const to = families[family + 1] ?? Infinity;
    let [before, after] = [0, 0];
    columns.forEach((column, at) => {
      if (column < from || column >= to) return;
      before += (values[at] ?? 0) ** 2;
      after += (kept[at] ?? 0) ** 2;
    });
    const stretch = after === 0 ? 1 : Math.sqrt(before / after);
    columns.forEach((column, at) => {
      if (column >= from && column < to) kept[at] = (kept[at] ?? 0) * stretch;
    });
  });
  return { columns, values: kept };
}

/** The weights, times for each class the square root of what would make all classes equal. */
function balanced({ labels, weights }: LearningSet, rows: Int32Array, classes: number): Float64Array {
  const sums = new Float64Array(classes);
  for (const row of rows) add(sums, labels[row] ?? 0, weights[row] ?? 0);
  const total = sums.reduce((sum, weight) => sum + weight, 0);
  const balance = sums.map((sum) => (sum === 0 ? 1 : Math.sqrt(total / (classes * sum))));
  return weights.map((weight, row) => weight * (balance[labels[row] ?? 0] ?? 1));
}

function add(sums: Float64Array, at: number, weight: number): void {
  sums[at] = (sums[at] ?? 0) + weight;
}
