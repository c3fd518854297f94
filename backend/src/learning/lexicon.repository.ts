import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../database/unit-of-work.ts';
import { type LexiconChanges, type StoredLexicon, stillMeant } from './domain/lexicon.ts';
import { STARTER } from './starter/starter.ts';

type Row = Omit<StoredLexicon, 'updatedBy'> & { readonly updatedBy: string | null };

const COLUMNS = 'changes, version, updated_at AS "updatedAt", updated_by AS "updatedBy"';

@Injectable()
export class LexiconRepository {
  constructor(private readonly dataSource: DataSource) {}

  async read(): Promise<StoredLexicon> {
    return stored(await this.dataSource.query(`SELECT ${COLUMNS} FROM lexicon`));
  }

  /** The lexicon as it is now; until the transaction ends nobody else changes it. */
  async hold(transaction: Transaction): Promise<StoredLexicon> {
    return stored(await transaction.query(`SELECT ${COLUMNS} FROM lexicon FOR NO KEY UPDATE`));
  }

  async write(transaction: Transaction, changes: LexiconChanges, by: number | null): Promise<StoredLexicon> {
    const [rows] = await transaction.query<[Row[], number]>(
      `UPDATE lexicon SET changes = $1, version = version + 1, updated_at = now(), updated_by = $2 RETURNING ${COLUMNS}`,
      [changes, by],
    );
    return stored(rows);
  }
}

function stored(rows: readonly Row[]): StoredLexicon {
  const [row] = rows;
  if (!row) throw new Error('The lexicon of the desk is gone');
  const changes = stillMeant(row.changes, STARTER);
  return { ...row, changes, updatedBy: row.updatedBy === null ? null : Number(row.updatedBy) };
}
