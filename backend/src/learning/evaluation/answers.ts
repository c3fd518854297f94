import type { TicketPriority } from '../../vocabulary/ticket-priority.ts';
import type { AbstentionReason } from '../domain/verdict.ts';

/** What somebody who is tried says of one field of a ticket, beside what people decided. */
export interface FieldAnswer {
  readonly truth: string;
  readonly answer: string;
  /** Null when none was stated. */
  readonly confidence: number | null;
  /** Whether the answer was offered alone, and not beside another or not at all. */
  readonly alone: boolean;
  /** Whether the truth was among what was offered. */
  readonly offered: boolean;
  readonly abstained: AbstentionReason | null;
}

export interface TicketAnswer {
  readonly category: FieldAnswer;
  /** Null where nobody decided the ticket's priority. */
  readonly priority: (FieldAnswer & { readonly truth: TicketPriority }) | null;
}

/** All answers of one trial. */
export interface Trial {
  readonly answers: readonly TicketAnswer[];
  /** How long each answer took on average. */
  readonly msPerPrediction: number;
  /** How many tickets were not answered at all. */
  readonly failures: number;
}
