import { type PairedCounts, pairedCounts } from '../domain/paired-counts.ts';
import { type SummedFigure, bootstrapDifference } from './paired-bootstrap.ts';
import { pairedDifference } from './paired-difference.ts';

const table = (both: number, onlyFirst: number, onlySecond: number, neither: number): PairedCounts => ({
  ...{ both, onlyFirst, onlySecond, neither },
});
const rounded = ({ value, low, high }: ReturnType<typeof pairedDifference>) =>
  [value, low, high].map((number) => Number(number.toFixed(3)));

describe('the difference of two shares of the same tickets', () => {
  // Sources: Altman et al., Statistics with Confidence, 2000, table 6.2; Fagerland, Lydersen and Laake, 2014 (Bentur 2009, Cavo 2012).
  // There the first share less the second is given, here the second less the first.
  it.each([
    ['Altman, table 6.2', table(14, 5, 0, 22), [-0.122, -0.226, -0.011]],
    ['Bentur', table(1, 1, 7, 12), [0.286, 0.026, 0.507]],
    ['Cavo', table(59, 6, 16, 80), [0.062, 0.005, 0.119]],
  ])('is that of the literature: %s', (_, counts, expected) => {
    expect(rounded(pairedDifference(counts))).toEqual(expected);
  });

  it('turns round with the two', () => {
    const [there, back] = [pairedDifference(table(30, 9, 4, 7)), pairedDifference(table(30, 4, 9, 7))];
    expect(there.value).toBeCloseTo(-back.value, 12);
    expect(there.low).toBeCloseTo(-back.high, 12);
    expect(there.high).toBeCloseTo(-back.low, 12);
  });

  it('is uncertain also where two never differed, and less so the more tickets say it', () => {
    const few = pairedDifference(table(10, 0, 0, 10));
    const many = pairedDifference(table(500, 0, 0, 500));
    expect(few.value).toBe(0);
    expect(few.high).toBeGreaterThan(0.05);
    expect(many.high).toBeLessThan(0.01);
    expect(few.low).toBeCloseTo(-few.high, 12);
  });

  it('says nothing of no tickets', () => {
    expect(pairedDifference(table(0, 0, 0, 0))).toEqual({ value: 0, low: -1, high: 1 });
  });

  it('has its counts from pairs', () => {
    const pairs = [
      [true, true],
      [true, false],
      [true, false],
      [false, true],
      [false, false],
    ] as const;
    expect(pairedCounts(pairs)).toEqual(table(1, 2, 1, 1));
  });
});

describe('the difference of two figures that are no shares', () => {
  const meanOf = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  const pairs = Array.from({ length: 200 }, (_, at) => [at % 2, at % 2 === 0 ? 1 : Number(at % 5 > 0)] as const);
  const mean: SummedFigure<number> = {
    slots: 1,
    partOf: (part) => ({ slot: 0, part, whole: 1 }),
    figureOf: ([part = 0], [whole = 0]) => (whole === 0 ? null : part / whole),
  };

  it('has the interval that theory gives for a mean, about', () => {
    const found = bootstrapDifference(pairs, mean, 1);
    const differences = pairs.map(([one, other]) => other - one);
    const middle = meanOf(differences);
    const reach = 1.96 * Math.sqrt(meanOf(differences.map((one) => (one - middle) ** 2)) / pairs.length);
    expect(found?.value).toBeCloseTo(middle, 12);
    expect(Math.abs((found?.low ?? 0) - (middle - reach))).toBeLessThan(0.01);
    expect(Math.abs((found?.high ?? 0) - (middle + reach))).toBeLessThan(0.01);
  });

  it('is the same for the same seed, and another for another', () => {
    expect(bootstrapDifference(pairs, mean, 7)).toEqual(bootstrapDifference(pairs, mean, 7));
    const odd = pairs.map(([one, other], at) => [one + at / 1_000, other] as const);
    expect(bootstrapDifference(odd, mean, 7)).not.toEqual(bootstrapDifference(odd, mean, 8));
  });

  it('is nothing where there is no figure', () => {
    expect(bootstrapDifference(pairs, { ...mean, partOf: () => null }, 1)).toBeNull();
    expect(bootstrapDifference([], mean, 1)).toBeNull();
  });
});
