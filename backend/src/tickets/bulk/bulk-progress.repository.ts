import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Author, authorFrom } from '../../common/author.ts';
import type { Transaction } from '../../database/unit-of-work.ts';
import type { BulkRunAt } from '../../events/desk-events.ts';
import type { BulkRunRow } from './bulk-run-row.ts';
import type { BatchOutcome } from './domain/bulk-failure.ts';
import type { BulkRunKind } from './domain/bulk-run.ts';
import type { Undoable } from './domain/undo.ts';

/** A run that is not finished, as its worker sees it. */
export interface OpenRun {
  readonly id: string;
  readonly kind: BulkRunKind;
  readonly action: Readonly<Record<string, unknown>>;
  /** The run that this one takes back. */
  readonly undoes: { readonly id: string; readonly kind: BulkRunKind } | null;
  /** Who asked for it. */
  readonly by: Author;
  readonly batchesDone: number;
}

const AT = 'RETURNING id, state, changed + unchanged + failed AS processed, total';

/** How far runs are. Whoever writes that has it told. */
@Injectable()
export class BulkProgressRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The run, if it is not finished; until the transaction ends no other worker gets it. */
  async hold(transaction: Transaction, id: string): Promise<OpenRun | null> {
    const rows: (BulkRunRow & Pick<OpenRun, 'undoes' | 'batchesDone'>)[] = await transaction.query(
      `SELECT kind, action, requested_by, via, token_id, batches_done AS "batchesDone",
         (SELECT json_build_object('id', u.id, 'kind', u.kind) FROM bulk_runs AS u WHERE u.id = r.undo_of) AS undoes
       FROM bulk_runs AS r WHERE id = $1 AND state IN ('queued', 'running') FOR NO KEY UPDATE`,
      [id],
    );
    const [row] = rows;
    if (!row) return null;
    const { kind, action, undoes, batchesDone } = row;
    const by = authorFrom({ via: row.via, user_id: row.requested_by, token_id: row.token_id });
    return { id, kind, action, undoes, by, batchesDone };
  }

  /** The tickets of the next batch; null when all are done. */
  async nextBatch(transaction: Transaction, { id, batchesDone }: OpenRun): Promise<number[] | null> {
    const rows: { ticket_ids: string[] }[] = await transaction.query(
      'SELECT ticket_ids FROM bulk_run_batches WHERE run_id = $1 AND number = $2',
      [id, batchesDone + 1],
    );
    return rows[0]?.ticket_ids.map(Number) ?? null;
  }

  /** Counts a batch as done, in the transaction that did it. */
  async advance(transaction: Transaction, { id, batchesDone }: OpenRun, outcome: BatchOutcome): Promise<void> {
    const { changed, unchanged, failures } = outcome;
    await write(
      transaction,
      `UPDATE bulk_runs SET state = 'running', batches_done = $2, changed = changed + $3, unchanged = unchanged + $4,
         failed = failed + $5 WHERE id = $1 ${AT}`,
      [id, batchesDone + 1, changed, unchanged, failures.length],
    );
    await transaction.query('DELETE FROM bulk_run_batches WHERE run_id = $1 AND number = $2', [id, batchesDone + 1]);
    if (failures.length === 0) return;
    await transaction.query(
      `INSERT INTO bulk_run_failures (run_id, ticket_id, reason)
       SELECT $1, ticket_id, reason FROM unnest($2::bigint[], $3::text[]) AS failure (ticket_id, reason)`,
      [id, failures.map(({ ticket }) => ticket), failures.map(({ reason }) => reason)],
    );
  }

  async finish(transaction: Transaction, id: string): Promise<void> {
    await write(transaction, `UPDATE bulk_runs SET state = 'done', finished_at = now() WHERE id = $1 ${AT}`, [id]);
  }

  /** Ends a run that cannot go on; what it has done stays done. */
  async giveUp(transaction: Transaction, id: string): Promise<void> {
    await write(
      transaction,
      `UPDATE bulk_runs SET state = 'failed', finished_at = now()
       WHERE id = $1 AND state IN ('queued', 'running') ${AT}`,
      [id],
    );
    await transaction.query('DELETE FROM bulk_run_batches WHERE run_id = $1', [id]);
  }

  /** Runs that are not finished and have no job any more that a worker could take. */
  async abandoned(queue: string): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT id FROM bulk_runs AS r WHERE state IN ('queued', 'running') AND NOT EXISTS (
         SELECT 1 FROM pgboss.job AS j
         WHERE j.name = $1 AND j.state IN ('created', 'retry', 'active') AND j.data ->> 'run' = r.id::text
       ) ORDER BY id`,
      [queue],
    );
    return rows.map(({ id }) => id);
  }

  /** What a run made of these tickets, and what was decided of them since. */
  async changesOf(
    transaction: Transaction,
    runId: string,
    ticketIds: readonly number[],
  ): Promise<Map<number, Undoable>> {
    const rows: ({ ticket_id: string } & Undoable)[] = await transaction.query(
      `SELECT e.ticket_id, e.changes, (
         SELECT coalesce(json_agg(change ORDER BY later.version), '[]')
         FROM ticket_events AS later CROSS JOIN jsonb_array_elements(later.changes) AS change
         WHERE later.ticket_id = e.ticket_id AND later.version > e.version
           AND change ->> 'field' IN ('category', 'priority', 'triage')
       ) AS since
       FROM ticket_events AS e WHERE e.bulk_run_id = $1 AND e.ticket_id = ANY ($2::bigint[])`,
      [runId, ticketIds],
    );
    return new Map(rows.map(({ ticket_id: id, ...made }) => [Number(id), made]));
  }
}

/** Changes a run, and has told how far it is then. */
async function write(transaction: Transaction, sql: string, parameters: unknown[]): Promise<void> {
  const [rows]: [BulkRunAt[], number] = await transaction.query(sql, parameters);
  for (const run of rows) transaction.tell('bulk_run_changed', run);
}
