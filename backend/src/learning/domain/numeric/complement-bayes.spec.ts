import { withComplementBayes } from './complement-bayes.ts';
import { SoftmaxRegression } from './softmax-regression.ts';

/** Three classes: the first column speaks for the first, the second against it, the third is in no example. */
const EXAMPLES = {
  matrix: {
    starts: Int32Array.from([0, 1, 2, 3, 4]),
    columns: Int32Array.from([0, 1, 1, 0]),
    values: Float32Array.from([1, 1, 1, 1]),
    width: 3,
  },
  rows: Int32Array.from([0, 1, 2, 3]),
  labels: Int32Array.from([0, 1, 2, 0]),
  weights: Float64Array.from([1, 1, 1, 1]),
};
const row = (...columns: number[]) => ({
  columns: Int32Array.from(columns),
  values: new Float32Array(columns.length).fill(1),
});

const regression = SoftmaxRegression.fit(EXAMPLES, { classes: 3, c: 1 });
const both = withComplementBayes(regression, EXAMPLES, { share: 0.8, classes: 3 });

it('speaks for the class whose examples have a column that the others have not', () => {
  const [first = 0, second = 0, third = 0] = both.scoresOf(row(0));
  expect(first).toBeGreaterThan(second);
  expect(second).toBeCloseTo(third, 5);
  const [against = 0, ...others] = both.scoresOf(row(1));
  expect(against).toBeLessThan(Math.min(...others));
});

it('weighs nothing where no example has anything', () => {
  expect(both.knows(2)).toBe(false);
  expect(both.knows(0)).toBe(true);
});

it('leaves scores as far apart as they were', () => {
  const spread = (of: SoftmaxRegression): number => {
    const scores = [0, 1, 1, 0].map((column) => of.scoresOf(row(column)));
    const deviations = scores.map((ofRow) => {
      const mean = ofRow.reduce((sum, score) => sum + score) / 3;
      return Math.sqrt(ofRow.reduce((sum, score) => sum + (score - mean) ** 2, 0) / 3);
    });
    return deviations.reduce((sum, deviation) => sum + deviation) / 4;
  };
  expect(spread(both)).toBeCloseTo(spread(regression), 5);
});

it('leaves a regression of no examples as it is', () => {
  const none = { ...EXAMPLES, rows: new Int32Array(0) };
  expect(withComplementBayes(regression, none, { share: 0.8, classes: 3 })).toBe(regression);
});

it('has nothing to say of classes that are left to the regression', () => {
  const ofTwo = withComplementBayes(regression, EXAMPLES, { share: 0.8, classes: 2 });
  const alone = regression.scoresOf(row(1));
  const scores = ofTwo.scoresOf(row(1));
  const times = (ofTwo.scoresOf(row()).at(2) ?? 0) / (regression.scoresOf(row()).at(2) ?? 1);
  expect(scores[2]).toBeCloseTo(times * (alone[2] ?? 0), 5);
  expect(scores[1]).toBeGreaterThan(times * (alone[1] ?? 0));
});
