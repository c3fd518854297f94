import { makeOneTimePassword } from './one-time-password.ts';
import { passwordProblem } from './password-policy.ts';

describe('a one-time password', () => {
  it('is easy to read out: no vowels, nothing that looks like something else', () => {
    const passwords = Array.from({ length: 500 }, makeOneTimePassword);
    for (const password of passwords) {
      expect(password).toMatch(/^[2-9b-df-hj-np-tv-xz]{4}(-[2-9b-df-hj-np-tv-xz]{4}){4}$/);
      expect(passwordProblem(password, { names: ['mina.park'], isCommon: () => false })).toBeNull();
    }
    expect(new Set(passwords).size).toBe(500);
  });

  it('holds more than 80 random bits', () => {
    const characters = new Set(Array.from({ length: 500 }, makeOneTimePassword).join(''));
    characters.delete('-');
    expect(20 * Math.log2(characters.size)).toBeGreaterThan(80);
  });
});
