import { placeAfterKey } from './reading-keys';

describe('the key', () => {
  it.each([
    ['ArrowLeft', 29, 28],
    ['ArrowRight', 28, 29],
    ['ArrowRight', 29, 29],
    ['ArrowDown', 0, 0],
    ['ArrowUp', 0, 1],
    ['PageDown', 29, 22],
    ['PageUp', 27, 29],
    ['Home', 12, 0],
    ['End', 12, 29],
    ['Tab', 12, null],
    ['a', 12, null],
  ])('%s leads from day %d to %s', (key, from, to) => expect(placeAfterKey(key, from, 29, 7)).toBe(to));
});
