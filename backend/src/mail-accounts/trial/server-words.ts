import type { Secret } from '../../config/secret.ts';

const SHOWN_MAX = 200;

/** What a mail server said, on one line of at most 200 characters, without the password should it have repeated that. */
export function serverWords(said: string, user: string, password: Secret | null): string {
  const secret = password?.reveal() ?? '';
  // The longest first, as it may hold another.
  const spoken = secret === '' ? [] : [base64(`\0${user}\0${secret}`), base64(secret), secret];
  const without = spoken.reduce((text, one) => text.replaceAll(one, '[secret]'), said);
  const line = without.replace(/[\s\p{Cc}]+/gu, ' ').trim();
  return [...line].slice(0, SHOWN_MAX).join('');
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
