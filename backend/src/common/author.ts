/** By what something came: the web app, an API token, the desk itself, or the portal. The database knows the same words (`is_via`). */
export const VIAS = ['web', 'token', 'system', 'portal'] as const;

export type Via = (typeof VIAS)[number];

/** Somebody in a browser. Of one who is not signed in yet nobody knows who it is. */
export interface PersonAuthor {
  readonly via: 'web';
  readonly userId: number | null;
  readonly tokenId: null;
  /** The network address it came from; null where it was not kept. */
  readonly address: string | null;
}

/** A program with an API token of a person. */
export interface TokenAuthor {
  readonly via: 'token';
  readonly userId: number;
  readonly tokenId: string;
  readonly address: string | null;
}

/** The desk itself: migrations, seeds, jobs nobody asked for, and what it does because of a mail. */
interface SystemAuthor {
  readonly via: 'system';
  readonly userId: null;
  readonly tokenId: null;
  readonly address: null;
  /** The customer who wrote the mail. */
  readonly contactId?: number;
}

/** A customer on the portal. */
interface CustomerAuthor {
  readonly via: 'portal';
  readonly userId: null;
  readonly tokenId: null;
  readonly address: null;
  readonly contactId?: number;
}

/**
 * Who did something, as requests, histories, runs and the audit log have it. Who speaks in another way one day is one more
 * kind here, one more word in `VIAS`, one in `is_via` (a migration) and one in `authorName` of the web app.
 */
export type Author = PersonAuthor | TokenAuthor | SystemAuthor | CustomerAuthor;

export const SYSTEM: Author = { via: 'system', userId: null, tokenId: null, address: null };
export const CUSTOMER: Author = { via: 'portal', userId: null, tokenId: null, address: null };

/** The same for a customer, where nobody of the desk is the author. */
export function onBehalfOf(contact: number | null, by: Author): Author {
  return contact === null || by.via === 'web' || by.via === 'token' ? by : { ...by, contactId: contact };
}

/** The customer who did it; null where none is known. */
export function customerOf(by: Author): number | null {
  return by.via === 'web' || by.via === 'token' ? null : (by.contactId ?? null);
}

/** What is told of the author of something that happened. */
export interface Authored {
  /** The user who did it; null when no user did: the desk itself, a customer, or somebody nobody knows. */
  readonly actor: number | null;
  readonly via: Via;
}

/** The columns in which a row keeps its author, as the driver reads them. */
export interface AuthorColumns {
  readonly via: Via;
  readonly user_id: string | null;
  readonly token_id: string | null;
}

/** @throws Error when the columns do not belong together. */
export function authorFrom({ via, user_id: user, token_id: tokenId }: AuthorColumns): Author {
  const userId = user === null ? null : Number(user);
  if (via === 'system') return SYSTEM;
  if (via === 'portal') return CUSTOMER;
  if (via === 'web') return { via, userId, tokenId: null, address: null };
  if (userId === null || tokenId === null) throw new Error('A token without its id or its person did something');
  return { via, userId, tokenId, address: null };
}
