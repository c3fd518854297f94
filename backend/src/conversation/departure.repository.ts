import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Author, type AuthorColumns, authorFrom } from '../common/author.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import type { TicketStatus } from '../vocabulary/ticket-status.ts';

/** What an answer that has left brings about. */
export interface Departed {
  readonly status: TicketStatus | null;
  /** Who wrote it. */
  readonly by: Author;
}

/** How far an answer is. */
export interface AnswerState {
  readonly writtenBy: number | null;
  readonly isHeld: boolean;
  readonly isTakenBack: boolean;
}

/** Knows which answers are held, and lets them go or takes them back. Nobody can send them yet: they are kept. */
@Injectable()
export class DepartureRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** Those whose time has come, of tickets that are there. */
  async due(): Promise<{ readonly ticketId: number; readonly number: number }[]> {
    const rows: { ticket_id: string; number: number }[] = await this.dataSource.query(
      `SELECT m.ticket_id, m.number FROM messages AS m JOIN tickets AS t ON t.id = m.ticket_id AND t.deleted_at IS NULL
       WHERE m.delivery = 'held' AND m.leaves_at <= now() ORDER BY m.leaves_at`,
    );
    return rows.map(({ ticket_id: ticketId, number }) => ({ ticketId: Number(ticketId), number }));
  }

  /** Null when there is no such message. */
  async find(transaction: Transaction, ticketId: number, number: number): Promise<AnswerState | null> {
    const rows: { actor_id: string | null; held: boolean; taken_back: boolean }[] = await transaction.query(
      `SELECT e.actor_id, m.delivery IS NOT DISTINCT FROM 'held' AS held, m.taken_back_at IS NOT NULL AS taken_back
       FROM messages AS m JOIN ticket_events AS e ON e.ticket_id = m.ticket_id AND e.version = m.number
       WHERE m.ticket_id = $1 AND m.number = $2`,
      [ticketId, number],
    );
    const [row] = rows;
    if (!row) return null;
    return {
      writtenBy: row.actor_id === null ? null : Number(row.actor_id),
      isHeld: row.held,
      isTakenBack: row.taken_back,
    };
  }

  /** Null when it is no answer that is held. */
  async leave(transaction: Transaction, ticketId: number, number: number): Promise<Departed | null> {
    const [rows]: [(AuthorColumns & { sets_status: TicketStatus | null })[], number] = await transaction.query(
      `UPDATE messages AS m SET delivery = 'not_sent', delivery_detail = 'no sender', leaves_at = least(m.leaves_at, now())
       FROM ticket_events AS e
       WHERE m.ticket_id = $1 AND m.number = $2 AND m.delivery = 'held' AND e.ticket_id = m.ticket_id AND e.version = m.number
       RETURNING m.sets_status, e.actor_id AS user_id, e.via, e.token_id`,
      [ticketId, number],
    );
    return rows[0] ? { status: rows[0].sets_status, by: authorFrom(rows[0]) } : null;
  }

  /** Forgets what an answer that is held says and to whom. */
  async takeBack(transaction: Transaction, ticketId: number, number: number): Promise<void> {
    await transaction.query(
      `WITH forgotten AS (
         DELETE FROM message_recipients AS r USING messages AS m
         WHERE r.message_id = m.id AND m.ticket_id = $1 AND m.number = $2 AND m.delivery = 'held'
       )
       UPDATE messages SET taken_back_at = now(), text = '', html = NULL, folded = '', delivery = NULL, sets_status = NULL,
         leaves_at = NULL
       WHERE ticket_id = $1 AND number = $2 AND delivery = 'held'`,
      [ticketId, number],
    );
  }
}
