import type { Secret } from '../../config/secret.ts';
import { onOneLine } from '../domain/on-one-line.ts';

const SHOWN_MAX = 200;

/** What a mail server said, on one line of at most so many characters, without the password or token should it have repeated that. */
export function serverWords(said: string, user: string, password: Secret | null, max = SHOWN_MAX): string {
  return onOneLine(withoutSecret(said, user, password), max);
}

function withoutSecret(said: string, user: string, password: Secret | null): string {
  const secret = password?.reveal() ?? '';
  const bearer = `user=${user}\x01auth=Bearer ${secret}\x01\x01`;
  // The longest first, as it may hold another.
  const spoken = secret === '' ? [] : [base64(`\0${user}\0${secret}`), base64(bearer), base64(secret), secret];
  return spoken.reduce((text, one) => text.replaceAll(one, '[secret]'), said);
}

function base64(text: string): string {
  return Buffer.from(text).toString('base64');
}
