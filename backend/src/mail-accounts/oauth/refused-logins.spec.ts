import { RefusedLogins } from './refused-logins.ts';
import { TokenRefused } from './token-refused.ts';

let now: number;
let logins: RefusedLogins;
beforeEach(() => {
  now = 1_000_000;
  logins = new RefusedLogins(() => now);
});

/** For how many seconds an account is not tried; 0 where it may be. */
function waits(account = 'desk'): number {
  const before = now;
  for (; ; now += 1_000) {
    try {
      logins.requireTry(account);
      return (now - before) / 1_000;
    } catch (error) {
      expect(error).toBeInstanceOf(TokenRefused);
    }
  }
}

describe('an account whose user was refused', () => {
  it('is tried again after a while that grows, up to five minutes', () => {
    const waited = Array.from({ length: 6 }, () => {
      logins.tell('desk', 'Who are you?');
      return waits();
    });
    expect(waited).toEqual([30, 60, 120, 240, 300, 300]);
  });

  it('says how long it is not tried, and what was said', () => {
    logins.tell('desk', '535 Who are you?');
    now += 12_000;
    expect(() => logins.requireTry('desk')).toThrow(
      'None is asked for within the next 18 seconds, after: 535 Who are you?',
    );
  });

  it('is tried at once when it was let in, or is another one, and begins anew then', () => {
    logins.tell('desk', 'Who are you?');
    expect(waits('other')).toBe(0);
    waits();
    logins.tell('desk', 'Who are you?');
    logins.tell('desk', null);
    expect(waits()).toBe(0);
    logins.tell('desk', 'Who are you?');
    expect(waits()).toBe(30);
  });

  it('stays the same when it gets another refresh token', () => {
    logins.tell('desk', 'Who are you?');
    logins.rename('desk', 'desk with another token');
    expect(waits('desk')).toBe(0);
    expect(waits('desk with another token')).toBe(30);
    logins.tell('desk with another token', 'Who are you?');
    expect(waits('desk with another token')).toBe(60);
  });
});
