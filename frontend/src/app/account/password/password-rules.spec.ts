import { newPasswordMessage } from './password-rules';

describe('a new password', () => {
  it.each([
    ['', 'Choose a new password.'],
    ['short', 'Use at least 10 characters; this has 5.'],
    ['😀😀😀😀😀', 'Use at least 10 characters; this has 5.'],
  ])('%j is told what it lacks', (password, message) => {
    expect(newPasswordMessage(password)).toBe(message);
  });

  it.each(['ten chars!', 'correct horse battery staple', '          x', 'ééééééééééé'])('may be %j', (password) => {
    expect(newPasswordMessage(password)).toBeUndefined();
  });
});
