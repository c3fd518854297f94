import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { KeysetPosition } from '../../common/http/keyset-cursor.ts';
import { anyOf } from '../../database/any-of.ts';
import type { Ticket } from '../domain/ticket.ts';
import { TICKET_COLUMNS, type TicketRow, toId, toTicket } from '../ticket-row.ts';

/** Where a ticket stands in the list, newest first, and who asked it. */
export interface AskedPlace extends KeysetPosition {
  readonly requester: number | null;
}

/** Reads the tickets of those who ask. */
@Injectable()
export class RequesterTicketsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** What any of these contacts asked, newest first. Of each the newest are looked at alone, however many there are. */
  async page(requesters: readonly number[], after: KeysetPosition | null, limit: number): Promise<Ticket[]> {
    const beyond = after === null ? '' : 'AND (created_at, id) < ($3, $4)';
    const rows: TicketRow[] = await this.dataSource.query(
      `SELECT t.* FROM unnest($1::bigint[]) AS asked (requester) CROSS JOIN LATERAL (
         SELECT ${TICKET_COLUMNS} FROM tickets
         WHERE requester = asked.requester AND deleted_at IS NULL ${beyond}
         ORDER BY created_at DESC, id DESC LIMIT $2
       ) AS t ORDER BY t.created_at DESC, t.id DESC LIMIT $2`,
      [requesters, limit, ...(after === null ? [] : [after.createdAt, after.id])],
    );
    return rows.map(toTicket);
  }

  /** Who asked the newest tickets, these or those after a place: so many at most, those of nobody among them. */
  async newest(after: KeysetPosition | null, limit: number): Promise<AskedPlace[]> {
    const beyond = after === null ? '' : 'AND (created_at, id) < ($2, $3)';
    const rows: { id: string; created_at: Date; requester: string | null }[] = await this.dataSource.query(
      `SELECT id, created_at, requester FROM tickets WHERE deleted_at IS NULL ${beyond}
       ORDER BY created_at DESC, id DESC LIMIT $1`,
      [limit, ...(after === null ? [] : [after.createdAt, after.id])],
    );
    return rows.map(({ id, created_at: createdAt, requester }) => ({
      id: Number(id),
      createdAt,
      requester: toId(requester),
    }));
  }

  /** Those of some tickets that are there, newest first. */
  async among(ids: readonly number[]): Promise<Ticket[]> {
    const rows: TicketRow[] = await this.dataSource.query(
      `SELECT ${TICKET_COLUMNS} FROM tickets WHERE id = ${anyOf('$1', 'bigint')} AND deleted_at IS NULL
       ORDER BY created_at DESC, id DESC`,
      [ids],
    );
    return rows.map(toTicket);
  }
}
