import type { TicketPriority } from '../../vocabulary/ticket-priority.ts';
import type { TicketText } from '../../vocabulary/ticket-text.ts';

/** A ticket that somebody sorted: what the desk learns from. */
export interface DecidedTicket {
  readonly text: TicketText;
  /** The key of its category. */
  readonly category: string;
  /** Null where nobody decided it. */
  readonly priority: TicketPriority | null;
  /** How much it counts beside a ticket that was decided once, which is 1, as when nothing is said. */
  readonly weight?: number;
}

/** A word or phrase that speaks for a category. */
export interface CategoryTerm {
  readonly term: string;
  readonly category: string;
}
