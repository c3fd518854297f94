import { slashWord } from './slash-word';

describe('what is typed behind a slash', () => {
  it.each([
    ['/', ''],
    ['/inv', 'inv'],
    ['Hello Ruth, /inv', 'inv'],
    ['Hello\u00a0/rück', 'rück'],
    ['', null],
    ['inv', null],
    ['and/or', null],
    ['/etc/hosts', null],
    ['https://x', null],
    ['/inv ', null],
    [`/${'x'.repeat(41)}`, null],
  ])('in %j is %j', (before, word) => {
    expect(slashWord(before)).toBe(word);
  });
});
