import { portionsOf } from './search-candidate.ts';

const at = new Date(0);
const place = { createdAt: at, updatedAt: at, priority: 'low' } as const;
const sized = (...sizes: number[]) => sizes.map((size, n) => ({ ...place, id: n + 1, size }));
const ids = (sizes: number[], limits: object = {}, portion: object = {}) =>
  portionsOf(sized(...sizes), { tickets: 100, bytes: 1_000, ...limits }, { tickets: 3, bytes: 50, ...portion }).map(
    (some) => some.map(({ id }) => id),
  );

describe('portions in which candidates are read', () => {
  it.each<[string, number[][], number[][]]>([
    ['none', ids([]), []],
    ['one', ids([10]), [[1]]],
    [
      'so many at a time',
      ids([1, 1, 1, 1, 1]),
      [
        [1, 2, 3],
        [4, 5],
      ],
    ],
    ['so many bytes at a time', ids([30, 20, 1, 50]), [[1, 2], [3], [4]]],
    ['a text larger than a portion alone', ids([10, 90, 10]), [[1], [2], [3]]],
    ['no more tickets than the limit', ids([1, 1, 1, 1, 1], { tickets: 4 }), [[1, 2, 3], [4]]],
    ['no more bytes than the limit', ids([40, 40, 40], { bytes: 100 }), [[1], [2]]],
    ['the first, however large it is', ids([5_000, 1]), [[1]]],
  ])('%s', (_, portions, expected) => {
    expect(portions).toEqual(expected);
  });
});
