import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../database/unit-of-work.ts';
import type { SuggestionSource } from '../suggestions/domain/suggestion-source.ts';
import { type CategoryRecord, RECORD_NEWEST, SURE_FROM } from './domain/automatic.ts';

/** What was decided about a category. */
export interface AutomaticChoice {
  readonly category: string;
  readonly enabled: boolean;
  readonly target: number;
  readonly changedAt: Date;
  /** The admin who changed it last; null when the desk stopped it. */
  readonly changedBy: number | null;
  /** When the desk stopped it by itself, and by which record; null unless it did. */
  readonly stopped: (CategoryRecord & { readonly at: Date }) | null;
}

/** What was applied to tickets of a category, and how many of them a person then put elsewhere. */
export interface Applied {
  readonly applied: number;
  readonly corrected: number;
}

interface Row {
  readonly category: string;
  readonly enabled: boolean;
  readonly target: number;
  readonly changed_at: Date;
  readonly changed_by: string | null;
  readonly stopped_at: Date | null;
  readonly stopped_right: number | null;
  readonly stopped_of: number | null;
}

/** Older ones say nothing of today. */
const LOOKED_AT = 30_000;

/** A merged category counts as the one that it was merged into. */
const today = (key: string) => `coalesce((SELECT merged_into FROM categories WHERE key = ${key}), ${key})`;

@Injectable()
export class AutomaticCategoryRepository {
  constructor(private readonly dataSource: DataSource) {}

  async all(): Promise<AutomaticChoice[]> {
    const rows: Row[] = await this.dataSource.query('SELECT * FROM automatic_categories');
    return rows.map(toChoice);
  }

  /** What was decided about a category; until the transaction ends nobody else decides. */
  async hold(transaction: Transaction, category: string): Promise<AutomaticChoice | null> {
    const rows: Row[] = await transaction.query('SELECT * FROM automatic_categories WHERE category = $1 FOR UPDATE', [
      category,
    ]);
    return rows[0] ? toChoice(rows[0]) : null;
  }

  async set(
    transaction: Transaction,
    { category, enabled, target }: Pick<AutomaticChoice, 'category' | 'enabled' | 'target'>,
    by: number | null,
  ): Promise<void> {
    await transaction.query(
      `INSERT INTO automatic_categories (category, enabled, target, changed_by) VALUES ($1, $2, $3, $4)
       ON CONFLICT (category) DO UPDATE SET enabled = $2, target = $3, changed_by = $4, changed_at = now(),
         stopped_at = NULL, stopped_right = NULL, stopped_of = NULL`,
      [category, enabled, target, by],
    );
  }

  async stop(transaction: Transaction, category: string, { right, of }: CategoryRecord): Promise<void> {
    await transaction.query(
      `UPDATE automatic_categories SET enabled = false, changed_at = now(), changed_by = NULL, stopped_at = now(),
         stopped_right = $2, stopped_of = $3
       WHERE category = $1`,
      [category, right, of],
    );
  }

  /**
   * How often a source was right where it named one category alone and surely enough, by that category: the newest on which a
   * person decided, shown or hidden. What the desk applied by itself counts once a person has put it elsewhere.
   */
  async records(source: SuggestionSource, transaction?: Transaction): Promise<ReadonlyMap<string, CategoryRecord>> {
    const rows: ({ category: string } & CategoryRecord)[] = await (transaction ?? this.dataSource).query(
      `WITH newest AS (
         SELECT coalesce(c.merged_into, c.key) AS category, s.created_at, s.id, s.final_category
         FROM (SELECT * FROM suggestions WHERE shadow_of IS NULL ORDER BY created_at DESC LIMIT ${String(LOOKED_AT)}) AS s
           JOIN categories AS c ON c.key = s.suggested_category
         WHERE source = $1 AND shown_as <> 'abstained' AND chosen_by IS NOT NULL AND final_category IS NOT NULL
           AND coalesce(jsonb_array_length(details -> 'category' -> 'options'), 1) = 1
           AND coalesce(category_confidence >= ${String(SURE_FROM)}, true)
           AND s.created_at > coalesce((SELECT demo_until FROM desk), '-infinity')
       ), placed AS (
         SELECT *, row_number() OVER (PARTITION BY category ORDER BY created_at DESC, id DESC) AS place FROM newest
       )
       SELECT category, (count(*) FILTER (WHERE ${today('final_category')} = category))::int AS right, count(*)::int AS of
       FROM placed WHERE place <= ${String(RECORD_NEWEST)} GROUP BY category`,
      [source],
    );
    return new Map(rows.map(({ category, right, of }) => [category, { right, of }]));
  }

  async applied(): Promise<ReadonlyMap<string, Applied>> {
    const rows: ({ category: string } & Applied)[] = await this.dataSource.query(
      `SELECT ${today('suggested_category')} AS category, count(*)::int AS applied,
         (count(*) FILTER (WHERE corrected))::int AS corrected
       FROM suggestions WHERE applied_at IS NOT NULL GROUP BY 1`,
    );
    return new Map(rows.map(({ category, applied, corrected }) => [category, { applied, corrected }]));
  }
}

function toChoice(row: Row): AutomaticChoice {
  const { category, enabled, target, changed_at: changedAt, changed_by: by } = row;
  const { stopped_at: at, stopped_right: right, stopped_of: of } = row;
  const stopped = at === null || right === null || of === null ? null : { at, right, of };
  return { category, enabled, target, changedAt, changedBy: by === null ? null : Number(by), stopped };
}
