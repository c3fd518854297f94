import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { TicketPriority } from '../vocabulary/ticket-priority.ts';
import { type ShownSuggestion, type TrackRecord, optionReasonsOf } from './domain/shown-suggestion.ts';
import type { StoredDetails } from './domain/stored-details.ts';
import type { SuggestionSource } from './domain/suggestion-source.ts';
import { NO_SAMPLE } from './domain/suggestion.ts';

/** A suggestion as a person got it, without the record behind it. */
export type StoredSuggestion = Omit<ShownSuggestion, keyof TrackRecord>;

interface Row {
  readonly id: string;
  readonly category: string;
  readonly priority: TicketPriority;
  readonly category_confidence: number | null;
  readonly priority_confidence: number | null;
  readonly source: SuggestionSource;
  readonly asked: SuggestionSource;
  readonly model: string | null;
  readonly details: StoredDetails | null;
}

/** Reads suggestions back from the ledger. */
@Injectable()
export class StoredSuggestionRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** What stands beside a ticket. */
  async findOf(ticketId: number): Promise<StoredSuggestion | null> {
    const rows: Row[] = await this.dataSource.query(
      `SELECT id, suggested_category AS category, suggested_priority AS priority, category_confidence, priority_confidence,
         source, asked, model, details
       FROM suggestions WHERE ticket_id = $1`,
      [ticketId],
    );
    return rows[0] ? toSuggestion(rows[0]) : null;
  }
}

function toSuggestion({ id, category, priority, source, asked, details, ...row }: Row): StoredSuggestion {
  return {
    ...{ id, category, priority, source, hidden: false },
    model: source === asked ? row.model : (details?.model ?? null),
    confidence: { category: row.category_confidence, priority: row.priority_confidence },
    reasons: { category: details?.category.words ?? [], priority: details?.priority.words ?? [] },
    options: {
      category: details?.category.options ?? [],
      // As `storedDetails` wrote them.
      priority: (details?.priority.options ?? []) as readonly TicketPriority[],
    },
    optionReasons: optionReasonsOf(details?.category.options ?? [], details?.category.option_words),
    abstained: details?.category.abstained ?? null,
    knownWords: details?.category.known_words ? { ...details.category.known_words, ...NO_SAMPLE } : null,
    language: details?.category.language ?? null,
    notice: details?.notice ?? null,
  };
}
