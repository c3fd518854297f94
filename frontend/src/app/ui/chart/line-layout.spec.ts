import type { LineData } from './line-data';
import { layOut, nearestPlace } from './line-layout';
import { dailyData } from './testing/daily-data';

const SIZE = { width: 1300, height: 292 };

describe('the layout of a line chart', () => {
  it('keeps every day inside, the first at the left, today at the right, labels beyond', () => {
    const { plot, points, endX } = layOut(
      month(() => 40),
      SIZE,
    );

    expect(points).toHaveLength(30);
    expect(points[0]?.x).toBe(plot.left);
    expect(points.at(-1)?.x).toBeCloseTo(plot.right);
    expect(endX).toBeGreaterThan(plot.right);
    expect(endX + 12 * 'Resolved 40'.length * 0.55).toBeLessThan(SIZE.width);
  });

  it('draws nothing at the bottom and the highest line at the top', () => {
    const { plot, lines, points } = layOut(
      month((index) => (index === 3 ? 60 : 0)),
      SIZE,
    );

    expect(points[0]?.ys[0]).toBe(plot.bottom);
    expect(points[3]?.ys[0]).toBe(plot.top);
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
    const [created, resolved] = layOut(
      month(() => 0),
      SIZE,
    ).series;

    expect(Math.abs((created?.end?.y ?? 0) - (resolved?.end?.y ?? 0))).toBeGreaterThanOrEqual(16);
  });

  it('survives a box too small to draw in, and a single day', () => {
    const tiny = layOut(
      month(() => 40),
      { width: 20, height: 10 },
    );
    const single = layOut(dailyData([4], [4]), SIZE);

    expect(tiny.series[0]?.line).not.toContain('NaN');
    expect(single.points).toEqual([{ x: single.plot.right, ys: [single.plot.top, single.plot.top] }]);
  });

  it.each([
    ['far left', -50, 0],
    ['on the first', 100, 0],
    ['nearer to the second', 151, 1],
    ['nearer to the first', 149, 0],
    ['far right', 900, 2],
  ])('finds the day nearest to a place %s', (_, x, index) => {
    const points = [100, 200, 300].map((at) => ({ x: at, ys: [] }));

    expect(nearestPlace({ points }, x)).toBe(index);
  });

  it('draws every line to a tenth of a pixel, and fills the main one down to the axis', () => {
    const { series, plot } = layOut(
      { ...dailyData([0, 10, 0], [5, 5, 5]), valueText: () => '' },
      { width: 137.44, height: 144 },
    );

    expect(plot).toEqual({ left: 30, right: 62.44, top: 16, bottom: 116 });
    expect(series.map(({ line }) => line)).toEqual(['M30,116L46.2,16L62.4,116', 'M30,66L46.2,66L62.4,66']);
    expect(series.map(({ area }) => area)).toEqual(['M30,116L46.2,16L62.4,116L62.4,116L46.2,116L30,116Z', null]);
  });

  it('draws as many lines as there are', () => {
    const { series, ...rest } = dailyData([4, 4], [4, 4]);
    const others = series.map((one) => ({ ...one, name: `${one.name} before` }));
    const one = layOut({ ...rest, series: series.slice(0, 1) }, SIZE);
    const four = layOut({ ...rest, series: [...series, ...others] }, SIZE);

    expect(one.series.map(({ end }) => end?.text)).toEqual(['Created 4']);
    const ends = four.series.map(({ end }) => end?.y ?? 0);
    expect(ends.map((y, index) => y - (ends[index - 1] ?? y - 16))).toEqual([16, 16, 16, 16]);
  });

  function month(count: (index: number) => number): LineData {
    const counts = Array.from({ length: 30 }, (_, index) => count(index));
    return dailyData(counts, counts);
  }

  describe('of shares with gaps', () => {
    const shares = {
      ...dailyData([0, 0, 0, 0], [0, 0, 0, 0]),
      scale: 'shares' as const,
      series: [
        {
          name: 'Kept',
          look: 'main' as const,
          values: [80, null, 85, 90],
          total: '',
          band: [[70, 88], null, [76, 91], [82, 95]] as const,
        },
        { name: 'Right', look: 'beside' as const, values: [78, 80, 81, null], total: '' },
      ],
    };

    it('goes from the ten below the least to a hundred', () => {
      expect(layOut(shares, SIZE).lines.map(({ text }) => text)).toEqual(['70', '80', '90', '100']);
    });

    it('draws no line across a gap, intervals behind the line, and no label where nothing is', () => {
      const { series, points } = layOut(shares, SIZE);
      expect(series[0]?.line.match(/M/g)).toHaveLength(2);
      expect(series.map(({ area, band }) => [area === null, band === null])).toEqual([
        [true, false],
        [true, true],
      ]);
      expect(series.map(({ end }) => end?.text)).toEqual(['Kept 90', undefined]);
      expect(points[1]?.ys[0]).toBeNull();
    });

    it('keeps marks inside, at their places', () => {
      const { marks, points } = layOut({ ...shares, marks: [{ place: 0, label: 'a long model name' }] }, SIZE);
      expect(marks[0]).toMatchObject({ x: points[0]?.x, left: 0 });
    });
  });
});
