import { Injectable } from '@nestjs/common';
import { EqualReads } from '../database/equal-reads.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import { heldActiveCategory } from './active-category.ts';
import type { Category } from './category.ts';

const COLUMNS = 'key, label, description, position, active, merged_into AS "mergedInto"';
const ALL = `SELECT ${COLUMNS} FROM categories ORDER BY position, key`;

@Injectable()
export class CategoryRepository {
  constructor(private readonly reads: EqualReads) {}

  /** All categories, retired ones too, in the order the desk shows them; what several ask for at the same time is read once. */
  findAll(transaction?: Transaction): Promise<readonly Category[]> {
    return transaction ? transaction.query(ALL, []) : this.reads.query({ sql: ALL, parameters: [] });
  }

  /** Whether a category that is not merged, other than that of a key, bears a label, however it is written. */
  async hasLabel(transaction: Transaction, label: string, but: string | null): Promise<boolean> {
    const rows: unknown[] = await transaction.query(
      `SELECT 1 FROM categories
       WHERE search_fold(label) = search_fold($1) AND merged_into IS NULL AND key IS DISTINCT FROM $2`,
      [label, but],
    );
    return rows.length > 0;
  }

  /** Whether a category is active; if so it stays that until the transaction ends. */
  async holdActive(transaction: Transaction, key: string): Promise<boolean> {
    const rows: unknown[] = await transaction.query(heldActiveCategory('$1'), [key]);
    return rows.length > 0;
  }

  /** Into what a category was merged, if it was; until the transaction ends nobody merges, retires or restores it. */
  async holdMergedInto(transaction: Transaction, key: string): Promise<string | null> {
    const rows: Pick<Category, 'mergedInto'>[] = await transaction.query(
      'SELECT merged_into AS "mergedInto" FROM categories WHERE key = $1 FOR KEY SHARE',
      [key],
    );
    return rows[0]?.mergedInto ?? null;
  }

  /** From here to the end of the transaction nobody else changes the vocabulary; tickets are written as ever. */
  async beginChange(transaction: Transaction): Promise<void> {
    await transaction.query('LOCK TABLE categories IN SHARE ROW EXCLUSIVE MODE');
  }

  /** Adds an active category at the end. */
  async insert(
    transaction: Transaction,
    { key, label, description }: Pick<Category, 'key' | 'label' | 'description'>,
  ): Promise<Category> {
    const rows: Category[] = await transaction.query(
      `INSERT INTO categories (key, label, description, position)
       SELECT $1, $2, $3, coalesce(max(position), 0) + 1 FROM categories RETURNING ${COLUMNS}`,
      [key, label, description],
    );
    if (!rows[0]) throw new Error('The database returned no row for a new category');
    return rows[0];
  }

  /** Writes all but key and position. Waits for the tickets that are being written into it, so that none slips through. */
  async update(transaction: Transaction, category: Category): Promise<void> {
    const { key, label, description, active, mergedInto } = category;
    await transaction.query('SELECT 1 FROM categories WHERE key = $1 FOR UPDATE', [key]);
    await transaction.query(
      'UPDATE categories SET label = $2, description = $3, active = $4, merged_into = $5 WHERE key = $1',
      [key, label, description, active, mergedInto],
    );
  }

  /** What was merged into the one category has from now on been merged into the other. */
  async repoint(transaction: Transaction, from: string, into: string): Promise<void> {
    await transaction.query('UPDATE categories SET merged_into = $2 WHERE merged_into = $1', [from, into]);
  }

  /** Puts the categories in the order of their keys. */
  async setOrder(transaction: Transaction, keys: readonly string[]): Promise<void> {
    await transaction.query(
      `UPDATE categories SET position = place.number
       FROM unnest($1::text[]) WITH ORDINALITY AS place (key, number) WHERE categories.key = place.key`,
      [keys],
    );
  }
}
