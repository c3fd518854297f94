import { atWord } from './at-word';

describe('what is typed behind an @', () => {
  it.each([
    ['@', ''],
    ['@mi', 'mi'],
    ['@mina.pa', 'mina.pa'],
    ['Can you look, @jonas.weber and @mi', 'mi'],
    ['(@Jürg', 'Jürg'],
    ['Hello\u00a0@a', 'a'],
    ['', null],
    ['mi', null],
    ['@mina ', null],
    ['ruth@exam', null],
    ['ruth.adler+x@example.com', null],
    ['https://x/@mi', null],
    ['@@mi', null],
    [`@${'x'.repeat(41)}`, null],
  ])('in %j is %j', (before, word) => {
    expect(atWord(before)).toBe(word);
  });
});
