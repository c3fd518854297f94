import type { ChangeableTicket, TicketEdit } from '../../domain/ticket-change.ts';
import type { FieldChange } from '../../domain/ticket-event.ts';

/**
 * The edit that takes changes back, or null when the ticket no longer has what they made of it: then somebody decided
 * otherwise, and that stands.
 */
export function editBack(ticket: ChangeableTicket, changes: readonly FieldChange[]): TicketEdit | null {
  if (changes.some(({ field, to }) => (ticket[field] ?? null) !== to)) return null;
  return Object.fromEntries(changes.map(({ field, from }) => [field, from]));
}
