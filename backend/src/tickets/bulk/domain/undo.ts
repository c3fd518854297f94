import type { ChangeableTicket, TicketEdit } from '../../domain/ticket-change.ts';
import type { FieldChange } from '../../domain/ticket-event.ts';
import { isSortedAnew } from '../../domain/waiting-again.ts';

/** What a run made of a ticket, and what changed since of what triage decides, oldest first. */
export interface Undoable {
  readonly changes: readonly FieldChange[];
  readonly since: readonly FieldChange[];
}

/**
 * The edit that takes changes back, or null when the ticket no longer has what they made of it: then somebody decided
 * otherwise, and that stands. A ticket waits again only if nobody has decided over it since, as with a change of one.
 */
export function editBack(ticket: ChangeableTicket, { changes, since }: Undoable): TicketEdit | null {
  if (changes.some(({ field, to }) => (ticket[field] ?? null) !== to)) return null;
  const endedWaiting = changes.some(({ field, to }) => field === 'triage' && to === null);
  if (endedWaiting && isSortedAnew(ticket, { decision: changes, since })) return null;
  return Object.fromEntries(changes.map(({ field, from }) => [field, from]));
}
