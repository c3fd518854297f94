import type { TicketPriority } from '../../vocabulary/ticket-priority.ts';
import type { AbstentionReason } from '../domain/verdict.ts';

/** What one who is tried says of a field of a ticket. */
export interface SaidOfField {
  /** What it holds likeliest, also where it had rather say nothing. */
  readonly value: string;
  /** Null when none was stated. */
  readonly confidence: number | null;
  /** What a person would be offered: one, two to choose from, or nothing. */
  readonly options: readonly string[];
  readonly abstained: AbstentionReason | null;
}

/** What one who is tried says of a ticket. */
export interface ReplayAnswer {
  readonly category: SaidOfField;
  readonly priority: SaidOfField;
}

/** What people decided about a ticket. */
export interface Decision {
  readonly category: string;
  readonly priority: TicketPriority;
}
