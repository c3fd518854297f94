import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../database/unit-of-work.ts';
import type { Suggestion } from './domain/suggestion.ts';

/** What a person chose when submitting a ticket. */
export interface Choice {
  readonly ticketId: number;
  readonly category: string;
  readonly priority: string;
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

  /** Sets the choice once; false when the suggestion is unknown or has one already. */
  async setChoice(transaction: Transaction, id: string, choice: Choice): Promise<boolean> {
    const [, changed]: [unknown[], number] = await transaction.query(
      `UPDATE suggestions SET ticket_id = $2, chosen_category = $3, chosen_priority = $4, chosen_at = now()
       WHERE id = $1 AND chosen_at IS NULL`,
      [id, choice.ticketId, choice.category, choice.priority],
    );
    return changed === 1;
  }

  async exists(transaction: Transaction, id: string): Promise<boolean> {
    const rows: unknown[] = await transaction.query('SELECT 1 FROM suggestions WHERE id = $1', [id]);
    return rows.length > 0;
  }
}
