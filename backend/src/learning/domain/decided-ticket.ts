import type { TicketPriority } from '../../vocabulary/ticket-priority.ts';
import type { TicketText } from '../../vocabulary/ticket-text.ts';

/** A ticket that somebody sorted: what the desk learns from. */
export interface DecidedTicket {
  readonly text: TicketText;
  /** The key of its category. */
  readonly category: string;
  /** Null where nobody decided it. */
  readonly priority: TicketPriority | null;
}

/** A word or phrase that speaks for a category. */
export interface CategoryTerm {
  readonly term: string;
  readonly category: string;
}
