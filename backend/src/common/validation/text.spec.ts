import { textProblem } from './text.ts';

describe('textProblem', () => {
  const limits = { max: 3 };
  const oneLine = { max: 10, singleLine: true };

  it.each([
    ['a missing value', undefined, limits, 'required'],
    ['null', null, limits, 'required'],
    ['an empty text', '', limits, 'required'],
    ['a number', 7, limits, 'not_text'],
    ['a list', ['a'], limits, 'not_text'],
    ['one character too many', 'abcd', limits, 'too_long'],
    ['four emoji where three fit', '😀😀😀😀', limits, 'too_long'],
    ['a text far too long', 'x'.repeat(100), limits, 'too_long'],
    ['a line break in a single line', 'a\nb', oneLine, 'not_one_line'],
    ['a line separator in a single line', 'a\u2028b', oneLine, 'not_one_line'],
    ['a NUL', 'a\0', limits, 'invalid_characters'],
    ['half a surrogate pair', 'a\ud83d', limits, 'invalid_characters'],
  ] as const)('finds the fault in %s', (_, value, withLimits, problem) => {
    expect(textProblem(value, withLimits)).toBe(problem);
  });

  it.each([
    ['a text of just the length', 'abc', limits],
    ['three emoji, six UTF-16 units', '😀😀😀', limits],
    ['a line break in a longer text', 'a\nb', limits],
    ['an optional text left out', undefined, { max: 3, optional: true }],
    ['an optional text left empty', '', { max: 3, optional: true }],
  ])('accepts %s', (_, value, withLimits) => {
    expect(textProblem(value, withLimits)).toBeNull();
  });
});
