import { hash, randomBytes } from 'node:crypto';

const BYTES = 32;

/** A new secret of 256 random bits that means nothing by itself. */
export function makeOpaqueToken(): string {
  return randomBytes(BYTES).toString('base64url');
}

/** What is kept of a secret. It is random and long, so a slow hash would add nothing. */
export function hashToken(token: string): string {
  return hash('sha256', token);
}
