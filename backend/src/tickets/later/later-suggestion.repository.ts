import { Injectable } from '@nestjs/common';
import type { Transaction } from '../../database/unit-of-work.ts';
import type { SuggestedField } from '../../suggestions/domain/suggested-field.ts';
import type { PerField } from '../../suggestions/domain/suggestion.ts';
import type { Ticket } from '../domain/ticket.ts';
import type { LaterDecision, LaterSuggestion, OfferedValues } from './domain/later-suggestion.ts';
import { type OpenSuggestionRow, openSuggestion, toLaterSuggestion } from './open-suggestion.sql.ts';

type OfTicket = Pick<Ticket, 'id' | 'category' | 'priority'>;

/** What was suggested and not taken, and what a person has moved the ticket away from other than by sorting or by following the desk. */
const DECLINED = `
  SELECT change ->> 'field' AS field, against.value
  FROM ticket_events AS e, jsonb_array_elements(e.changes) AS change, LATERAL (VALUES
    (change -> 'suggested' ->> 'value'),
    (CASE WHEN e.actor_id IS NOT NULL AND NOT e.changes @> '[{"field": "triage"}]'
       AND change -> 'suggested' ->> 'value' IS DISTINCT FROM change ->> 'to' THEN change ->> 'from' END)
  ) AS against (value)
  WHERE e.ticket_id = $1 AND change ->> 'field' IN ('category', 'priority') AND against.value <> change ->> 'to'
  UNION SELECT 'category', category FROM later_suggestions WHERE ticket_id = $1 AND decision = 'left' AND category IS NOT NULL
  UNION SELECT 'priority', priority FROM later_suggestions WHERE ticket_id = $1 AND decision = 'left' AND priority IS NOT NULL`;

/** Keeps what is suggested of tickets for what their customers wrote later. */
@Injectable()
export class LaterSuggestionRepository {
  /** What waits for a decision beside a ticket (see `openSuggestion`); null when nothing does. */
  async findOpen(transaction: Transaction, ticketId: number): Promise<LaterSuggestion | null> {
    const rows: { found: OpenSuggestionRow | null }[] = await transaction.query(
      `SELECT ${openSuggestion('tickets')} AS found FROM tickets WHERE id = $1`,
      [ticketId],
    );
    return toLaterSuggestion(rows[0]?.found ?? null);
  }

  /** The values that people have decided against on a ticket. */
  async declined(transaction: Transaction, ticketId: number): Promise<PerField<readonly string[]>> {
    const rows: { field: SuggestedField; value: string }[] = await transaction.query(DECLINED, [ticketId]);
    const of = (field: SuggestedField) => rows.filter((row) => row.field === field).map(({ value }) => value);
    return { category: of('category'), priority: of('priority') };
  }

  /** Puts values beside a ticket, which the transaction holds, in the place of what waited there. */
  async put(transaction: Transaction, ticket: OfTicket, message: number, offered: OfferedValues): Promise<void> {
    await transaction.query(
      `UPDATE later_suggestions SET decision = 'overtaken', decided_at = now() WHERE ticket_id = $1 AND decided_at IS NULL`,
      [ticket.id],
    );
    const { category, priority, confidence, source } = offered;
    await transaction.query(
      `INSERT INTO later_suggestions (ticket_id, number, had_category, had_priority, category, priority, category_confidence,
         priority_confidence, source)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        ...[ticket.id, message, ticket.category, ticket.priority, category, priority],
        ...[confidence.category, confidence.priority, source],
      ],
    );
  }

  /** Keeps what became of one; `by` is the user who decided. */
  async decide(transaction: Transaction, id: string, decision: LaterDecision, by: number | null): Promise<void> {
    await transaction.query(
      'UPDATE later_suggestions SET decision = $2, decided_at = now(), decided_by = $3 WHERE id = $1',
      [id, decision, by],
    );
  }
}
