import type { TicketPriority } from '../../vocabulary/ticket-priority.ts';
import type { TicketText } from '../../vocabulary/ticket-text.ts';
import type { DecidedTicket } from './decided-ticket.ts';

/** A ticket whose category a person chose. */
export interface ConfirmedTicket {
  readonly id: number;
  readonly text: TicketText;
  /** The key of a category that new tickets may take. */
  readonly category: string;
  readonly priority: TicketPriority;
  /** Somebody decided about this ticket after it was written, rather than writing it with this category. */
  readonly isCorrection: boolean;
  readonly decidedAt: Date;
}

/**
 * How much a correction counts beside a first choice. Whoever decides about a ticket that is there has read it; a first choice may be a default that nobody looked at. Twice, not more: a correction can be wrong too, and one
 * wrong label in ten costs five points of accuracy.
 */
const CORRECTION_WEIGHT = 2;

export function weightOf({ isCorrection }: Pick<ConfirmedTicket, 'isCorrection'>): number {
  return isCorrection ? CORRECTION_WEIGHT : 1;
}

/** The order in which they are learned from: the same tickets give the same order, in whatever order they come. */
export function inOrderOfDecision(tickets: readonly ConfirmedTicket[]): ConfirmedTicket[] {
  return tickets.toSorted((one, other) => one.decidedAt.getTime() - other.decidedAt.getTime() || one.id - other.id);
}

/** A confirmed ticket as it is learned from. */
export function learnedTicket(ticket: ConfirmedTicket): DecidedTicket {
  const { text, category, priority } = ticket;
  return { text, category, priority, weight: weightOf(ticket) };
}
