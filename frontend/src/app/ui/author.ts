import type { TicketEvent } from '../api/model';
import { isolated } from './isolated';

/** Who did something, as the API tells it wherever something was done. */
export type Authored = Pick<TicketEvent, 'actor' | 'via'> & { readonly contact?: TicketEvent['contact'] };

/** How an author is called and marked that is no user, and how it is said by what it came. */
interface ViaWords {
  readonly name: string;
  readonly icon: string;
  readonly way: string;
}

const SOMEONE = { name: 'Someone', icon: 'help' };

const WORDS: Readonly<Record<Authored['via'], ViaWords>> = {
  web: { ...SOMEONE, way: 'the web app' },
  token: { ...SOMEONE, way: 'an API token' },
  portal: { name: 'A customer', icon: 'account_circle', way: 'the portal' },
  system: { name: 'The desk', icon: 'inbox', way: 'the desk itself' },
};

/** "Mina Park", "Ruth Adler" of a customer, "The desk", or "Someone" when nobody knows who. */
export function authorName({ actor, via, contact }: Authored, person: (id: number) => string): string {
  if (actor !== null) return person(actor);
  return contact ? isolated(contact.name) : wordsOf(via).name;
}

/** A name as it stands within a sentence: "chosen by Mina Park", "chosen by someone". */
export function withinSentence(name: string): string {
  return name === SOMEONE.name || name === WORDS.portal.name ? name.charAt(0).toLowerCase() + name.slice(1) : name;
}

/** The icon in place of a face. */
export function authorIcon({ via, contact }: Authored): string {
  return wordsOf(contact ? 'portal' : via).icon;
}

/** "the web app": by what it came. */
export function viaWords(via: Authored['via']): string {
  return wordsOf(via).way;
}

/** An API that is newer than this page may know more words. */
function wordsOf(via: string): ViaWords {
  return (WORDS as Readonly<Record<string, ViaWords>>)[via] ?? { ...SOMEONE, way: via };
}
