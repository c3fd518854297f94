import type { TicketFilter } from './ticket-filter.ts';
import type { Ticket } from './ticket.ts';

/** Which page of which list: a filter, a search as it was typed, and where the page before ended. */
export interface TicketPageRequest extends TicketFilter {
  readonly search?: string;
  readonly limit: number;
  readonly cursor?: string;
}

/** One page of a list, and how many tickets the whole list has; `countExact` is false when there are more. */
export interface TicketPage {
  readonly tickets: readonly Ticket[];
  readonly count: number;
  readonly countExact: boolean;
  /** The last ticket shown, when there are more after it. */
  readonly next: Pick<Ticket, 'createdAt' | 'id'> | null;
}
