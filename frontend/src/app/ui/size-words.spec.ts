import { sizeWords } from './size-words';

describe('the words of a size', () => {
  it.each([
    [0, '0 B'],
    [999, '999 B'],
    [1_000, '1.0 kB'],
    [10_180, '9.9 kB'],
    [10_200, '10 kB'],
    [184_213, '180 kB'],
    [1_023_000, '999 kB'],
    [1_023_600, '1.0 MB'],
    [25 * 1024 * 1024, '25 MB'],
    [2_500_000_000, '2.3 GB'],
    [4_000_000_000_000, '3725 GB'],
  ])('tell that %d bytes are %s', (bytes, words) => {
    expect(sizeWords(bytes)).toBe(words);
  });
});
