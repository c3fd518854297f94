import type { BulkRunAt } from '../../events/desk-events.ts';
import type { TicketNews } from '../../tickets/news/domain/ticket-news.ts';
import type { TicketPresence } from '../presence/domain/presence.ts';

/** The kind is the name of the event. */
type ToldOfTicket = Omit<TicketNews, 'kind'>;

type Nothing = Readonly<Record<string, never>>;

/** Everything that a stream tells, by the name of the event, with what its data holds. */
export interface LiveEvents {
  readonly 'ticket.created': ToldOfTicket;
  readonly 'ticket.changed': ToldOfTicket;
  readonly 'ticket.deleted': ToldOfTicket;
  readonly 'ticket.restored': ToldOfTicket;
  /** Figures have moved. */
  readonly 'statistics.changed': Nothing;
  readonly 'categories.changed': { readonly keys: readonly string[] };
  readonly 'people.changed': { readonly ids: readonly number[] };
  /** Who has a ticket open by now. */
  readonly presence: TicketPresence;
  /** For admins. */
  readonly 'settings.changed': Nothing;
  /** For admins. */
  readonly 'tokens.changed': Nothing;
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

/** Those that only admins are told. */
export const FOR_ADMINS: ReadonlySet<LiveEventName> = new Set([
  'settings.changed',
  'tokens.changed',
  'bulk_run.changed',
]);
