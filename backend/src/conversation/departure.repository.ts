import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type Author, type AuthorColumns, authorFrom } from '../common/author.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import type { AnswerToSend } from '../mail-templates/domain/answer-to-send.ts';
import type { TicketPatch } from '../tickets/domain/ticket-change.ts';
import type { TicketStatus } from '../vocabulary/ticket-status.ts';
import type { MessageSets, Recipient } from './domain/message.ts';

/** What an answer that has left brings about. */
export interface Departed {
  readonly sets: TicketPatch;
  /** Who wrote it. */
  readonly by: Author;
}

/** How far an answer is. */
export interface AnswerState {
  readonly writtenBy: number | null;
  readonly isHeld: boolean;
  readonly isTakenBack: boolean;
}

/** What an answer that leaves says, and to whom. */
export interface LeavingAnswer extends Omit<AnswerToSend, 'ticketId'> {
  readonly recipients: readonly Recipient[];
}

interface LeavingRow {
  readonly title: string;
  readonly requester: string | null;
  readonly author_id: string | null;
  readonly author_name: string | null;
  readonly text: string;
  readonly html: string;
  readonly recipients: readonly Recipient[];
}

/** What became of an answer: `not_sent` is kept, and says why. */
export interface Departure {
  readonly state: 'queued' | 'not_sent';
  readonly detail: string | null;
}

interface LeftRow extends AuthorColumns {
  readonly sets_status: TicketStatus | null;
  readonly sets: MessageSets | null;
}

/** Knows which answers are held, and lets them go or takes them back. */
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
       WHERE m.ticket_id = $1 AND m.number = $2 AND e.kind = 'message'`,
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
  async leaving(transaction: Transaction, ticketId: number, number: number): Promise<LeavingAnswer | null> {
    const rows: LeavingRow[] = await transaction.query(
      `SELECT t.title, t.requester, u.id AS author_id, u.display_name AS author_name, m.text, coalesce(m.html, '') AS html, (
         SELECT coalesce(jsonb_agg(jsonb_build_object('role', role, 'name', name, 'address', address) ORDER BY position), '[]')
         FROM message_recipients WHERE message_id = m.id
       ) AS recipients
       FROM messages AS m JOIN tickets AS t ON t.id = m.ticket_id
       JOIN ticket_events AS e ON e.ticket_id = m.ticket_id AND e.version = m.number LEFT JOIN users AS u ON u.id = e.actor_id
       WHERE m.ticket_id = $1 AND m.number = $2 AND m.delivery = 'held'`,
      [ticketId, number],
    );
    return rows[0] ? toLeaving(rows[0]) : null;
  }

  /** Null when it is no answer that is held. */
  async leave(
    transaction: Transaction,
    ticketId: number,
    number: number,
    { state, detail }: Departure,
  ): Promise<Departed | null> {
    const [rows]: [LeftRow[], number] = await transaction.query(
      `UPDATE messages AS m SET delivery = $3, delivery_detail = $4, leaves_at = least(m.leaves_at, now())
       FROM ticket_events AS e
       WHERE m.ticket_id = $1 AND m.number = $2 AND m.delivery = 'held' AND e.ticket_id = m.ticket_id AND e.version = m.number
       RETURNING m.sets_status, m.sets, e.actor_id AS user_id, e.via, e.token_id`,
      [ticketId, number, state, detail],
    );
    const [row] = rows;
    if (!row) return null;
    return { sets: { ...row.sets, ...(row.sets_status && { status: row.sets_status }) }, by: authorFrom(row) };
  }

  /** Forgets what an answer that is held says and to whom. */
  async takeBack(transaction: Transaction, ticketId: number, number: number): Promise<void> {
    await transaction.query(
      `WITH forgotten AS (
         DELETE FROM message_recipients AS r USING messages AS m
         WHERE r.message_id = m.id AND m.ticket_id = $1 AND m.number = $2 AND m.delivery = 'held'
       )
       UPDATE messages SET taken_back_at = now(), text = '', html = NULL, folded = '', delivery = NULL, sets_status = NULL,
         sets = NULL, leaves_at = NULL
       WHERE ticket_id = $1 AND number = $2 AND delivery = 'held'`,
      [ticketId, number],
    );
  }
}

function toLeaving({
  title,
  requester,
  author_id: id,
  author_name: name,
  text,
  html,
  recipients,
}: LeavingRow): LeavingAnswer {
  return {
    ...{ title, requester: requester === null ? null : Number(requester), answer: { text, html }, recipients },
    author: id === null || name === null ? null : { id: Number(id), name },
  };
}
