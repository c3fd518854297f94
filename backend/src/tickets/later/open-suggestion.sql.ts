import type { LaterSuggestion } from './domain/later-suggestion.ts';

/** What stands beside a ticket, as the driver reads it. */
export type OpenSuggestionRow = Omit<LaterSuggestion, 'at'> & { readonly at: string };

/**
 * What is suggested of a ticket for what its customer wrote later and waits for a decision, as JSON: while the ticket is sorted and
 * not done and has what it had then, and the category is in use. Null otherwise.
 *
 * @param rows the table, or the part of a statement, that the ticket is read from.
 */
export function openSuggestion(rows: string): string {
  return `(
    SELECT jsonb_build_object('id', s.id, 'message', s.number, 'category', s.category, 'priority', s.priority, 'source', s.source,
      'confidence', jsonb_build_object('category', s.category_confidence, 'priority', s.priority_confidence), 'at', s.created_at)
    FROM later_suggestions AS s
    WHERE s.ticket_id = ${rows}.id AND s.decided_at IS NULL AND ${rows}.triage IS NULL AND ${rows}.resolved_at IS NULL
      AND s.had_category = ${rows}.category AND s.had_priority = ${rows}.priority
      AND (s.category IS NULL OR EXISTS (SELECT FROM categories AS c WHERE c.key = s.category AND c.active))
  )`;
}

export function toLaterSuggestion(row: OpenSuggestionRow | null): LaterSuggestion | null {
  return row && { ...row, at: new Date(row.at) };
}
