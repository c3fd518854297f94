import type { ToldField, TicketEventKind } from '../../domain/ticket-event.ts';
import { type NewsPosition, endOf } from './news-position.ts';
import type { Moment, Snapshot } from './snapshot.ts';

/** What became of a ticket, without its texts: which fields changed, by whom, and which version it has since. */
export interface TicketNews {
  readonly id: number;
  readonly kind: TicketEventKind;
  readonly version: number;
  readonly fields: readonly ToldField[];
  /** Null when nobody of the desk did it: a customer, or the desk itself. */
  readonly by: { readonly id: number; readonly name: string } | null;
  /** The customer who did it; null when none did. */
  readonly contact: { readonly id: number; readonly name: string } | null;
  readonly at: Date;
}

/** News as the history keeps them. */
export interface NumberedNews {
  readonly event: number;
  readonly news: TicketNews;
}

/** One piece of news, and where somebody stands who has been told it. */
export interface ToldNews {
  readonly news: TicketNews;
  readonly position: NewsPosition;
}

/** What came since a reader looked last. `news` is null when it cannot be told one by one: it is too much, or another era. */
export interface NewsBatch {
  readonly news: readonly ToldNews[] | null;
  /** Up to when. */
  readonly end: Moment;
  /** By the clock of the database, as `at` of the news is. */
  readonly readAt: Date;
}

/** Says of each in a batch where it leaves the reader: who has been told the last one has been told all. */
export function inTurn(from: Snapshot, to: Moment, batch: readonly NumberedNews[]): ToldNews[] {
  return batch.map(({ event, news }, index) => ({
    news,
    position: index === batch.length - 1 ? endOf(to) : { era: to.era, base: from, batch: to.snapshot, last: event },
  }));
}
