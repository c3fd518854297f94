import type { FieldChange, SuggestedValue } from './ticket-event.ts';
import type { NewTicket } from './ticket.ts';

/** What an LLM suggested for the two fields that the desk suggests. */
export interface SuggestedFields {
  readonly category: SuggestedValue;
  readonly priority: SuggestedValue;
}

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
