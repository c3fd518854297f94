import { join } from 'node:path';

/** A certificate for `localhost` and 127.0.0.1 that nobody but its owner vouches for, as PEM files. */
export const OWN_AUTHORITY = join(import.meta.dirname, 'tls/own-authority.pem');
export const OWN_AUTHORITY_KEY = join(import.meta.dirname, 'tls/own-authority.key.pem');
