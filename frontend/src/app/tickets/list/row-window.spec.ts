import { MARGIN, placesToDraw, rowRange } from './row-window';

describe('the rows that are drawn', () => {
  it.each([
    ['at the top', 0, 560, 1000, { start: 0, end: 18 }],
    ['in the middle', 5600, 560, 1000, { start: 92, end: 118 }],
    ['at the end', 55_440, 560, 1000, { start: 982, end: 1000 }],
    ['above the top', -80, 560, 1000, { start: 0, end: 18 }],
    ['beyond a list that became shorter', 9000, 560, 10, { start: 10, end: 10 }],
    ['of an empty list', 0, 560, 0, { start: 0, end: 0 }],
  ])('%s', (_, offset, height, count, range) => {
    expect(rowRange({ offset, height, margin: MARGIN }, 56, count)).toEqual(range);
  });

  it('are those in sight alone without a margin, also when they are cut', () => {
    expect(rowRange({ offset: 5600, height: 560, margin: 0 }, 56, 1000)).toEqual({ start: 100, end: 110 });
    expect(rowRange({ offset: 5610, height: 560, margin: 0 }, 56, 1000)).toEqual({ start: 100, end: 111 });
  });

  it.each([
    [undefined, [5, 6, 7]],
    [6, [5, 6, 7]],
    [2, [2, 5, 6, 7]],
    [90, [5, 6, 7, 90]],
  ])('keep row %s among them, in order', (kept, places) => {
    expect(placesToDraw({ start: 5, end: 8 }, kept)).toEqual(places);
  });
});
