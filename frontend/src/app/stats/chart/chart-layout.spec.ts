import { type Day, daysOf } from '../days';
import { statsOf } from '../testing/stats-of';
import { layOut, nearestDay } from './chart-layout';

const SIZE = { width: 1300, height: 292 };

describe('the layout of the chart', () => {
  it('keeps every day inside, the first at the left, today at the right, labels beyond', () => {
    const { plot, points, ends } = layOut(
      month(() => 40),
      SIZE,
    );

    expect(points).toHaveLength(30);
    expect(points[0]?.x).toBe(plot.left);
    expect(points.at(-1)?.x).toBeCloseTo(plot.right);
    expect(ends.x).toBeGreaterThan(plot.right);
    expect(ends.x + 12 * 'Resolved 40'.length * 0.55).toBeLessThan(SIZE.width);
  });

  it('draws nothing at the bottom and the highest line at the top', () => {
    const { plot, lines, points } = layOut(
      month((index) => (index === 3 ? 60 : 0)),
      SIZE,
    );

    expect(points[0]?.created).toBe(plot.bottom);
    expect(points[3]?.created).toBe(plot.top);
    expect(lines.map((line) => line.text)).toEqual(['0', '20', '40', '60']);
  });

  it('gives long numbers the room they need', () => {
    const small = layOut(
      month(() => 40),
      SIZE,
    ).plot;
    const large = layOut(
      month(() => 150_000),
      SIZE,
    ).plot;

    expect(large.left).toBeGreaterThan(small.left);
    expect(large.right).toBeLessThan(small.right);
  });

  it('keeps the two end labels apart', () => {
    const { ends } = layOut(
      month(() => 0),
      SIZE,
    );

    expect(Math.abs(ends.created.y - ends.resolved.y)).toBeGreaterThanOrEqual(16);
  });

  it('survives a box too small to draw in, and a single day', () => {
    const tiny = layOut(
      month(() => 40),
      { width: 20, height: 10 },
    );
    const single = layOut(month(() => 4).slice(-1), SIZE);

    expect(tiny.createdLine).not.toContain('NaN');
    expect(single.points).toEqual([{ x: single.plot.right, created: single.plot.top, resolved: single.plot.top }]);
  });

  it.each([
    ['far left', -50, 0],
    ['on the first', 100, 0],
    ['nearer to the second', 151, 1],
    ['nearer to the first', 149, 0],
    ['far right', 900, 2],
  ])('finds the day nearest to a place %s', (_, x, index) => {
    const points = [100, 200, 300].map((at) => ({ x: at, created: 0, resolved: 0 }));

    expect(nearestDay({ points }, x)).toBe(index);
  });

  function month(count: (index: number) => number): readonly Day[] {
    const counts = Array.from({ length: 30 }, (_, index) => count(index));
    return daysOf(statsOf({ created: counts, resolved: counts }));
  }
});
