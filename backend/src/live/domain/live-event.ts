import type { BulkRunAt } from '../../events/desk-events.ts';
import type { TicketNews } from '../../tickets/news/domain/ticket-news.ts';
import type { TicketPresence } from '../presence/domain/presence.ts';

/** Stands among the fields of a ticket for what was written in its conversation. */
export const MESSAGES = 'messages';

/** Stands there for words that were removed for good: whoever has read them forgets them. */
export const REDACTION = 'redaction';

/** The kind is the name of the event. */
export interface ToldOfTicket extends Omit<TicketNews, 'kind' | 'fields'> {
  readonly fields: readonly (TicketNews['fields'][number] | typeof MESSAGES | typeof REDACTION)[];
}

type Nothing = Readonly<Record<string, never>>;

/** Everything that a stream tells, by the name of the event, with what its data holds. */
export interface LiveEvents {
  readonly 'ticket.created': ToldOfTicket;
  readonly 'ticket.changed': ToldOfTicket;
  readonly 'ticket.deleted': ToldOfTicket;
  readonly 'ticket.restored': ToldOfTicket;
  /** Figures have moved. */
  readonly 'statistics.changed': Nothing;
  /** Contacts, or whom they belong to. */
  readonly 'contacts.changed': Nothing;
  readonly 'categories.changed': { readonly keys: readonly string[] };
  readonly 'people.changed': { readonly ids: readonly number[] };
  /** Who has a ticket open by now. */
  readonly presence: TicketPresence;
  /** Sessions or tokens of the person who follows. For the browsers of that person alone. */
  readonly 'account.changed': Nothing;
  /** There is more that concerns the person who follows, or they have read some of it. For the browsers of that person alone. */
  readonly 'notifications.changed': Nothing;
  /** How the desk suggests, its lexicon, what applies by itself. For admins. */
  readonly 'settings.changed': Nothing;
  /** Somebody's API tokens. For admins. */
  readonly 'tokens.changed': Nothing;
  /** Something was written to the audit log. For admins. */
  readonly 'audit.changed': Nothing;
  /** Mails were kept aside, or wait no more. For admins. */
  readonly 'quarantine.changed': Nothing;
  /** A mailbox can be read by now, or cannot. For admins. */
  readonly 'mailboxes.changed': Nothing;
  /** Somebody is to be erased, it has come further, or is done. For admins. */
  readonly 'erasures.changed': Nothing;
  /** Suggestions were made or decided, an LLM was called: figures about them have moved. For admins. */
  readonly 'suggestions.changed': Nothing;
  /** The desk's own models, whether it learns, and the tickets that look filed wrongly. For admins. */
  readonly 'learning.changed': Nothing;
  /** A replay has begun, come further, or ended. For admins. */
  readonly 'replays.changed': Nothing;
  /** For admins. */
  readonly 'bulk_run.changed': BulkRunAt;
  /** The sign-in by which the stream was opened is over; it closes. */
  readonly 'session.ended': Nothing;
  /** Something cannot be told one by one: who follows reads afresh what they show. */
  readonly reset: Nothing;
  /** The process stops; another one goes on from here. */
  readonly goodbye: Nothing;
}

export type LiveEventName = keyof LiveEvents;

/** What is told to admins alone, and no more of it than that it has changed. */
export const CHANGED_FOR_ADMINS = [
  'settings.changed',
  'tokens.changed',
  'audit.changed',
  'quarantine.changed',
  'mailboxes.changed',
  'erasures.changed',
  'suggestions.changed',
  'learning.changed',
  'replays.changed',
] as const satisfies readonly LiveEventName[];

/** Those that only admins are told. */
export const FOR_ADMINS: ReadonlySet<LiveEventName> = new Set([...CHANGED_FOR_ADMINS, 'bulk_run.changed'] as const);

/** Those that the browsers of one person are told, and nobody else. */
export type OfPerson = 'account.changed' | 'notifications.changed';

/** Those that are told at most once in a second, however often it happens. */
export type SeldomTold = (typeof CHANGED_FOR_ADMINS)[number] | 'statistics.changed' | 'contacts.changed';

export const SELDOM_TOLD: readonly SeldomTold[] = [...CHANGED_FOR_ADMINS, 'statistics.changed', 'contacts.changed'];
