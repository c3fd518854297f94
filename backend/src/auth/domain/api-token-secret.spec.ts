import { isApiTokenSecret, makeApiTokenSecret } from './api-token-secret.ts';

describe('the secret of an API token', () => {
  it('is recognised by its prefix and checksum, and is never the same', () => {
    const secrets = Array.from({ length: 200 }, makeApiTokenSecret);
    for (const secret of secrets) {
      expect(secret).toMatch(/^desk_[0-9A-Za-z]{33}$/);
      expect(isApiTokenSecret(secret)).toBe(true);
    }
    expect(new Set(secrets).size).toBe(200);
  });

  it('with any one character mistyped is recognised as none', () => {
    const secret = makeApiTokenSecret();
    for (let place = 0; place < secret.length; place += 1) {
      const other = secret[place] === 'x' ? 'y' : 'x';
      expect(isApiTokenSecret(secret.slice(0, place) + other + secret.slice(place + 1))).toBe(false);
    }
  });

  it.each(['', 'desk_', 'desk_nonsense', ' ', 'desk_'.padEnd(38, '0'), 'DESK_'.padEnd(38, '0')])('is not %j', (text) =>
    expect(isApiTokenSecret(text)).toBe(false),
  );

  it('has nothing before or after it', () => {
    const secret = makeApiTokenSecret();
    for (const text of [`${secret}\n`, ` ${secret}`, `${secret}0`]) expect(isApiTokenSecret(text)).toBe(false);
  });

  it('uses the whole alphabet in every random place', () => {
    const seen = Array.from({ length: 27 }, () => new Set<string>());
    for (let n = 0; n < 3_000; n += 1)
      Array.from(makeApiTokenSecret().slice(5, 32)).forEach((c, place) => seen[place]?.add(c));
    expect(seen.map(({ size }) => size)).toEqual(Array.from({ length: 27 }, () => 62));
  });
});
