import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work.ts';
import { storedDetails } from './domain/stored-details.ts';
import type { SuggestedFields } from './domain/suggested-value.ts';
import type { SuggestionSource } from './domain/suggestion-source.ts';
import type { ShownAs, Suggestion } from './domain/suggestion.ts';

/** What a person chose when submitting a ticket. */
export interface Choice {
  readonly ticketId: number;
  readonly category: string;
  readonly priority: string;
  /** The user who chose; null when no user did. */
  readonly by: number | null;
}

/** What was suggested for one text: the first as shown, the others as its shadows. */
export interface SuggestedForText {
  /** A SHA-256 in hex. */
  readonly inputHash: string;
  readonly suggestions: readonly (Suggestion & { readonly shownAs: ShownAs })[];
  /** The ticket that the first belongs to from the beginning, if it does. */
  readonly ticketId: number | null;
}

/** What a new ticket must know of the suggestion that it was written with. */
export interface HeldSuggestion {
  readonly source: SuggestionSource;
  readonly used: boolean;
  readonly shownAs: ShownAs;
  readonly suggested: SuggestedFields;
}

const HELD = `source, ticket_id IS NOT NULL OR chosen_at IS NOT NULL AS used, shown_as AS "shownAs", json_build_object(
         'category', json_build_object('value', suggested_category, 'confidence', category_confidence),
         'priority', json_build_object('value', suggested_priority, 'confidence', priority_confidence)) AS suggested`;

const INSERT = `WITH given AS MATERIALIZED (
    SELECT uuidv7() AS id, given.*
    FROM jsonb_to_recordset($1::jsonb) AS given (
      of_text integer, place integer, input_hash text, ticket_id bigint, category text, priority text,
      category_confidence double precision, priority_confidence double precision, source text, asked text, model text,
      version text, latency_ms integer, failure_reason text, shown_as text, details jsonb
    )
  ), written AS (
    INSERT INTO suggestions (id, shadow_of, input_hash, suggested_category, suggested_priority, category_confidence,
      priority_confidence, source, asked, model, version, latency_ms, failure_reason, shown_as, details, ticket_id)
    SELECT id, CASE WHEN place > 0 THEN first_value(id) OVER (PARTITION BY of_text ORDER BY place) END, input_hash,
      category, priority, category_confidence, priority_confidence, source, asked, model, version, latency_ms,
      failure_reason, shown_as, details, ticket_id
    FROM given
  )
  SELECT id FROM given WHERE place = 0 ORDER BY of_text`;

/** What led to a field's value, without the words. */
const without = (field: string) =>
  `CASE WHEN s.details ? '${field}'
     THEN jsonb_build_object('${field}', jsonb_set((s.details -> '${field}') - 'option_words', '{words}', '[]')) ELSE '{}' END`;

@Injectable()
export class SuggestionRepository {
  /**
   * Stores what was suggested for each of some texts, and gives the id of the one that was shown of each, in their order.
   *
   * @param last whether all is committed with it in one round trip; nothing can be asked after it then.
   */
  async insert(
    transaction: Transaction,
    suggested: readonly SuggestedForText[],
    { last = false }: { readonly last?: boolean } = {},
  ): Promise<string[]> {
    const rows: { id: string }[] = await transaction[last ? 'last' : 'query'](INSERT, [
      JSON.stringify(suggested.flatMap(toRows)),
    ]);
    if (rows.length !== suggested.length) throw new Error('The database returned no id for a suggestion');
    return rows.map(({ id }) => id);
  }

  /** The suggestion, if it is one that was shown, held so that no other transaction takes it before this one ends. */
  async findForUpdate(transaction: Transaction, id: string): Promise<HeldSuggestion | null> {
    const rows: HeldSuggestion[] = await transaction.query(
      `SELECT ${HELD}
       FROM suggestions WHERE id = $1 AND shadow_of IS NULL FOR NO KEY UPDATE`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** The suggestion that belongs to a ticket. */
  async findOf(transaction: Transaction, ticketId: number): Promise<HeldSuggestion | null> {
    const rows: HeldSuggestion[] = await transaction.query(`SELECT ${HELD} FROM suggestions WHERE ticket_id = $1`, [
      ticketId,
    ]);
    return rows[0] ?? null;
  }

  /** Sets the choice. */
  async setChoice(transaction: Transaction, id: string, choice: Choice): Promise<void> {
    await transaction.query(
      `UPDATE suggestions
       SET ticket_id = $2, chosen_category = $3, chosen_priority = $4, chosen_at = now(), chosen_by = $5,
         final_category = $3, final_priority = $4, final_at = now()
       WHERE id = $1`,
      [id, choice.ticketId, choice.category, choice.priority, choice.by],
    );
  }

  /** Removes the words by which some suggestions, and their shadows, are explained, and what would know their text again. */
  async forgetWords(transaction: Transaction, ids: readonly string[]): Promise<void> {
    await transaction.query(
      `UPDATE suggestions AS s SET input_hash = encode(sha256(uuid_send(gen_random_uuid())), 'hex'),
         details = s.details || ${without('category')} || ${without('priority')}
       WHERE s.id = ANY ($1::uuid[]) OR s.shadow_of = ANY ($1::uuid[])`,
      [ids],
    );
  }

  async setApplied(transaction: Transaction, id: string): Promise<void> {
    await transaction.query('UPDATE suggestions SET applied_at = now() WHERE id = $1', [id]);
  }
}

function toRows({ inputHash, suggestions, ticketId }: SuggestedForText, ofText: number): object[] {
  return suggestions.map((suggestion, place) => {
    const { category, priority, confidence, source, asked, latencyMs, failureReason, shownAs } = suggestion;
    return {
      ...{ of_text: ofText, place, input_hash: inputHash, ticket_id: place === 0 ? ticketId : null },
      ...{ category, priority, category_confidence: confidence.category, priority_confidence: confidence.priority },
      ...{ source, asked: asked.source, model: asked.model, version: asked.version },
      ...{
        latency_ms: latencyMs,
        failure_reason: failureReason,
        shown_as: shownAs,
        details: storedDetails(suggestion),
      },
    };
  });
}
