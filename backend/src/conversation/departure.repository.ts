import { Injectable } from '@nestjs/common';
import { type Author, type AuthorColumns, authorFrom } from '../common/author.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import type { TicketStatus } from '../vocabulary/ticket-status.ts';

/** What an answer that has left brings about. */
export interface Departed {
  readonly status: TicketStatus | null;
  /** Who wrote it. */
  readonly by: Author;
}

/** Lets held answers go. Nobody can send them yet: they are kept. */
@Injectable()
export class DepartureRepository {
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
}
