import type { ReplayAnswer, SaidOfField } from './replay-answer.ts';
import { type FieldComparison, type ReplayedPair, comparedIn } from './replay-report.ts';
import { comparisonInWords } from './replay-words.ts';

const said = (value: string, confidence: number | null = 0.8, options: string[] = [value]): SaidOfField => ({
  ...{ value, confidence, options },
  abstained: options.length === 0 ? 'too_close' : null,
});
const answer = (category: SaidOfField): ReplayAnswer => ({ category, priority: said('low') });
const pair = (decided: string, baseline: SaidOfField, candidate: SaidOfField): ReplayedPair => ({
  decision: { category: decided, priority: 'low' },
  ...{ baseline: answer(baseline), candidate: answer(candidate) },
});
const times = (count: number, one: ReplayedPair): ReplayedPair[] => Array.from({ length: count }, () => one);

describe('two sides on the same tickets', () => {
  const pairs = [
    ...times(80, pair('a', said('a'), said('a'))),
    ...times(4, pair('a', said('a'), said('b'))),
    ...times(8, pair('a', said('b'), said('a'))),
    ...times(4, pair('a', said('b', 0.4, ['b', 'a']), said('b', 0.4, []))),
    ...times(4, pair('a', said('b', 0.4, []), said('b', 0.4, []))),
  ];
  const compared = comparedIn('category', pairs);

  it('are counted by how often they are right, name one, offer two, or say nothing', () => {
    const counts = ({ right, named, two, abstained, precision }: FieldComparison['baseline']) =>
      [right, named, two, abstained, precision].map(({ count, of }) => [count, of]);
    expect(counts(compared.baseline)).toEqual([
      [84, 100],
      [92, 100],
      [4, 100],
      [4, 100],
      [84, 92],
    ]);
    expect(counts(compared.candidate)).toEqual([
      [88, 100],
      [92, 100],
      [0, 100],
      [8, 100],
      [88, 92],
    ]);
    expect(compared.counts).toEqual({ both: 80, onlyFirst: 4, onlySecond: 8, neither: 8 });
  });

  it('differ by what the literature gives for such counts', () => {
    expect(compared.difference.right.value).toBeCloseTo(0.04, 12);
    expect(compared.difference.right.low).toBeLessThan(0);
    expect(compared.difference.right.high).toBeGreaterThan(0.1);
    expect(compared.difference.precision?.value).toBeCloseTo(4 / 92, 12);
  });

  it('have the calibration error of what they stated', () => {
    // Of 92 answers at .8, 84 and 88 are right; of 8 at .4 none.
    expect(compared.baseline.ece).toBeCloseTo((Math.abs(92 * 0.8 - 84) + 8 * 0.4) / 100, 12);
    expect(compared.difference.ece?.value).toBeCloseTo(0.04, 12);
  });

  it('state no calibration error where no confidence was stated', () => {
    const silent = comparedIn('category', times(30, pair('a', said('a', null), said('a'))));
    expect([silent.baseline.ece, silent.difference.ece]).toEqual([null, null]);
  });
});

describe('a comparison in words', () => {
  const none = { value: 0, low: -0.02, high: 0.02 };
  const words = (difference: Partial<FieldComparison['difference']>, differs = true) =>
    comparisonInWords({
      counts: { both: 80, onlyFirst: differs ? 4 : 0, onlySecond: differs ? 8 : 0, neither: 8 },
      difference: { ...{ right: none, named: none, abstained: none, precision: none, ece: null }, ...difference },
    } as FieldComparison);

  it.each([
    [
      { value: 0.04, low: -0.01, high: 0.09 },
      'is right on 4 of 100 more tickets; between 1 fewer and 9 more: no proof of a difference.',
    ],
    [{ value: 0.04, low: 0.012, high: 0.068 }, 'is right on 4 of 100 more tickets; between 1 and 7 more.'],
    [{ value: -0.1, low: -0.15, high: -0.05 }, 'is right on 10 of 100 fewer tickets; between 5 and 15 fewer.'],
    [
      { value: 0, low: -0.03, high: 0.03 },
      'is right on as many of 100 tickets; between 3 fewer and 3 more: no proof of a difference.',
    ],
    [
      { value: 0, low: -0.001, high: 0.001 },
      'is right on as many of 100 tickets; less than 1 more or fewer: no proof of a difference.',
    ],
  ])('%o', (right, expected) => {
    expect(words({ right })).toEqual([`The candidate ${expected}`]);
  });

  it('tells how often each speaks where only that differs', () => {
    const named = { value: -0.12, low: -0.2, high: -0.05 };
    expect(words({ named, precision: { value: 0.07, low: -0.01, high: 0.15 } }, false)).toEqual([
      'The candidate names one value on 12 of 100 fewer tickets; between 5 and 20 fewer.',
      'The candidate is right on 7 of 100 more tickets where it names one value; between 1 fewer and 15 more: no proof of a difference.',
    ]);
  });
});
