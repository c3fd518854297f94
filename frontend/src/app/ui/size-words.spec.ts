import { sizeWords } from './size-words';

describe('the words of a size', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1_000, '1.0 kB'],
    [9_949, '9.9 kB'],
    [9_960, '10 kB'],
    [184_213, '184 kB'],
    [999_499, '999 kB'],
    [999_600, '1.0 MB'],
    [38_400_000, '38 MB'],
    [2_500_000_000, '2.5 GB'],
    [4_000_000_000_000, '4000 GB'],
  ])('tell that %d bytes are %s', (bytes, words) => {
    expect(sizeWords(bytes)).toBe(words);
  });
});
