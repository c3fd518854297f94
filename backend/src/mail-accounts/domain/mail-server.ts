import type { OAuthClient } from './oauth-client.ts';

/**
 * How a connection is protected: encrypted from its first byte, as soon as both have greeted each other, or not at all, which only
 * a server on this machine is trusted with.
 */
export const SECURITIES = ['tls', 'starttls', 'none'] as const;

export type Security = (typeof SECURITIES)[number];

/** How a mail server is reached, and as whom. */
export interface MailServer {
  readonly host: string;
  readonly port: number;
  readonly security: Security;
  readonly user: string;
  /** Null where a password lets the user in. */
  readonly oauth: OAuthClient | null;
}

/** In characters. */
export const HOST_MAX = 253;
export const USER_MAX = 320;
export const PASSWORD_MAX = 500;
export const TOKEN_MAX = 16_384;

/** Further addresses of the desk that mailbox or sender bring along. */
export const OWN_ADDRESSES_MAX = 20;

/** Whether a password or token that is kept for one may be used for the other. */
export function isSameServer(one: MailServer, other: MailServer): boolean {
  return sealUse('', one) === sealUse('', other);
}

/** What a password or token is sealed for: it opens for nobody else, whatever is written over in the database. */
export function sealUse(protocol: string, { host, port, security, user, oauth }: MailServer): string {
  const use = [protocol, host, port, security, user];
  return JSON.stringify(oauth ? [...use, oauth.tokenUrl, oauth.clientId] : use);
}
