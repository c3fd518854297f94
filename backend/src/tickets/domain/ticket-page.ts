import type { AskedAssignee } from './asked-assignee.ts';
import type { TicketFilter } from './ticket-filter.ts';
import type { TicketSort } from './ticket-sort.ts';
import type { Ticket } from './ticket.ts';

/** What a list is asked for: filters, of which `assignee` may name the caller, and a search as it was typed. */
export interface AskedTickets extends Omit<TicketFilter, 'assignee'> {
  readonly assignee?: readonly AskedAssignee[];
  readonly search?: string;
}

/** Whether somebody wants to know how many tickets a list has. */
export const COUNTED = ['true', 'false'] as const;
export type Counted = (typeof COUNTED)[number];

/** Which page of which list, in which order, and where the page before ended. */
export interface TicketPageRequest extends AskedTickets {
  readonly sort: TicketSort;
  readonly limit: number;
  readonly cursor?: string;
  /** Instead of a cursor: the number of the ticket in whose surroundings the page lies. */
  readonly around?: number;
  readonly count: Counted;
}

/** How many tickets match; `countExact` is false when there are more. */
export interface TicketCount {
  readonly count: number;
  readonly countExact: boolean;
}

/** One page of a list, and how many tickets the whole list has. */
export interface TicketPage extends TicketCount {
  readonly tickets: readonly Ticket[];
  /** The cursor of the page after this one; null on the last. A search may stop short of a full page and go on there. */
  readonly next: string | null;
  /** The cursor of the page before this one; null on the first. */
  readonly previous: string | null;
}
