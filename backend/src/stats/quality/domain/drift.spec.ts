import { type KnownTally, driftOf, knownShareOf, withLimits } from './drift.ts';

/** So many suggestions, half of them `spread` above their mean and half below. */
function tally(of: number, mean: number, spread = 0): KnownTally {
  return { of, sum: of * mean, squares: of * (mean ** 2 + spread ** 2) };
}

const NONE = tally(0, 0);

describe('the share of known words', () => {
  it('has mean and standard deviation, as far as there are enough', () => {
    const shares = [0.5, 0.7, 0.9];
    const sums = { of: 3, sum: 2.1, squares: shares.reduce((sum, share) => sum + share ** 2, 0) };
    expect(knownShareOf(sums)).toEqual({ of: 3, mean: expect.closeTo(0.7, 9), deviation: expect.closeTo(0.2, 9) });
    expect(knownShareOf(tally(1, 0.5))).toEqual({ of: 1, mean: 0.5, deviation: null });
    expect(knownShareOf(NONE)).toEqual({ of: 0, mean: null, deviation: null });
  });
});

describe('drift', () => {
  it.each([
    ['is none just above three standard errors below', 100, 0.775, 300, false],
    ['is told from there downwards', 100, 0.765, 300, true],
    ['is not told without a hundred of the newest', 99, 0.4, 300, null],
    ['is not told without a hundred before them', 100, 0.4, 99, null],
  ])('%s', (_, of, mean, before, alarm) => {
    const drift = driftOf(tally(of, mean, 0.1), tally(before, 0.8, 0.1));
    expect(drift?.alarm).toBe(alarm);
    expect(drift?.limit).toEqual(alarm === null ? null : expect.closeTo(0.77, 3));
  });

  it('is nothing where no source counts words', () => expect(driftOf(NONE, NONE)).toBeNull());
});

describe('drift over time', () => {
  const limits = (parts: readonly KnownTally[], before = NONE) =>
    withLimits(
      parts.map((known) => ({ known })),
      before,
    ).map(({ known }) => known.limit);

  it('has a limit for each part by those before it, as soon as a hundred are', () => {
    expect(limits([tally(60, 0.8, 0.1), tally(60, 0.8, 0.1), tally(60, 0.8, 0.1)])).toEqual([
      ...[null, null],
      expect.closeTo(0.8 - 0.3 / Math.sqrt(60), 3),
    ]);
  });

  it('begins with what came before the period', () => {
    expect(limits([tally(100, 0.5, 0.1)], tally(1000, 0.9, 0.1))).toEqual([expect.closeTo(0.87, 3)]);
  });

  it('forgets what lies further back than a thousand', () => {
    const parts = [tally(2000, 0.2), tally(1000, 0.9, 0.1), tally(100, 0.9)];
    expect(limits(parts, tally(1000, 0.5)).at(-1)).toBeCloseTo(0.87, 3);
  });

  it('asks no more of many suggestions than of a hundred, and nothing of a handful', () => {
    const before = tally(1000, 0.8, 0.1);
    expect(limits([tally(5000, 0.8)], before)).toEqual([expect.closeTo(0.77, 3)]);
    expect(limits([tally(10, 0.8)], before)).toEqual([expect.closeTo(0.8 - 0.3 / Math.sqrt(10), 3)]);
    expect(limits([tally(9, 0.8)], before)).toEqual([null]);
  });

  it('is nowhere below nothing', () => expect(limits([tally(10, 0.1)], tally(100, 0.1, 0.5))).toEqual([0]));
});
