import { type ScoredExample, calibrationOf, probabilitiesOf } from './calibration.ts';

const CLASSES = 4;

/** Numbers from 0 to below 1 that lie evenly; those of different primes have nothing to do with each other. */
function evenly(prime: number): () => number {
  let at = 0;
  return () => ((at += 1) * Math.sqrt(prime)) % 1;
}

/**
 * Tickets of which a model knows the right class better or worse, decided as often as it says; some of them are then decided
 * by chance.
 */
function decided(count: number, byChance: number): ScoredExample[] {
  const [top, score, right, isByChance, any] = [2, 3, 5, 7, 11].map(evenly) as [Roll, Roll, Roll, Roll, Roll];
  return Array.from({ length: count }, () => {
    const scores = new Float64Array(CLASSES);
    scores[Math.floor(top() * CLASSES)] = 12 * score();
    let left = right();
    const label = probabilitiesOf(scores, { temperature: 1 }).findIndex((probability) => (left -= probability) < 0);
    return { scores, label: isByChance() < byChance ? Math.floor(any() * CLASSES) : label };
  });
}

type Roll = () => number;

describe('what makes probabilities come true', () => {
  it('is a temperature alone where people decide what texts say', () => {
    const { temperature, wrongShare } = calibrationOf(decided(4_000, 0));
    expect(temperature).toBeCloseTo(1, 1);
    expect(wrongShare).toBeLessThan(0.01);
  });

  it('is the share of decisions that no text foretells as well, which does not make the model less sure of others', () => {
    const { temperature, wrongShare } = calibrationOf(decided(4_000, 0.07));
    expect(temperature).toBeCloseTo(1, 1);
    expect(Math.abs(wrongShare - 0.07)).toBeLessThan(0.01);
  });

  it('leaves it possible to be sure, however many decisions no text foretells', () => {
    const calibration = calibrationOf(decided(4_000, 0.3));
    expect(Math.max(...probabilitiesOf(Float64Array.of(99, 0, 0, 0), calibration))).toBeCloseTo(0.92);
  });

  it('tells such decisions from what is hard to foresee only from 200 tickets on', () => {
    expect(calibrationOf(decided(199, 0.3)).wrongShare).toBe(0);
    expect(calibrationOf(decided(200, 0.3)).wrongShare).toBeGreaterThan(0.05);
  });

  it('is what was measured on other desks below 20 tickets', () => {
    expect(calibrationOf(decided(19, 0))).toEqual({ temperature: 1.2, wrongShare: 0 });
  });
});

describe('probabilities', () => {
  const scores = Float64Array.of(Math.log(8), 0, 0);

  it('leave to each class its part of the wrong share', () => {
    const probabilities = probabilitiesOf(scores, { temperature: 1, wrongShare: 0.3 });
    expect(probabilities[0]).toBeCloseTo(0.7 * 0.8 + 0.1);
    expect(probabilities[1]).toBeCloseTo(0.7 * 0.1 + 0.1);
  });

  it('are those of the temperature alone for a model that was made before there was such a share', () => {
    expect(probabilitiesOf(scores, { temperature: 1 })[0]).toBeCloseTo(0.8);
  });
});
