import { cohensKappa, figuresOf, wilsonInterval } from './metrics.ts';

const judged = (label: number, answer: number, probability = 1) => ({ label, answer, probability });

describe('figures of answers', () => {
  it('count right ones overall and by class', () => {
    const figures = figuresOf([judged(0, 0), judged(0, 0), judged(0, 1), judged(1, 1)], 3);
    expect(figures.accuracy).toBe(0.75);
    expect(figures.confusion).toEqual([
      [2, 1, 0],
      [0, 1, 0],
      [0, 0, 0],
    ]);
    expect(figures.classes[0]).toEqual({ precision: 1, recall: 2 / 3, f1: expect.closeTo(0.8) as number, support: 3 });
    expect(figures.classes[1]?.precision).toBe(0.5);
    expect(figures.macroF1).toBeCloseTo((0.8 + 2 / 3) / 2);
  });

  it('tell how far confidence is from the truth', () => {
    // Eight of ten right at a stated 0.8, and one of two right at a stated 0.95.
    const tens = Array.from({ length: 10 }, (_, at) => judged(0, at < 8 ? 0 : 1, 0.85));
    expect(figuresOf(tens, 2).ece).toBeCloseTo(0.05);
    expect(figuresOf([...tens, judged(0, 0, 0.95), judged(0, 1, 0.95)], 2).ece).toBeCloseTo((0.5 + 0.9) / 12);
  });

  it('of nothing are zero', () => {
    expect(figuresOf([], 2)).toMatchObject({ accuracy: 0, macroF1: 0, ece: 0 });
  });
});

it.each([
  [
    [
      [20, 5],
      [10, 15],
    ],
    0.4,
  ],
  [
    [
      [10, 0],
      [0, 10],
    ],
    1,
  ],
  [
    [
      [5, 5],
      [5, 5],
    ],
    0,
  ],
  [
    [
      [10, 0],
      [0, 0],
    ],
    0,
  ],
])("Cohen's kappa of %j is %d", (confusion, kappa) => {
  expect(cohensKappa(confusion)).toBeCloseTo(kappa);
});

it.each([
  [0, 0, 0, 1],
  [47, 60, 0.664, 0.869],
  [10, 10, 0.722, 1],
  [0, 10, 0, 0.278],
])("Wilson's interval of %d of %d is %d to %d", (right, of, low, high) => {
  const [from, to] = wilsonInterval(right, of);
  expect(from).toBeCloseTo(low, 3);
  expect(to).toBeCloseTo(high, 3);
});
