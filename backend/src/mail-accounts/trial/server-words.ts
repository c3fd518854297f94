import type { Secret } from '../../config/secret.ts';

const SHOWN_MAX = 200;

/** What a mail server said, on one line of at most 200 characters, without the password should it have repeated that. */
export function serverWords(said: string, user: string, password: Secret | null): string {
  const line = withoutSecret(said, user, password)
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim();
  return [...line].slice(0, SHOWN_MAX).join('');
}

/** What a mail server said, without the password it was told should it have repeated that. */
export function withoutSecret(said: string, user: string, password: Secret | null): string {
  const secret = password?.reveal() ?? '';
  // The longest first, as it may hold another.
  const spoken = secret === '' ? [] : [base64(`\0${user}\0${secret}`), base64(secret), secret];
  return spoken.reduce((text, one) => text.replaceAll(one, '[secret]'), said);
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
