import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../database/unit-of-work.ts';
import { VISIBLE } from './visible.sql.ts';

/** Knows which attachments canned answers have. */
@Injectable()
export class CannedFileRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The ids of the files of some answers, in their order, by the ids of these. */
  async of(
    answers: readonly number[],
    from: Pick<Transaction, 'query'> = this.dataSource,
  ): Promise<Map<number, readonly string[]>> {
    const rows: { answer: string; ids: string[] }[] = await from.query(
      `SELECT canned_answer AS answer, array_agg(attachment_id::text ORDER BY position) AS ids FROM canned_files
       WHERE canned_answer = ANY ($1::bigint[]) GROUP BY canned_answer`,
      [answers],
    );
    return new Map(rows.map(({ answer, ids }) => [Number(answer), ids]));
  }

  /** All that an answer has from now on, in this order. */
  async set(transaction: Transaction, answer: number, ids: readonly string[]): Promise<void> {
    await transaction.query('DELETE FROM canned_files WHERE canned_answer = $1 AND attachment_id <> ALL ($2::uuid[])', [
      ...[answer, ids],
    ]);
    await transaction.query(
      `INSERT INTO canned_files (attachment_id, canned_answer, position)
       SELECT id, $1, place FROM unnest($2::uuid[]) WITH ORDINALITY AS given (id, place)
       ON CONFLICT ON CONSTRAINT canned_files_pk DO UPDATE SET position = excluded.position`,
      [answer, ids],
    );
  }

  /** Those of these attachments that answers have, deleted ones that can be brought back too. */
  async holding(ids: readonly string[]): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      'SELECT attachment_id AS id FROM canned_files WHERE attachment_id = ANY ($1::uuid[])',
      [ids],
    );
    return rows.map(({ id }) => id);
  }

  /** Whether a person sees the answer that has an attachment. */
  async mayRead(id: string, person: number): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `SELECT 1 FROM canned_files JOIN canned_answers ON canned_answers.id = canned_answer
       WHERE ${VISIBLE} AND attachment_id = $2`,
      [person, id],
    );
    return rows.length > 0;
  }
}
