import type { Status, Ticket, TicketFilter } from '../../api/model';
import { PRIORITY_LABELS } from '../../ui/vocabulary';

const BECAME: Readonly<Record<Status, string>> = {
  open: 'Reopened',
  in_progress: 'Taken into work',
  resolved: 'Resolved',
  closed: 'Closed',
};

/** Why a ticket leaves the list at the next refresh ("Resolved"), or null when it stays. */
export function leavingWords(
  ticket: Ticket,
  filter: TicketFilter,
  categoryLabel: (key: string) => string,
): string | null {
  if (filter.status && !filter.status.includes(ticket.status)) return BECAME[ticket.status];
  if (filter.priority && !filter.priority.includes(ticket.priority)) {
    return `Priority set to ${PRIORITY_LABELS[ticket.priority].toLowerCase()}`;
  }
  if (filter.category && !filter.category.includes(ticket.category)) {
    return `Moved to ${categoryLabel(ticket.category)}`;
  }
  return null;
}
