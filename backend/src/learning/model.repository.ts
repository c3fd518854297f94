import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../database/unit-of-work.ts';
import { MODEL_FORMAT } from './domain/model-bytes.ts';
import type { HeldOutAnswers, LearnedFrom, Model, ModelReason } from './domain/model.ts';

/** A model about to be kept. */
export interface NewModel extends Pick<Model, 'version' | 'why' | 'metrics' | 'learnedFrom' | 'comparison'> {
  readonly heldOut: HeldOutAnswers;
  readonly bytes: Uint8Array;
}

/** The model that answers. */
export interface AnsweringModel {
  readonly id: number;
  readonly bytes: Buffer;
}

/** A stored model that could answer, and what it learned from when. */
export interface UsableModel extends NewestModel {
  readonly id: number;
  readonly version: string;
  readonly createdAt: Date;
}

/** What is known of the newest model, whatever became of it. */
export interface NewestModel {
  readonly learnedFrom: LearnedFrom;
  /** When the desk last tried to learn; null when it never did. */
  readonly triedAt: Date | null;
}

type Row = Omit<Model, 'id' | 'activatedBy'> & { readonly id: string; readonly activatedBy: string | null };

/** How many models can be gone back to, and of how many the figures are kept, besides the newest that has answered before. */
const BYTES_KEPT = 20;
const ROWS_KEPT = 200;

const COLUMNS = `id, created_at AS "createdAt", version, state, why, activated_by AS "activatedBy", metrics,
  learned_from AS "learnedFrom", comparison, bytes IS NOT NULL AS kept`;

