import { signInWords } from './sign-in-words.ts';

describe('how to sign in', () => {
  it('is told for each person as it is', () => {
    expect(
      signInWords(
        [
          { username: 'admin', password: 'admin123', fromSettings: false, mustChange: true },
          { username: 'mina.park', password: 'demo-agent-1', fromSettings: false, mustChange: false },
        ],
        '  ',
      ),
    ).toBe('  admin      admin123 (you then choose a password of your own)\n  mina.park  demo-agent-1');
  });

  it.each([
    [true, ' admin  with ADMIN_PASSWORD'],
    [false, ' admin  with the password you chose'],
  ])('never names a password that was chosen', (fromSettings, words) => {
    expect(signInWords([{ username: 'admin', password: null, fromSettings, mustChange: false }], ' ')).toBe(words);
  });
});
