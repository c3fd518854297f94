import { isVisible, withoutUnseen } from './unseen.ts';

describe('what readers do not see', () => {
  it.each([
    '\u00ad',
    '\u034f',
    '\u061c',
    '\u115f',
    '\u17b4',
    '\u180e',
    '\u200b',
    '\u200d',
    '\u202e',
    '\u2060',
    '\u2066',
  ])('is left out and seen nowhere: %j', (unseen) => {
    expect(withoutUnseen(`a${unseen} b`)).toBe('a b');
    expect(isVisible(` ${unseen}`)).toBe(false);
  });

  it.each(['\u2800', '\u3164', '\ufe0f', '\ufeff', '\ufffb', '\u{1bca0}', '\u{1d159}', '\u{1d173}', '\u{e0041}'])(
    'is left out and seen nowhere, either: %j',
    (unseen) => {
      expect(withoutUnseen(`a${unseen} b`)).toBe('a b');
      expect(isVisible(`\t${unseen}\n`)).toBe(false);
    },
  );

  it.each(['a', '.', '\u0301', '\ufffd', '\u2801', '😀'])('does not hold what they see: %s', (seen) => {
    expect(isVisible(`\u200b${seen}`)).toBe(true);
    expect(withoutUnseen(seen)).toBe(seen);
  });
});
