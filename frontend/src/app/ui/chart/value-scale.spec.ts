import { countScale } from './value-scale';

const room = { bottom: 100, top: 10 };
const ticksUpTo = (max: number) => countScale(max, room).ticks;

describe('the lines to read a count by', () => {
  it.each([
    [0, [0, 1, 2, 3]],
    [1, [0, 1, 2, 3]],
    [3, [0, 1, 2, 3]],
    [4, [0, 2, 4]],
    [7, [0, 5, 10]],
    [47, [0, 20, 40, 60]],
    [60, [0, 20, 40, 60]],
    [61, [0, 50, 100]],
    [192_442, [0, 100_000, 200_000]],
  ])('up to %d are %j', (max, ticks) => expect(ticksUpTo(max)).toEqual(ticks));

  it('always reach the highest count, in whole even steps and few of them', () => {
    for (let max = 0; max < 3000; max += 1) {
      const ticks = ticksUpTo(max);
      const step = ticks[1] ?? 0;

      expect(ticks.at(-1)).toBeGreaterThanOrEqual(max);
      expect(ticks).toEqual(ticks.map((_, index) => index * step));
      expect(Number.isInteger(step) && ticks.length >= 3 && ticks.length <= 4).toBe(true);
    }
  });

  it('stand between the bottom and the top', () => {
    const { y, ticks } = countScale(61, room);

    expect(ticks.map((count) => y(count))).toEqual([100, 55, 10]);
  });
});
