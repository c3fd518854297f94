import { randomBytes } from 'node:crypto';

/** A new PROXY_SECRET: what the API and the web server before it share, so that the API believes nobody else who its callers are. */
export function newProxySecret(): string {
  return randomBytes(32).toString('base64url');
}
