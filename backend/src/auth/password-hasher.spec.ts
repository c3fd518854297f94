import { PasswordHasher, hashPassword } from './password-hasher.ts';

describe('a password', () => {
  it('is hashed by argon2id as OWASP has it, each time with another salt', async () => {
    const [one, two] = [await hashPassword('the same'), await hashPassword('the same')];
    expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[\w+/]{22}\$[\w+/]{43}$/);
    expect(one).not.toBe(two);
  });

  it('matches its own hash, to the last character and however long', async () => {
    const hasher = new PasswordHasher();
    await hasher.onModuleInit();
    for (const password of ['a', 'ä\u0000x', `${'long'.repeat(64)}1`]) {
      const hash = await hashPassword(password);
      expect(await hasher.matches(hash, password)).toBe(true);
      expect(await hasher.matches(hash, `${password} `)).toBe(false);
      expect(await hasher.matches(hash, password.slice(0, -1))).toBe(false);
    }
  });

  it('of nobody is compared as well, so that it takes as long', async () => {
    const hasher = new PasswordHasher();
    // Without anything to compare with, the comparison fails; so there is one.
    await expect(hasher.matches(null, 'anything')).rejects.toThrow();
    await hasher.onModuleInit();
    expect(await hasher.matches(null, 'anything')).toBe(false);
  });
});
