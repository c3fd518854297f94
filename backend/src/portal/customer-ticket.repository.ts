import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { KeysetPosition } from '../common/http/keyset-cursor.ts';
import { Settings } from '../config/settings.ts';
import type { Reader } from '../conversation/domain/public-message.ts';
import { followUpOf } from '../conversation/follow-up-of.ts';
import { isForReader, isOfReader } from '../conversation/for-readers.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import type { TicketStatus } from '../vocabulary/ticket-status.ts';
import type { CustomerTicket } from './domain/customer-ticket.ts';

interface CustomerTicketRow {
  readonly id: string;
  readonly title: string;
  readonly status: TicketStatus;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly mine: boolean;
  readonly answered: boolean;
  readonly can_answer: boolean;
}

const READER = { contacts: '$1', addresses: '$2' } as const;

/** The ticket in which one goes on: the one it was closed as a duplicate of, or one that was opened long after it was closed. */
const goesOnIn = (ticket: string, reopenDays: number) =>
  `coalesce(${ticket}.duplicate_of, CASE WHEN ${ticket}.closed_at <= now() - ${String(reopenDays)} * interval '24 hours'
      THEN (${followUpOf(`${ticket}.id`)}) END)`;

/** What their customer sees of the tickets in a part `mine`, newest first. What one writes must come to a ticket of theirs. */
const shown = (reopenDays: number) => `SELECT t.id, t.title, t.status, t.created_at,
    greatest(t.created_at, newest.at, t.resolved_at, t.closed_at) AS updated_at,
    coalesce(t.requester = ANY ($1::bigint[]), false) AS mine, coalesce(newest.kind = 'reply', false) AS answered,
    EXISTS (
      WITH RECURSIVE onward (id, next) AS (
        SELECT mine.id, ${goesOnIn('t', reopenDays)}
        UNION SELECT o.id, ${goesOnIn('o', reopenDays)} FROM onward JOIN tickets AS o ON o.id = onward.next
      )
      SELECT FROM onward JOIN tickets AS o ON o.id = onward.id WHERE onward.next IS NULL AND ${isOfReader(READER, 'o')}
    ) AS can_answer
  FROM mine JOIN tickets AS t ON t.id = mine.id LEFT JOIN LATERAL (
    SELECT m.kind, e.occurred_at AS at
    FROM messages AS m JOIN ticket_events AS e ON e.ticket_id = m.ticket_id AND e.version = m.number
    WHERE m.ticket_id = t.id AND ${isForReader(READER)} ORDER BY m.number DESC LIMIT 1
  ) AS newest ON true
  ORDER BY t.created_at DESC, t.id DESC`;

/** Reads the tickets of customers: what they asked, and what they follow. */
@Injectable()
export class CustomerTicketRepository {
  private readonly shown: string;

  constructor(
    private readonly dataSource: DataSource,
    settings: Settings,
  ) {
    this.shown = shown(settings.reopenDays);
  }

  /** A page of all of them, newest first. */
  async page({ contacts, addresses }: Reader, after: KeysetPosition | null, limit: number): Promise<CustomerTicket[]> {
    const beyond = after === null ? '' : 'AND (t.created_at, t.id) < ($4, $5)';
    const newest = 'ORDER BY created_at DESC, id DESC LIMIT $3';
    const rows: CustomerTicketRow[] = await this.dataSource.query(
      `WITH mine AS (
         (SELECT t.id, t.created_at FROM tickets AS t
          WHERE t.requester = ANY ($1::bigint[]) AND t.deleted_at IS NULL ${beyond} ${newest})
         UNION
         (SELECT t.id, t.created_at FROM ticket_followers AS f JOIN tickets AS t ON t.id = f.ticket_id
          WHERE f.contact_id = ANY ($1::bigint[]) AND t.deleted_at IS NULL ${beyond} ${newest})
         ${newest}
       ) ${this.shown}`,
      [contacts, addresses, limit, ...(after === null ? [] : [after.createdAt, after.id])],
    );
    return rows.map(toTicket);
  }

  /** One of them; null where there is no such one of theirs. */
  async find(
    id: number,
    { contacts, addresses }: Reader,
    from: Pick<Transaction, 'query'> = this.dataSource,
  ): Promise<CustomerTicket | null> {
    const rows: CustomerTicketRow[] = await from.query(
      `WITH mine AS (SELECT t.id FROM tickets AS t WHERE t.id = $3 AND ${isOfReader(READER)}) ${this.shown}`,
      [contacts, addresses, id],
    );
    return rows[0] ? toTicket(rows[0]) : null;
  }
}

function toTicket(row: CustomerTicketRow): CustomerTicket {
  return {
    id: Number(row.id),
    title: row.title,
    status: row.status,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    mine: row.mine,
    answered: row.answered,
    canAnswer: row.can_answer,
  };
}
