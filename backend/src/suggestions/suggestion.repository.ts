import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../database/unit-of-work.ts';
import type { SuggestedFields } from './domain/suggested-value.ts';
import type { Suggestion, SuggestionSource } from './domain/suggestion.ts';

/** What a person chose when submitting a ticket. */
export interface Choice {
  readonly ticketId: number;
  readonly category: string;
  readonly priority: string;
}

/** What a new ticket must know of the suggestion that it was written with. */
export interface HeldSuggestion {
  readonly source: SuggestionSource;
  readonly used: boolean;
  readonly suggested: SuggestedFields;
}

@Injectable()
export class SuggestionRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Stores an answer of the classifier and gives its id. `inputHash` is a SHA-256 in hex. */
  async insert(inputHash: string, suggestion: Suggestion): Promise<string> {
    const rows: { id: string }[] = await this.dataSource.query(
      `INSERT INTO suggestions (input_hash, suggested_category, suggested_priority, category_confidence,
         priority_confidence, source, model, prompt_version, latency_ms, failure_reason)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) RETURNING id`,
      [
        inputHash,
        suggestion.category,
        suggestion.priority,
        suggestion.confidence.category,
        suggestion.confidence.priority,
        suggestion.source,
        suggestion.model,
        suggestion.promptVersion,
        suggestion.latencyMs,
        suggestion.failureReason,
      ],
    );
    if (!rows[0]) throw new Error('The database returned no id for a suggestion');
    return rows[0].id;
  }

  /** The suggestion, held so that no other transaction takes it before this one ends. */
  async findForUpdate(transaction: Transaction, id: string): Promise<HeldSuggestion | null> {
    const rows: HeldSuggestion[] = await transaction.query(
      `SELECT source, chosen_at IS NOT NULL AS used, json_build_object(
         'category', json_build_object('value', suggested_category, 'confidence', category_confidence),
         'priority', json_build_object('value', suggested_priority, 'confidence', priority_confidence)) AS suggested
       FROM suggestions WHERE id = $1 FOR NO KEY UPDATE`,
      [id],
    );
    return rows[0] ?? null;
  }

  /** Sets the choice. */
  async setChoice(transaction: Transaction, id: string, choice: Choice): Promise<void> {
    await transaction.query(
      `UPDATE suggestions SET ticket_id = $2, chosen_category = $3, chosen_priority = $4, chosen_at = now() WHERE id = $1`,
      [id, choice.ticketId, choice.category, choice.priority],
    );
  }
}
