import type { AssigneeFilter, Ticket, TicketFilter } from '../../api/model';

/** Whether somebody has left. */
type HasLeft = (person: number) => boolean;

const NOBODY_LEFT: HasLeft = () => false;

/**
 * Whether a ticket belongs to a list with this filter, as far as its values go; `me` is the reader's number. What a
 * search finds is for the API alone to say.
 */
export function matchesFields(ticket: Ticket, filter: TicketFilter, me: number | null, hasLeft = NOBODY_LEFT): boolean {
  return (
    (!filter.status || filter.status.includes(ticket.status)) &&
    (!filter.priority || filter.priority.includes(ticket.priority)) &&
    (!filter.category || filter.category.includes(ticket.category)) &&
    triageMatches(ticket, filter) &&
    assigneeMatches(ticket.assignee, filter.assignee, me, hasLeft)
  );
}

/** What is only filled in is found by those that wait alone. */
export function triageMatches({ triage }: Pick<Ticket, 'triage'>, filter: TicketFilter): boolean {
  if (filter.triage) return triage === filter.triage;
  return triage === null || (!filter.priority && !filter.category);
}

export function assigneeMatches(
  assignee: number | null,
  wanted: readonly AssigneeFilter[] | undefined,
  me: number | null,
  hasLeft = NOBODY_LEFT,
): boolean {
  if (!wanted) return true;
  if (assignee === null) return wanted.includes('none');
  if (wanted.includes('inactive') && hasLeft(assignee)) return true;
  return wanted.includes(`${assignee}`) || (assignee === me && wanted.includes('me'));
}
