import { linesInSight, piecesOf } from './line-window';

/** Ten lines of 20 pixels with 10 between them: one begins every 30. */
const EVEN = Array.from({ length: 10 }, () => 20);
/** They begin at 0, 110, 140 and 650. */
const UNEVEN = [100, 20, 500, 40];

describe('the lines in sight', () => {
  it.each([
    ['all of them where there is room', EVEN, 0, 1_000, [0, 10]],
    ['those that reach in', EVEN, 35, 95, [1, 4]],
    ['none that ends at the edge, and none that begins there', EVEN, 50, 90, [2, 3]],
    ['the first, above which there is more', EVEN, -500, 10, [0, 1]],
    ['one that is higher than what is seen', UNEVEN, 200, 300, [2, 3]],
    ['each by its own height', UNEVEN, 105, 645, [1, 3]],
    ['the one below where a gap alone is seen', UNEVEN, 102, 108, [1, 2]],
    ['the last, below everything', UNEVEN, 5_000, 6_000, [3, 4]],
    ['the first, above everything', UNEVEN, -900, -100, [0, 1]],
    ['none where there are none', [], 0, 100, [0, 0]],
  ])('are %s', (_, heights, from, to, [start, end]) => {
    expect(linesInSight(heights, 10, { from, to })).toEqual({ start, end });
  });
});

describe('what is drawn', () => {
  /** Lines by their place, and rooms in brackets by their pixels. */
  const drawn = (heights: readonly number[], start: number, end: number, ...kept: readonly number[]) =>
    piecesOf(heights, 10, { start, end }, new Set(kept))
      .map(({ line, room }) => line ?? `(${room})`)
      .join(' ');

  it.each([
    ['everything', EVEN, 0, 10, [], '0 1 2 3 4 5 6 7 8 9'],
    ['with room above and below', EVEN, 3, 5, [], '(80) 3 4 (140)'],
    ['with the room of uneven ones', UNEVEN, 2, 3, [], '(130) 2 (40)'],
    ['with one above that is kept', EVEN, 5, 6, [1], '(20) 1 (80) 5 (110)'],
    ['with one below that is kept, next to the end', EVEN, 0, 2, [9], '0 1 (200) 9'],
    ['with one in sight that is kept', EVEN, 4, 6, [5], '(110) 4 5 (110)'],
    ['without what is beyond either end', EVEN, 0, 2, [-1, 10], '0 1 (230)'],
  ])('is %s', (_, heights, start, end, kept, pieces) => {
    expect(drawn(heights, start, end, ...kept)).toBe(pieces);
  });

  it('is as high as everything, whatever of it is drawn', () => {
    const heights = Array.from({ length: 40 }, (_, at) => 20 + ((at * 37) % 90));
    const high = (pieces: readonly number[]) => pieces.reduce((sum, one) => sum + one, 0) + (pieces.length - 1) * 10;
    for (const [start, end, kept] of [
      [0, 40, []],
      [10, 20, [3, 4, 30]],
      [39, 40, [0]],
    ] as const) {
      const pieces = piecesOf(heights, 10, { start, end }, new Set(kept));
      expect(high(pieces.map(({ line, room }) => (line === null ? room : (heights[line] ?? 0))))).toBe(high(heights));
    }
  });
});
