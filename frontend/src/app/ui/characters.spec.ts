import { characters } from './characters';

describe('the characters of a text', () => {
  it.each([
    ['', 0],
    [' abc ', 5],
    ['😀😀', 2],
    ['a b', 3],
  ])('%j has %d', (text, count) => expect(characters(text)).toBe(count));
});
