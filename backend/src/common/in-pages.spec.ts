import { jest } from '@jest/globals';
import { inPages } from './in-pages.ts';

describe('rows of pages', () => {
  it.each([
    ['an empty table', 0, [0]],
    ['a page that is not full', 2, [0]],
    ['pages of which the last one is full', 6, [0, 3, 6]],
    ['pages of which the last one is not', 7, [0, 3, 6]],
  ])('are all of %s, each page asked for behind the last row of the one before', async (_, count, places) => {
    const asked: number[] = [];
    const page = (after: number, size: number) => {
      asked.push(after);
      return Promise.resolve(Array.from({ length: Math.min(size, count - after) }, (__, n) => ({ id: after + n + 1 })));
    };
    const ids: number[] = [];
    for await (const { id } of inPages(3, 0, page, (row) => row.id)) ids.push(id);
    expect(ids).toEqual(Array.from({ length: count }, (__, n) => n + 1));
    expect(asked).toEqual(places);
  });

  it('are read no further than they are asked for', async () => {
    const page = jest.fn((after: number, size: number) =>
      Promise.resolve(Array.from({ length: size }, (_, n) => after + n + 1)),
    );
    for await (const id of inPages(3, 0, page, Number)) if (id === 3) break;
    expect(page).toHaveBeenCalledTimes(1);
  });
});
