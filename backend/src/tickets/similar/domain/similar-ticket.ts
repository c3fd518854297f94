import type { Ticket } from '../../domain/ticket.ts';

/** A ticket about the same matter, as far as words tell. */
export interface SimilarTicket {
  readonly ticket: Ticket;
  /** From 0 to 1; two equal texts have 1. */
  readonly similarity: number;
}
