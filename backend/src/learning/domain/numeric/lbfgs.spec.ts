import { minimise } from './lbfgs.ts';

const STOP = { maxIterations: 200, leastGain: 1e-9, tolerance: 1e-8 };

describe('minimising a function', () => {
  it('finds the bottom of a long bent valley', () => {
    const point = Float64Array.of(-1.2, 1);
    minimise(
      ([x = 0, y = 0], gradient) => {
        gradient[0] = -400 * x * (y - x * x) - 2 * (1 - x);
        gradient[1] = 200 * (y - x * x);
        return 100 * (y - x * x) ** 2 + (1 - x) ** 2;
      },
      point,
      STOP,
    );
    expect(point[0]).toBeCloseTo(1, 4);
    expect(point[1]).toBeCloseTo(1, 4);
  });

  it('ends at the same bytes each time', () => {
    const run = (): Float64Array => {
      const point = Float64Array.from({ length: 50 }, (_, at) => Math.sin(at));
      minimise(
        (at, gradient) =>
          at.reduce((sum, value, index) => {
            gradient[index] = 4 * (value - index) ** 3 + value;
            return sum + (value - index) ** 4 + (value * value) / 2;
          }, 0),
        point,
        STOP,
      );
      return point;
    };
    expect(run()).toEqual(run());
  });

  it('stays where the ground is flat', () => {
    const point = Float64Array.of(3, 4);
    expect(minimise((_, gradient) => (gradient.fill(0), 7), point, STOP)).toBe(7);
    expect([...point]).toEqual([3, 4]);
  });

  it('needs fewer looks where it is told how bent the ground is', () => {
    const bent = Float64Array.from({ length: 60 }, (_, at) => 1 + 50 * at ** 2);
    const looks = (curvatures: Float64Array | null): number => {
      let count = 0;
      const point = new Float64Array(60).fill(1);
      minimise(
        (at, gradient) => {
          count += 1;
          return at.reduce((sum, value, index) => {
            gradient[index] = bent[index]! * (value - 2) + 4 * (value - 2) ** 3;
            return sum + (bent[index]! * (value - 2) ** 2) / 2 + (value - 2) ** 4;
          }, 0);
        },
        point,
        STOP,
        curvatures,
      );
      if (curvatures) for (const value of point) expect(value).toBeCloseTo(2, 4);
      return count;
    };
    expect(looks(bent)).toBeLessThan(looks(null) / 2);
  });
});
