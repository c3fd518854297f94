import { rowsCome } from './kept-place';

const rows = (...ids: number[]) => ids.map((id) => ({ id }));

describe('the rows that come in above a place', () => {
  it.each([
    ['none', rows(9, 8, 7), rows(9, 8, 7), 1, 0],
    ['one on top', rows(9, 8, 7), rows(10, 9, 8, 7), 1, 1],
    ['one in between', rows(9, 7, 6), rows(9, 8, 7, 6), 1, 1],
    ['one below', rows(9, 8, 6), rows(9, 8, 7, 6), 1, 0],
    ['one less', rows(9, 8, 7), rows(8, 7), 1, -1],
    ['one more and one less', rows(9, 8, 7), rows(10, 8, 7), 1, 0],
    ['none when the row itself went away', rows(9, 8, 7), rows(9, 7), 1, 0],
    ['one less when the row went away as well', rows(9, 8, 7), rows(7), 1, -1],
    ['none when nothing is left', rows(9, 8, 7), rows(), 1, 0],
  ])('are %s', (_, before, now, place, count) => {
    expect(rowsCome(before, now, place)).toBe(count);
  });
});
