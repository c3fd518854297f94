import type { FieldChange } from './ticket-event.ts';
import type { SuggestedFields, SuggestedValue } from '../../suggestions/domain/suggested-value.ts';
import type { Decided, NewTicket } from './ticket.ts';

/**
 * How the history of a new ticket begins: what was decided, and what had been suggested. What was only filled in it does not
 * tell, and its texts speak for themselves.
 */
export function creationChanges(
  ticket: NewTicket,
  suggested: SuggestedFields | null,
  decided: Decided = ticket,
): FieldChange[] {
  const begins = (field: FieldChange['field'], to: FieldChange['to'], suggestion: SuggestedValue | null = null) => ({
    ...{ field, from: null, to, suggested: suggestion },
  });
  return [
    begins('status', 'open'),
    ...(decided.category === undefined ? [] : [begins('category', ticket.category, suggested?.category)]),
    ...(decided.priority === undefined ? [] : [begins('priority', ticket.priority, suggested?.priority)]),
    ...(ticket.assignee === null ? [] : [begins('assignee', ticket.assignee)]),
    ...(ticket.triage === null ? [] : [begins('triage', ticket.triage)]),
    ...(ticket.requester === null ? [] : [begins('requester', ticket.requester)]),
  ];
}
