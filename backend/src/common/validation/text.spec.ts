import { textProblem } from './text.ts';

describe('textProblem', () => {
  const limits = { max: 3 };
  const oneLine = { max: 10, singleLine: true };

  it.each([
    ['a missing value', undefined, limits, 'required'],
    ['null', null, limits, 'required'],
    ['null where a text may be left out', null, { max: 3, optional: true }, 'not_text'],
    ['an empty text', '', limits, 'required'],
    ...[
      '\u200b',
      '\u00ad\u00ad',
      '\u2060',
      '\u2800',
      '\u3164',
      '\u200e\u202e\u2069',
      '\ufe0f',
      '\u{e0041}',
      ' \u200b\u00a0',
    ].map((text) => ['nothing that is seen', text, limits, 'required'] as const),
    ['a number', 7, limits, 'not_text'],
    ['a list', ['a'], limits, 'not_text'],
    ['one character too many', 'abcd', limits, 'too_long'],
    ['four emoji where three fit', '😀😀😀😀', limits, 'too_long'],
    ['a text far too long', 'x'.repeat(100), limits, 'too_long'],
    ['a line break in a single line', 'a\nb', oneLine, 'not_one_line'],
    ['a line separator in a single line', 'a\u2028b', oneLine, 'not_one_line'],
    ['a name that reads backwards', 'a\u202enimda', { max: 10, name: true }, 'disguised'],
    ['a name with an isolate', '\u2066admin', { max: 10, name: true }, 'disguised'],
    ['a NUL', 'a\0', limits, 'invalid_characters'],
    ['half a surrogate pair', 'a\ud83d', limits, 'invalid_characters'],
  ] as const)('finds the fault in %s', (_, value, withLimits, problem) => {
    expect(textProblem(value, withLimits)).toBe(problem);
  });

  it.each([
    ['a letter among what is not seen', '\u200bx\u200b', limits],
    ['an optional text of nothing that is seen', '\u200b', { max: 3, optional: true }],
    ['an emoji with its variant', '\u2764\ufe0f', limits],
    ['a text of just the length', 'abc', limits],
    ['three emoji, six UTF-16 units', '😀😀😀', limits],
    ['a line break in a longer text', 'a\nb', limits],
    ['an optional text left out', undefined, { max: 3, optional: true }],
    ['an optional text left empty', '', { max: 3, optional: true }],
  ])('accepts %s', (_, value, withLimits) => {
    expect(textProblem(value, withLimits)).toBeNull();
  });
});
