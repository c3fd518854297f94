import type { CategoryTerm, DecidedTicket } from './decided-ticket.ts';
import type { UrgencyTerm } from './urgency.ts';

/** What a desk knows before it has seen a ticket of its own. */
export interface Starter {
  /** Changes with every change of what follows. */
  readonly version: string;
  readonly tickets: readonly DecidedTicket[];
  readonly terms: readonly CategoryTerm[];
  readonly urgency: readonly UrgencyTerm[];
}
