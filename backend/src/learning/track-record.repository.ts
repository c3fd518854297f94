import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { SuggestedField } from '../suggestions/domain/suggested-field.ts';
import type { SuggestionSource } from '../suggestions/domain/suggestion-source.ts';

/** What became of the suggestions of a source within one band of confidence. */
export interface BandRecord {
  readonly source: SuggestionSource;
  readonly field: SuggestedField;
  /** From 0, each as wide as the others. */
  readonly band: number;
  readonly right: number;
  readonly of: number;
}

/** What became of the suggestions of a source that offered two to choose from, or kept silent. */
export type PairRecord = Omit<BandRecord, 'band'>;

const NEWEST = 30_000;
const decided = (columns: string): string => `
  SELECT ${columns} FROM suggestions WHERE final_at IS NOT NULL AND shadow_of IS NULL
  ORDER BY created_at DESC LIMIT ${String(NEWEST)}`;

const JUDGED = decided(
  'source, suggested_category, final_category, category_confidence, suggested_priority, final_priority, priority_confidence',
);

const field = (name: SuggestedField) => `
  SELECT source, '${name}' AS field, least(floor(${name}_confidence * $1), $1 - 1)::int AS band,
    (count(*) FILTER (WHERE suggested_${name} = final_${name}))::int AS right, count(*)::int AS of
  FROM decided WHERE ${name}_confidence IS NOT NULL GROUP BY source, band`;

const PAIRS = `
  SELECT source, judged.field, (count(*) FILTER (WHERE jsonb_exists(judged.options, judged.final)))::int AS right,
    count(*)::int AS of
  FROM (${decided('source, details, final_category, final_priority')}) AS decided
    CROSS JOIN LATERAL (VALUES
      ('category', details -> 'category' -> 'options', final_category::text),
      ('priority', details -> 'priority' -> 'options', final_priority::text)) AS judged (field, options, final)
  WHERE jsonb_array_length(judged.options) = 2 GROUP BY source, judged.field`;

const GUESSES = `
  SELECT source, 'category' AS field, (count(*) FILTER (WHERE likeliest.value = final_category))::int AS right,
    count(*)::int AS of
  FROM (${decided('source, shown_as, details, final_category')}) AS decided
    CROSS JOIN LATERAL (
      SELECT key AS value FROM jsonb_each(details -> 'category' -> 'scores') ORDER BY value::float8 DESC, key LIMIT 1
    ) AS likeliest
  WHERE shown_as = 'abstained' AND details -> 'category' ->> 'abstained' = 'often_wrong' GROUP BY source`;

@Injectable()
export class TrackRecordRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** How often the newest suggestions were right whose outcome is known, hidden ones too, in so many bands of confidence. */
  bands(count: number): Promise<BandRecord[]> {
    return this.dataSource.query(`WITH decided AS (${JUDGED}) ${field('category')} UNION ALL ${field('priority')}`, [
      count,
    ]);
  }

  /** How often the newest suggestions that offered two held what was decided. */
  pairs(): Promise<PairRecord[]> {
    return this.dataSource.query(PAIRS);
  }

  /** How often the newest that kept silent because they are often wrong would have been right with what was likeliest. */
  guesses(): Promise<PairRecord[]> {
    return this.dataSource.query(GUESSES);
  }
}
