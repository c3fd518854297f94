import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Author } from '../../common/author.ts';
import type { Transaction } from '../../database/unit-of-work.ts';
import { BULK_RUN_COLUMNS, type BulkRunRow, toBulkRun } from './bulk-run-row.ts';
import type { BulkRun, BulkRunKind } from './domain/bulk-run.ts';

/** What a run is made of. */
export interface NewBulkRun {
  readonly kind: BulkRunKind;
  readonly action: Readonly<Record<string, unknown>>;
  readonly undoOf?: string;
}

const RECENT = 20;

/** Runs as those see them who ask for them; `BulkProgressRepository` is for the worker. */
@Injectable()
export class BulkRunRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Adds a run without tickets; null when another run takes the same run back. */
  async insert(transaction: Transaction, run: NewBulkRun, { userId, via, tokenId }: Author): Promise<string | null> {
    const rows: { id: string }[] = await transaction.query(
      `INSERT INTO bulk_runs (kind, action, undo_of, requested_by, via, token_id) VALUES ($1, $2, $3, $4, $5, $6)
       ON CONFLICT (undo_of) WHERE state <> 'failed' DO NOTHING RETURNING id`,
      [run.kind, JSON.stringify(run.action), run.undoOf ?? null, userId, via, tokenId],
    );
    return rows[0]?.id ?? null;
  }

  /** Adds a run of one ticket that is done and has changed it. */
  async insertDone(transaction: Transaction, run: NewBulkRun, { userId, via, tokenId }: Author): Promise<string> {
    const rows: { id: string }[] = await transaction.query(
      `INSERT INTO bulk_runs (kind, action, requested_by, via, token_id, state, finished_at, total, changed)
       VALUES ($1, $2, $3, $4, $5, 'done', now(), 1, 1) RETURNING id`,
      [run.kind, JSON.stringify(run.action), userId, via, tokenId],
    );
    if (!rows[0]) throw new Error('The database returned no row for a new run');
    const { id } = rows[0];
    transaction.tell('bulk_run_changed', { id, state: 'done', processed: 1, total: 1 });
    return id;
  }

  async find(id: string, transaction?: Transaction): Promise<BulkRun | null> {
    const rows: BulkRunRow[] = await (transaction ?? this.dataSource).query(
      `SELECT ${BULK_RUN_COLUMNS} FROM bulk_runs AS r WHERE r.id = $1`,
      [id],
    );
    return rows[0] ? toBulkRun(rows[0]) : null;
  }

  /** The newest runs, newest first. */
  async recent(): Promise<BulkRun[]> {
    const rows: BulkRunRow[] = await this.dataSource.query(
      `SELECT ${BULK_RUN_COLUMNS} FROM bulk_runs AS r ORDER BY r.created_at DESC, r.id DESC LIMIT ${String(RECENT)}`,
    );
    return rows.map(toBulkRun);
  }
}
