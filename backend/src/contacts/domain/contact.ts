/** In characters (code points). */
export const CONTACT_NAME_MAX = 200;
export const CONTACT_NOTE_MAX = 5_000;
export const ADDRESSES_MAX = 50;

/** What somebody is called of whom everything was erased. */
export const ERASED_NAME = 'Erased person';

/** An address as it was written, and as addresses compare: `key` is the same for what people take for the same address. */
export interface MailAddress {
  readonly address: string;
  readonly key: string;
}

/** What stands beside a ticket of somebody who writes to the desk. */
export interface ContactCard {
  readonly id: number;
  readonly name: string;
  /** The first of their addresses; null when none is known. */
  readonly address: string | null;
  readonly organisation: { readonly id: number; readonly name: string } | null;
}

/** Somebody who writes to the desk. Those who were merged into them are the same person, with all their addresses. */
export interface Contact extends Omit<ContactCard, 'address'> {
  readonly addresses: readonly string[];
  /** Whether somebody chose the organisation; otherwise it follows from the domains of the addresses. */
  readonly organisationByHand: boolean;
  /** The one that follows from the domains of the addresses, whoever chose another, with the domain that it has; null for none. */
  readonly organisationByDomain: { readonly id: number; readonly name: string; readonly domain: string } | null;
  readonly note: string;
  readonly language: string | null;
  readonly timeZone: string | null;
  readonly merged: readonly { readonly id: number; readonly name: string }[];
  readonly version: number;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

/** Whether all that was known of somebody was erased, and nothing was said of them since. */
export function isErased({ name, addresses }: Pick<Contact, 'name' | 'addresses'>): boolean {
  return name === ERASED_NAME && addresses.length === 0;
}

/** A person by all that is theirs: `ids` are those of all contacts who are the same person, `id` that of who stands for them. */
export interface KnownPerson {
  readonly id: number;
  readonly name: string;
  readonly ids: readonly number[];
  /** All their addresses in small letters, and as addresses compare. */
  readonly addresses: readonly string[];
}

/** What people may say of a contact. An organisation of null is the one that follows from the addresses. */
export interface ContactFields {
  readonly name: string;
  readonly addresses: readonly MailAddress[];
  readonly organisation: number | null;
  readonly note: string;
  readonly language: string | null;
  readonly timeZone: string | null;
}

/** Who is meant: a contact by id, or by an address, which makes one where nobody has it. */
export type AskedContact =
  | { readonly id: number }
  | {
      /** What somebody new is called. */
      readonly name: string;
      readonly address: string;
    };