@Injectable()
export class ModelRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** From here to the end of the transaction nobody else adds or changes models; they are read as ever. */
  async beginChange(transaction: Transaction): Promise<void> {
    await transaction.query('LOCK TABLE models IN SHARE ROW EXCLUSIVE MODE');
  }

  /** The newest models, newest first. */
  async newest(limit: number): Promise<Model[]> {
    const rows: Row[] = await this.dataSource.query(
      `SELECT ${COLUMNS} FROM models ORDER BY created_at DESC, id DESC LIMIT $1`,
      [limit],
    );
    return rows.map(toModel);
  }

  async find(transaction: Transaction, id: number): Promise<Model | null> {
    const rows: Row[] = await transaction.query(`SELECT ${COLUMNS} FROM models WHERE id = $1`, [id]);
    return rows[0] ? toModel(rows[0]) : null;
  }

  /** The id of the model that answers, if it is of the format that this process reads. */
  async answeringId(transaction?: Transaction): Promise<number | null> {
    const rows: { id: string }[] = await (transaction ?? this.dataSource).query(
      `SELECT id FROM models WHERE state = 'active' AND format = $1`,
      [MODEL_FORMAT],
    );
    return rows[0] ? Number(rows[0].id) : null;
  }

  /** The model that answers, if it is of the format that this process reads. */
  async answering(): Promise<AnsweringModel | null> {
    const rows: (Omit<AnsweringModel, 'id'> & { readonly id: string })[] = await this.dataSource.query(
      `SELECT id, bytes FROM models WHERE state = 'active' AND format = $1`,
      [MODEL_FORMAT],
    );
    return rows[0] ? { ...rows[0], id: Number(rows[0].id) } : null;
  }

  /** A model that could answer, or the one that does; null when its bytes are gone, or this process cannot read them. */
  async usable(id: number | null): Promise<UsableModel | null> {
    const rows: (Omit<UsableModel, 'id'> & { readonly id: string })[] = await this.dataSource.query(
      `SELECT id, version, created_at AS "createdAt", tried_at AS "triedAt", learned_from AS "learnedFrom"
       FROM models WHERE bytes IS NOT NULL AND format = $1 AND CASE WHEN $2::bigint IS NULL THEN state = 'active' ELSE id = $2 END`,
      [MODEL_FORMAT, id],
    );
    return rows[0] ? { ...rows[0], id: Number(rows[0].id) } : null;
  }

  /** The bytes of a model; null when they are gone, or this process cannot read them. */
  async bytesOf(id: number): Promise<Buffer | null> {
    const rows: { bytes: Buffer | null }[] = await this.dataSource.query(
      'SELECT bytes FROM models WHERE id = $1 AND format = $2',
      [id, MODEL_FORMAT],
    );
    return rows[0]?.bytes ?? null;
  }

  /** What a model said of tickets that were held out of it; nothing when that is not kept any more. */
  async heldOut(id: number): Promise<HeldOutAnswers> {
    const rows: { held_out: HeldOutAnswers | null }[] = await this.dataSource.query(
      'SELECT held_out FROM models WHERE id = $1',
      [id],
    );
    return rows[0]?.held_out ?? {};
  }

  async newestVersion(transaction: Transaction): Promise<string | null> {
    const rows: { version: string }[] = await transaction.query(
      'SELECT version FROM models ORDER BY created_at DESC, id DESC LIMIT 1',
    );
    return rows[0]?.version ?? null;
  }

  /** What the desk learned from when it last learned something else than before, and when it last tried. */
  async newestAttempt(): Promise<NewestModel | null> {
    const rows: NewestModel[] = await this.dataSource.query(
      `SELECT learned_from AS "learnedFrom", tried_at AS "triedAt"
       FROM models ORDER BY created_at DESC, id DESC LIMIT 1`,
    );
    return rows[0] ?? null;
  }

  /** Whether a job of this name waits or is being done. */
  async isRefitting(job: string): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query(
      `SELECT 1 FROM pgboss.job WHERE name = $1 AND state IN ('created', 'retry', 'active') LIMIT 1`,
      [job],
    );
    return rows.length > 0;
  }

  /** Keeps a model, which does not answer yet, and lets go of what is left of old ones. */
  async insert(transaction: Transaction, model: NewModel, state: 'aside' | 'earlier'): Promise<number> {
    const rows: { id: string }[] = await transaction.query(
      `INSERT INTO models (version, format, state, why, tried_at, metrics, learned_from, comparison, held_out, bytes)
       VALUES ($1, $2, $3, $4, CASE WHEN $4 <> 'starter' THEN now() END, $5, $6, $7, $8, $9) RETURNING id`,
      [
        ...[model.version, MODEL_FORMAT, state, model.why, model.metrics, model.learnedFrom],
        ...[model.comparison, model.heldOut, Buffer.from(model.bytes)],
      ],
    );
    if (!rows[0]) throw new Error('The database returned no id for a model');
    await this.forgetOld(transaction);
    return Number(rows[0].id);
  }

  /** Has a model answer in place of the one that did; `by` is the admin who chose it, if one did. */
  async activate(transaction: Transaction, id: number, why: ModelReason, by: number | null): Promise<void> {
    await transaction.query(`UPDATE models SET state = 'earlier' WHERE state = 'active'`);
    await transaction.query(`UPDATE models SET state = 'active', why = $2, activated_by = $3 WHERE id = $1`, [
      ...[id, why, by],
    ]);
  }

  /** Lets go of what is left of every other model; their figures stay. */
  async forgetAllBut(transaction: Transaction, id: number): Promise<void> {
    await transaction.query('UPDATE models SET bytes = NULL, held_out = NULL WHERE id <> $1 AND bytes IS NOT NULL', [
      id,
    ]);
  }

  /** Whether an admin went back to a model: one that was made later had answered. Who comes forward again is at the newest. */
  async isChosenOverNewer(transaction: Transaction, id: number): Promise<boolean> {
    const rows: { is: boolean }[] = await transaction.query(
      `SELECT EXISTS (SELECT 1 FROM models AS m JOIN models AS newer ON newer.id > m.id AND newer.state = 'earlier'
         WHERE m.id = $1 AND m.why = 'chosen') AS is`,
      [id],
    );
    return rows[0]?.is ?? false;
  }

  /** Notes that learning again made the newest model once more, from a later state of the desk. */
  async noteSame(transaction: Transaction, learnedFrom: LearnedFrom): Promise<void> {
    await transaction.query(
      `UPDATE models SET learned_from = $1, tried_at = now()
       WHERE id = (SELECT id FROM models ORDER BY created_at DESC, id DESC LIMIT 1)`,
      [learnedFrom],
    );
  }

  private async forgetOld(transaction: Transaction): Promise<void> {
    const older = (than: number) =>
      `state <> 'active' AND id NOT IN (SELECT id FROM models ORDER BY created_at DESC, id DESC LIMIT ${String(than)})`;
    // Whether an admin went back from it is still asked, however long ago that was.
    const isLastToHaveAnswered = `id IS NOT DISTINCT FROM (SELECT max(id) FROM models WHERE state = 'earlier')`;
    await transaction.query(`DELETE FROM models WHERE ${older(ROWS_KEPT)} AND NOT ${isLastToHaveAnswered}`);
    await transaction.query(
      `UPDATE models SET bytes = NULL, held_out = NULL WHERE bytes IS NOT NULL AND ${older(BYTES_KEPT)}`,
    );
  }
}

function toModel({ id, activatedBy, ...model }: Row): Model {
  return { ...model, id: Number(id), activatedBy: activatedBy === null ? null : Number(activatedBy) };
}
