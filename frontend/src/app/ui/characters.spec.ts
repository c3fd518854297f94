import { characters } from './characters';

describe('the characters of a text', () => {
  it.each([
    ['', 0],
    ['  \n ', 0],
    [' abc ', 3],
    ['😀😀', 2],
    ['a b', 3],
  ])('%j has %d', (text, count) => expect(characters(text)).toBe(count));
});
