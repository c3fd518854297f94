import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { allWords } from '../database/all-words.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import type { CannedFields, CannedSteps, WrittenAnswer } from './domain/canned-answer.ts';
import type { UsePosition } from './domain/use-cursor.ts';
import { THEIRS, VISIBLE } from './visible.sql.ts';

interface CannedRow {
  readonly id: string;
  readonly name: string;
  readonly text: string;
  readonly team: boolean;
  readonly steps: CannedSteps;
  readonly uses: number;
  readonly version: number;
  readonly created_at: Date;
  readonly updated_at: Date;
}

/** Which page, from the most used on: those that have all the words in name or text. */
export interface CannedPageQuery {
  readonly words: readonly string[];
  /** Only everybody's, or only one's own; undefined for both. */
  readonly team?: boolean;
  readonly after: UsePosition | null;
  readonly limit: number;
}

const COLUMNS = 'id, name, text, owner IS NULL AS team, steps, uses, version, created_at, updated_at';

/** How long a deleted one can be brought back. */
const PATIENCE = `interval '24 hours'`;

/** Keeps canned answers. All but what is visible to the person who asks is as if it were not there. */
@Injectable()
export class CannedAnswerRepository {
  constructor(private readonly dataSource: DataSource) {}

  async find(
    person: number,
    id: number,
    from: Pick<Transaction, 'query'> = this.dataSource,
  ): Promise<WrittenAnswer | null> {
    const rows: CannedRow[] = await from.query(`SELECT ${COLUMNS} FROM canned_answers WHERE ${VISIBLE} AND id = $2`, [
      person,
      id,
    ]);
    return rows[0] ? toAnswer(rows[0]) : null;
  }

  /** One page, in its order. */
  async page(person: number, { words, team, after, limit }: CannedPageQuery): Promise<WrittenAnswer[]> {
    const parameters: unknown[] = [person, limit];
    const add = (value: unknown): string => `$${String(parameters.push(value))}`;
    const asked = allWords(words, parameters);
    const conditions = [
      VISIBLE,
      ...(team === undefined ? [] : [`owner IS ${team ? '' : 'NOT '}NULL`]),
      ...(asked === '' ? [] : [`search_document(name, text) @@ (${asked})`]),
      ...(after ? [`(uses, id) < (${add(after.uses)}, ${add(after.id)})`] : []),
    ];
    const rows: CannedRow[] = await this.dataSource.query(
      `SELECT ${COLUMNS} FROM canned_answers WHERE ${conditions.join(' AND ')} ORDER BY uses DESC, id DESC LIMIT $2`,
      parameters,
    );
    return rows.map(toAnswer);
  }

  /** Everything that the person may see, oldest first. */
  async all(person: number): Promise<WrittenAnswer[]> {
    const rows: CannedRow[] = await this.dataSource.query(
      `SELECT ${COLUMNS} FROM canned_answers WHERE ${VISIBLE} ORDER BY id`,
      [person],
    );
    return rows.map(toAnswer);
  }

  /** Whose an answer is and its version, which nobody else changes before the transaction ends; null where there is none. */
  async hold(
    transaction: Transaction,
    person: number,
    id: number,
  ): Promise<Pick<WrittenAnswer, 'team' | 'version'> | null> {
    const rows: Pick<CannedRow, 'team' | 'version'>[] = await transaction.query(
      `SELECT owner IS NULL AS team, version FROM canned_answers WHERE ${VISIBLE} AND id = $2 FOR UPDATE`,
      [person, id],
    );
    return rows[0] ?? null;
  }

  /** Gives the id of the new one. */
  async insert(transaction: Transaction, person: number, { name, text, team, steps }: CannedFields): Promise<number> {
    const rows: { id: string }[] = await transaction.query(
      'INSERT INTO canned_answers (name, text, owner, steps) VALUES ($1, $2, $3, $4) RETURNING id',
      [name, text, team ? null : person, steps],
    );
    return Number(rows[0]?.id);
  }

  /** Whether the person sees the same to the letter. */
  async has(transaction: Transaction, person: number, { name, text, team, steps }: CannedFields): Promise<boolean> {
    const rows: unknown[] = await transaction.query(
      `SELECT 1 FROM canned_answers
       WHERE deleted_at IS NULL AND owner IS NOT DISTINCT FROM $1 AND name = $2 AND text = $3 AND steps = $4::jsonb LIMIT 1`,
      [team ? null : person, name, text, steps],
    );
    return rows.length > 0;
  }

  /** Writes the given fields. */
  async update(
    transaction: Transaction,
    person: number,
    id: number,
    { name, text, team, steps }: Partial<CannedFields>,
  ): Promise<void> {
    await transaction.query(
      `UPDATE canned_answers SET name = coalesce($2, name), text = coalesce($3, text), steps = coalesce($4::jsonb, steps),
         owner = CASE $5::boolean WHEN true THEN NULL WHEN false THEN $6::bigint ELSE owner END,
         version = version + 1, updated_at = now()
       WHERE id = $1`,
      [id, name ?? null, text ?? null, steps ?? null, team ?? null, person],
    );
  }

  /** It can be brought back for a day. */
  async delete(transaction: Transaction, id: number): Promise<void> {
    await transaction.query('UPDATE canned_answers SET deleted_at = now() WHERE id = $1', [id]);
  }

  /** Whether one that is deleted is somebody's or the team's; null where the person may not know of it. */
  async holdDeleted(transaction: Transaction, person: number, id: number): Promise<Pick<WrittenAnswer, 'team'> | null> {
    const rows: Pick<CannedRow, 'team'>[] = await transaction.query(
      `SELECT owner IS NULL AS team FROM canned_answers
       WHERE deleted_at IS NOT NULL AND ${THEIRS} AND id = $2 FOR UPDATE`,
      [person, id],
    );
    return rows[0] ?? null;
  }

  async restore(transaction: Transaction, id: number): Promise<void> {
    await transaction.query('UPDATE canned_answers SET deleted_at = NULL WHERE id = $1', [id]);
  }

  /** Removes for good those that can be brought back no more. */
  async purge(): Promise<void> {
    await this.dataSource.query(`DELETE FROM canned_answers WHERE deleted_at < now() - ${PATIENCE}`);
  }

  /** Whether there was one to count. It is no change of the answer. */
  async countUse(person: number, id: number): Promise<boolean> {
    const [rows]: [unknown[], number] = await this.dataSource.query(
      `UPDATE canned_answers SET uses = uses + 1 WHERE ${VISIBLE} AND id = $2 RETURNING id`,
      [person, id],
    );
    return rows.length > 0;
  }
}

function toAnswer({ id, created_at: createdAt, updated_at: updatedAt, ...row }: CannedRow): WrittenAnswer {
  const { name, text, team, steps, uses, version } = row;
  return { id: Number(id), name, text, team, steps, uses, version, createdAt, updatedAt };
}
