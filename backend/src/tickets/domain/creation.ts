import type { FieldChange } from './ticket-event.ts';
import type { SuggestedFields, SuggestedValue } from '../../suggestions/domain/suggested-value.ts';
import type { NewTicket } from './ticket.ts';

/** How the history of a new ticket begins: what was decided, and what an LLM had suggested. Its texts speak for themselves. */
export function creationChanges(ticket: NewTicket, suggested: SuggestedFields | null): FieldChange[] {
  const begins = (field: FieldChange['field'], to: FieldChange['to'], suggestion: SuggestedValue | null = null) => ({
    ...{ field, from: null, to, suggested: suggestion },
  });
  return [
    begins('status', 'open'),
    begins('category', ticket.category, suggested?.category),
    begins('priority', ticket.priority, suggested?.priority),
    ...(ticket.assignee === null ? [] : [begins('assignee', ticket.assignee)]),
  ];
}
