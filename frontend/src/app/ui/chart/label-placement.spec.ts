import { keepApart } from './label-placement';

const room = { gap: 16, top: 10, bottom: 100 };

describe('labels at the ends of their lines', () => {
  it.each([
    ['far apart stay', 30, 80, [30, 80]],
    ['far apart stay, whichever is higher', 80, 30, [80, 30]],
    ['too near move by halves', 50, 56, [45, 61]],
    ['too near move by halves, whichever is higher', 56, 50, [61, 45]],
    ['at one place put the first on top', 50, 50, [42, 58]],
    ['at the top move down', 10, 12, [10, 26]],
    ['at the bottom move up', 100, 100, [84, 100]],
    ['at the bottom move up, whichever is higher', 100, 98, [100, 84]],
  ])('%s', (_, first, second, placed) => expect(keepApart([first, second], room)).toEqual(placed));

  it.each([
    ['push each other along where they touch', [30, 40, 50, 90], [24, 40, 56, 90]],
    ['keep the order of their wishes', [60, 50, 40], [66, 50, 34]],
    ['stay inside together', [98, 99, 100], [68, 84, 100]],
  ])('%s, also when there are many', (_, wishes, placed) => expect(keepApart(wishes, room)).toEqual(placed));
});
