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
  /** From each category that was merged to the one that took its tickets; null where none was. */
  readonly merged: Readonly<Record<string, string>> | null;
}

/** Reads suggestions back from the ledger. */
@Injectable()
export class StoredSuggestionRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** What stands beside a ticket. A category that was merged meanwhile is the one that took its tickets. */
  async findOf(ticketId: number): Promise<StoredSuggestion | null> {
    const rows: Row[] = await this.dataSource.query(
      `SELECT id, suggested_category AS category, suggested_priority AS priority, category_confidence, priority_confidence,
         source, asked, model, details,
         (SELECT jsonb_object_agg(key, merged_into) FROM categories WHERE merged_into IS NOT NULL) AS merged
       FROM suggestions WHERE ticket_id = $1`,
      [ticketId],
    );
    return rows[0] ? toSuggestion(rows[0]) : null;
  }
}

function toSuggestion({ id, priority, source, asked, details, ...row }: Row): StoredSuggestion {
  const today = (category: string) => row.merged?.[category] ?? category;
  const offered = details?.category.options ?? [];
  const categories = [...new Set(offered.map(today))];
  return {
    ...{ id, category: today(row.category), priority, source, hidden: false },
    model: source === asked ? row.model : (details?.model ?? null),
    confidence: { category: row.category_confidence, priority: row.priority_confidence },
    reasons: { category: details?.category.words ?? [], priority: details?.priority.words ?? [] },
    options: {
      category: categories,
      // As `storedDetails` wrote them.
      priority: (details?.priority.options ?? []) as readonly TicketPriority[],
    },
    // Of two that are one by now nobody can say which words speak for it alone.
    optionReasons:
      categories.length < offered.length
        ? []
        : optionReasonsOf(offered, details?.category.option_words).map((reasons) => ({
            ...reasons,
            category: today(reasons.category),
          })),
    abstained: details?.category.abstained ?? null,
    knownWords: details?.category.known_words ? { ...details.category.known_words, ...NO_SAMPLE } : null,
    language: details?.category.language ?? null,
    notice: details?.notice ?? null,
  };
}
