import type { Ticket } from './ticket.ts';
import { isDone } from './ticket-status.ts';

/** The fields an agent may change; those left out stay as they are. */
export type TicketPatch = Partial<Pick<Ticket, 'status' | 'category' | 'priority'>>;

/** What becomes of a ticket by a patch. */
export type TicketChange = Pick<Ticket, 'status' | 'category' | 'priority' | 'resolvedAt'>;

/** The fields after the patch, or null when it changes nothing. Resolving stamps the time, reopening wipes it. */
export function applyPatch(ticket: Ticket, patch: TicketPatch, now: Date): TicketChange | null {
  const { status = ticket.status, category = ticket.category, priority = ticket.priority } = patch;
  if (status === ticket.status && category === ticket.category && priority === ticket.priority) return null;
  return { status, category, priority, resolvedAt: isDone(status) ? (ticket.resolvedAt ?? now) : null };
}
