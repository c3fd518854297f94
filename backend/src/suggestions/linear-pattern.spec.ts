import { patternFault } from './linear-pattern.ts';

describe('a pattern that takes time in proportion to the text', () => {
  it.each(['KD-\\d{4,8}', '(?i)aktenzeichen \\S+', '\\p{Lu}{2}\\d+', '(a+)+b', '№\\d'])('may be %s', (pattern) => {
    expect(patternFault(pattern)).toBeNull();
  });

  it.each([
    ['(', 'no pattern'],
    ['[a-', 'no pattern'],
    ['(?=x)y', 'no pattern'],
    ['(?<!x)y', 'no pattern'],
    ['(x)\\1', 'no pattern'],
    ['(x{1000}){1000}', 'no pattern'],
    ['x{900}', 'too large'],
    ['x*', 'nothing at all'],
    ['^', 'nothing at all'],
    ['', 'nothing at all'],
    ['\\b', 'nothing at all'],
    ['\\B|x', 'nothing at all'],
  ])('is not %s', (pattern, fault) => {
    expect(patternFault(pattern)).toContain(fault);
  });
});
