import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Author, Via } from '../../common/author.ts';
import type { Transaction } from '../../database/unit-of-work.ts';
import { REPLAYS_KEPT, type Replay, type ReplayPlan, type ReplayResult, type ReplayState } from './domain/replay.ts';

interface Row {
  readonly id: string;
  readonly state: ReplayState;
  readonly plan: ReplayPlan;
  readonly requested_by: string | null;
  readonly via: Via;
  readonly created_at: Date;
  readonly finished_at: Date | null;
  readonly attempts: number;
  readonly answered: number;
  readonly questions: number;
  readonly failure: string | null;
  readonly result: ReplayResult | null;
}

const COLUMNS = `id, state, plan, requested_by, via, created_at, finished_at, attempts, answered, questions, failure, result`;

/** Replays as those see them who ask for them; `ReplayProgressRepository` is for the worker. */
@Injectable()
export class ReplayRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Adds a replay and forgets the oldest; null when another one waits or is being done. */
  async insert(transaction: Transaction, plan: ReplayPlan, { userId, via, tokenId }: Author): Promise<string | null> {
    const rows: { id: string }[] = await transaction.query(
      `INSERT INTO replays (plan, questions, requested_by, via, token_id) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (open) WHERE open DO NOTHING RETURNING id`,
      [JSON.stringify(plan), 2 * plan.tickets, userId, via, tokenId],
    );
    await transaction.query(
      `DELETE FROM replays WHERE id IN (SELECT id FROM replays ORDER BY created_at DESC, id DESC OFFSET ${String(REPLAYS_KEPT)})`,
    );
    return rows[0]?.id ?? null;
  }

  async find(id: string, transaction?: Transaction): Promise<Replay | null> {
    const rows: Row[] = await (transaction ?? this.dataSource).query(`SELECT ${COLUMNS} FROM replays WHERE id = $1`, [
      id,
    ]);
    return rows[0] ? toReplay(rows[0]) : null;
  }

  /** All that are kept, newest first. */
  async list(): Promise<Replay[]> {
    const rows: Row[] = await this.dataSource.query(
      `SELECT ${COLUMNS} FROM replays ORDER BY created_at DESC, id DESC LIMIT ${String(REPLAYS_KEPT)}`,
    );
    return rows.map(toReplay);
  }

  /** False when it has ended already. */
  async cancel(transaction: Transaction, id: string): Promise<boolean> {
    const [rows]: [unknown[], number] = await transaction.query(
      `UPDATE replays SET state = 'cancelled', open = false, finished_at = now() WHERE id = $1 AND open RETURNING id`,
      [id],
    );
    return rows.length > 0;
  }

  /** What tickets are called, as far as they are there. */
  async titles(tickets: readonly number[]): Promise<ReadonlyMap<number, string>> {
    const rows: { id: string; title: string }[] = await this.dataSource.query(
      'SELECT id, title FROM tickets WHERE id = ANY($1::bigint[]) AND deleted_at IS NULL',
      [tickets],
    );
    return new Map(rows.map(({ id, title }) => [Number(id), title]));
  }
}

function toReplay({ requested_by: by, created_at: createdAt, finished_at: finishedAt, attempts, ...row }: Row): Replay {
  return {
    ...row,
    requestedBy: by === null ? null : Number(by),
    ...{ createdAt, finishedAt },
    interruptions: Math.max(0, attempts - 1),
  };
}
