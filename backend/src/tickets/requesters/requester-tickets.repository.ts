import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { KeysetPosition } from '../../common/http/keyset-cursor.ts';
import { anyOf } from '../../database/any-of.ts';
import type { Ticket } from '../domain/ticket.ts';
import { TICKET_COLUMNS, type TicketRow, toTicket } from '../ticket-row.ts';

/** Reads the tickets of those who ask. */
@Injectable()
export class RequesterTicketsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** What any of these contacts asked, newest first. */
  async page(requesters: readonly number[], after: KeysetPosition | null, limit: number): Promise<Ticket[]> {
    const beyond = after === null ? '' : 'AND (created_at, id) < ($3, $4)';
    const rows: TicketRow[] = await this.dataSource.query(
      `SELECT ${TICKET_COLUMNS} FROM tickets WHERE requester = ${anyOf('$1', 'bigint')} AND deleted_at IS NULL ${beyond}
       ORDER BY created_at DESC, id DESC LIMIT $2`,
      [requesters, limit, ...(after === null ? [] : [after.createdAt, after.id])],
    );
    return rows.map(toTicket);
  }
}
