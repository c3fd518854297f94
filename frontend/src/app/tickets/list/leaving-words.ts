import type { Status, Ticket, TicketFilter } from '../../api/model';
import { withinSentence } from '../../ui/author';
import { PRIORITY_LABELS } from '../../ui/vocabulary';
import { assigneeMatches, triageMatches } from '../filter/filter-match';
import type { Names } from '../ticket-names';

const BECAME: Readonly<Record<Status, string>> = {
  open: 'Reopened',
  in_progress: 'Taken into work',
  resolved: 'Resolved',
  closed: 'Closed',
};

/** Why a ticket leaves the list at the next refresh ("Resolved"), or null when it stays. */
export function leavingWords(ticket: Ticket, filter: TicketFilter, names: Names): string | null {
  if (filter.status && !filter.status.includes(ticket.status)) return BECAME[ticket.status];
  if (!assigneeMatches(ticket.assignee, filter.assignee, names.me(), (person) => names.hasLeft(person)))
    return assignedWords(ticket.assignee, names);
  if (filter.priority && !filter.priority.includes(ticket.priority)) {
    return `Priority set to ${PRIORITY_LABELS[ticket.priority].toLowerCase()}`;
  }
  if (filter.category && !filter.category.includes(ticket.category)) {
    return `Moved to ${names.category(ticket.category)}`;
  }
  if (!triageMatches(ticket, filter)) return ticket.triage ? 'Waits to be sorted' : 'Sorted';
  return null;
}

function assignedWords(assignee: number | null, names: Names): string {
  if (assignee === null) return 'Unassigned';
  return `Assigned to ${assignee === names.me() ? 'you' : withinSentence(names.person(assignee))}`;
}
