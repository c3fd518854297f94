import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import type { ConfirmedTicket } from '../../learning/domain/confirmed-ticket.ts';
import type { TicketPriority } from '../../vocabulary/ticket-priority.ts';
import type { Outcome, ReplayPlan, ReplayResult, ReplayTicket, SideName, TicketOutcome } from './domain/replay.ts';

interface TicketRow {
  readonly ticket_id: string;
  readonly category: string;
  readonly priority: TicketPriority;
  readonly baseline: Outcome | null;
  readonly candidate: Outcome | null;
}

/** How far replays are. Each answer is kept by its ticket, so none counts twice, whoever writes it. */
@Injectable()
export class ReplayProgressRepository {
  constructor(
    private readonly dataSource: DataSource,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Begins with a replay, or goes on with it; null when it has ended. */
  async begin(id: string): Promise<ReplayPlan | null> {
    const [rows]: [{ plan: ReplayPlan }[], number] = await this.change(
      id,
      `UPDATE replays SET state = 'running', attempts = attempts + 1 WHERE id = $1 AND open RETURNING plan`,
      [id],
    );
    return rows[0]?.plan ?? null;
  }

  /** Takes down which tickets are replayed, and what people have decided about them, unless that has been done. */
  async takeDown(id: string, tickets: readonly ConfirmedTicket[]): Promise<void> {
    await this.change(
      id,
      `WITH taken AS (
         INSERT INTO replay_tickets (replay_id, ticket_id, category, priority)
         SELECT $1, t.id, chosen.category, chosen.priority
         FROM jsonb_to_recordset($2) AS chosen (id bigint, category text, priority text) JOIN tickets AS t ON t.id = chosen.id
         WHERE EXISTS (SELECT FROM replays WHERE id = $1 AND open)
         ON CONFLICT ON CONSTRAINT replay_tickets_pk DO NOTHING RETURNING ticket_id
       )
       UPDATE replays SET questions = 2 * (
         (SELECT count(*) FROM taken) + (SELECT count(*) FROM replay_tickets WHERE replay_id = $1)
       ) WHERE id = $1 AND open`,
      [id, JSON.stringify(tickets.map(({ id: ticket, category, priority }) => ({ id: ticket, category, priority })))],
    );
  }

  /** The tickets of a replay with what has come of them, the newest first. */
  async tickets(id: string): Promise<ReplayTicket[]> {
    const rows: TicketRow[] = await this.dataSource.query(
      `SELECT ticket_id, category, priority, baseline, candidate FROM replay_tickets WHERE replay_id = $1 ORDER BY ticket_id DESC`,
      [id],
    );
    return rows.map(({ ticket_id: ticket, ...row }) => ({ ...row, ticket: Number(ticket) }));
  }

  /** Keeps what came of tickets; what is known of one already stays, and nothing comes to a replay that has ended. */
  async keep(id: string, side: SideName, outcomes: readonly TicketOutcome[]): Promise<void> {
    await this.change(
      id,
      `WITH kept AS (
         UPDATE replay_tickets AS t SET ${side} = came.outcome
         FROM jsonb_to_recordset($2) AS came (ticket bigint, outcome jsonb)
         WHERE t.replay_id = $1 AND t.ticket_id = came.ticket AND t.${side} IS NULL
           AND EXISTS (SELECT FROM replays WHERE id = $1 AND open)
         RETURNING t.ticket_id
       )
       UPDATE replays SET answered = least(questions, answered + (SELECT count(*) FROM kept)) WHERE id = $1 AND open`,
      [id, JSON.stringify(outcomes)],
    );
  }

  async isOpen(id: string): Promise<boolean> {
    const rows: unknown[] = await this.dataSource.query('SELECT 1 FROM replays WHERE id = $1 AND open', [id]);
    return rows.length > 0;
  }

  async finish(id: string, result: ReplayResult): Promise<void> {
    await this.change(
      id,
      `UPDATE replays SET state = 'done', open = false, finished_at = now(), result = $2 WHERE id = $1 AND open`,
      [id, JSON.stringify(result)],
    );
  }

  /** Ends a replay that cannot go on. */
  async fail(id: string, why: string): Promise<void> {
    await this.change(
      id,
      `UPDATE replays SET state = 'failed', open = false, finished_at = now(), failure = $2 WHERE id = $1 AND open`,
      [id, why],
    );
  }

  /** Replays that have not ended and have no job any more that a worker could take. */
  async abandoned(queue: string): Promise<string[]> {
    const rows: { id: string }[] = await this.dataSource.query(
      `SELECT id FROM replays AS r WHERE open AND NOT EXISTS (
         SELECT 1 FROM pgboss.job AS j
         WHERE j.name = $1 AND j.state IN ('created', 'retry', 'active') AND j.data ->> 'replay' = r.id::text
       )`,
      [queue],
    );
    return rows.map(({ id }) => id);
  }

  /** Does what changes a replay, and has it told. */
  private change<T>(id: string, sql: string, parameters: unknown[]): Promise<T> {
    return this.unitOfWork.run((transaction) => {
      transaction.tell('replay_changed', { id });
      return transaction.last<T>(sql, parameters);
    });
  }
}
