import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../database/unit-of-work.ts';
import type { TicketChange } from './domain/ticket-change.ts';
import type { NewTicket, Ticket } from './domain/ticket.ts';
import { TICKET_COLUMNS, type TicketRow, toTicket } from './ticket-row.ts';

@Injectable()
export class TicketRepository {
  constructor(private readonly dataSource: DataSource) {}

  async insert(transaction: Transaction, ticket: NewTicket): Promise<Ticket> {
    const rows: TicketRow[] = await transaction.query(
      `INSERT INTO tickets (title, description, category, priority) VALUES ($1, $2, $3, $4) RETURNING ${TICKET_COLUMNS}`,
      [ticket.title, ticket.description, ticket.category, ticket.priority],
    );
    return toTicket(only(rows));
  }

  async find(id: number): Promise<Ticket | null> {
    const rows: TicketRow[] = await this.dataSource.query(`SELECT ${TICKET_COLUMNS} FROM tickets WHERE id = $1`, [id]);
    return rows[0] ? toTicket(rows[0]) : null;
  }

  /** The ticket as it is now, held so that no other transaction changes it before this one ends. */
  async findForUpdate(transaction: Transaction, id: number): Promise<Ticket | null> {
    const rows: TicketRow[] = await transaction.query(
      `SELECT ${TICKET_COLUMNS} FROM tickets WHERE id = $1 FOR NO KEY UPDATE`,
      [id],
    );
    return rows[0] ? toTicket(rows[0]) : null;
  }

  async update(transaction: Transaction, ticket: Ticket, change: TicketChange, now: Date): Promise<Ticket> {
    const [rows]: [TicketRow[], number] = await transaction.query(
      `UPDATE tickets
       SET status = $3, category = $4, priority = $5, resolved_at = $6, updated_at = $7, version = version + 1
       WHERE id = $1 AND version = $2
       RETURNING ${TICKET_COLUMNS}`,
      [ticket.id, ticket.version, change.status, change.category, change.priority, change.resolvedAt, now],
    );
    return toTicket(only(rows));
  }
}

function only<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (row === undefined) throw new Error('The database returned no row where it must return one');
  return row;
}
