import { newPasswordMessage } from './password-rules';

describe('a new password', () => {
  it.each([
    ['', 'Choose a new password.'],
    ['short', 'Use at least 10 characters; this has 5.'],
    ['😀😀😀😀😀', 'Use at least 10 characters; this has 5.'],
    ['a\u200bb\u200bc\u200bd\u200be', 'Use at least 10 characters; this has 5.'],
    ['e\u0301e\u0301e\u0301e\u0301e\u0301', 'Use at least 10 characters; this has 5.'],
    ['\ufdfa', 'Use at least 10 characters; this has 1.'],
  ])('%j is told what it lacks', (password, message) => {
    expect(newPasswordMessage(password)).toBe(message);
  });

  it.each(['ten chars!', 'correct horse battery staple', '          x', 'ééééééééééé'])('may be %j', (password) => {
    expect(newPasswordMessage(password)).toBeUndefined();
  });
});
