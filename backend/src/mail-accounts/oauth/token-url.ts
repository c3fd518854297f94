import { isLoopback } from '../../config/loopback.ts';
import { TOKEN_URL_MAX } from '../domain/oauth-client.ts';

/** As it is kept: a parser takes more for an address than the database does. */
const WRITTEN_OUT = /^https?:\/\/[\x21-\x7e]+$/;

/** Whether tokens may be asked for there: by https, or on this machine. */
export function isTokenUrl(text: string): boolean {
  const url = WRITTEN_OUT.test(text) ? URL.parse(text) : null;
  if (url === null || text.length > TOKEN_URL_MAX || url.username !== '' || url.password !== '' || url.hash !== '')
    return false;
  const host = url.hostname.replace(/^\[(.*)\]$/, '$1');
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(host));
}
