import type { PublicMessage, PublicPage } from '../../conversation/domain/public-message.ts';
import type { TicketStatus } from '../../vocabulary/ticket-status.ts';

/** A ticket as a customer sees it. What happens to it within the desk does not show. */
export interface CustomerTicket {
  readonly id: number;
  readonly title: string;
  readonly status: TicketStatus;
  readonly createdAt: Date;
  /** When the last thing happened that they may know of: a message, or that it was resolved or closed. */
  readonly updatedAt: Date;
  /** Whether they asked it; otherwise they are in copy of it. */
  readonly mine: boolean;
  /** Whether the newest message is an answer of the desk. */
  readonly answered: boolean;
  /** Whether they can write to it: not to one that was closed for another, unless that is theirs too. */
  readonly canAnswer: boolean;
}

/** A page of a customer's tickets, newest first; `next` is the cursor of the page after it. */
export interface CustomerTicketPage {
  readonly tickets: readonly CustomerTicket[];
  readonly next: string | null;
}

/** A ticket with a page of what was said about it. */
export interface CustomerConversation extends PublicPage {
  readonly ticket: CustomerTicket;
}

/** A ticket that a customer wrote; `replayed` when an earlier request with the same key did. */
export interface AskedTicket {
  readonly ticket: CustomerTicket;
  readonly replayed: boolean;
}

/** What a customer answered, and the number of the ticket in which it stands. */
export interface TakenAnswer {
  readonly ticket: number;
  readonly message: PublicMessage;
  /** An earlier request with the same key wrote it. */
  readonly replayed: boolean;
}
