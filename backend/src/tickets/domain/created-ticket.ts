import type { Ticket, TicketWithDuplicates } from './ticket.ts';

/** What a request to create a ticket came to: a new ticket, or the one that an earlier request of the same key wrote. */
export interface CreatedTicket<Written extends Pick<Ticket, 'id'> = TicketWithDuplicates> {
  readonly ticket: Written;
  readonly replayed: boolean;
}
