import { isolated } from './isolated';

describe('a name within a sentence', () => {
  it.each([
    ['Mina Park', 'Mina Park'],
    ['Łukasz', 'Łukasz'],
    ['退款', '退款'],
    ['مينا', '\u2068مينا\u2069'],
    ['נועה (2)', '\u2068נועה (2)\u2069'],
    ['𞤀𞤣𞤤𞤢𞤥', '\u2068𞤀𞤣𞤤𞤢𞤥\u2069'],
    ['Mina\u202e kraP', 'Mina kraP'],
    ['נ\u2069\u202eועה', '\u2068נועה\u2069'],
  ])('runs in its own direction and cannot be disguised: %j', (name, shown) => {
    expect(isolated(name)).toBe(shown);
  });
});
