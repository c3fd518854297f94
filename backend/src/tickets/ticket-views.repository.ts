import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { UNRESOLVED_STATUSES } from '../vocabulary/ticket-status.ts';
import type { TicketViewCounts } from './domain/ticket-view.ts';
import { counted, summed } from './ticket-counts.sql.ts';

const STATUSES = UNRESOLVED_STATUSES.map((status) => `'${status}'`).join(', ');
const IS_UNRESOLVED = `status IN (${STATUSES})`;

/** All of them in one statement, so that they belong to the same moment. Nobody is 0. */
const COUNTS = `
  SELECT unresolved, mine, unassigned, "all", pending
  FROM (
    SELECT ${summed(IS_UNRESOLVED)} AS unresolved, ${summed()} AS all, ${summed('pending')} AS pending
    FROM ${counted('status, pending, tickets', [])} AS cells
  ) AS of_all, (
    SELECT ${summed('assignee = $1::bigint')} AS mine, ${summed('assignee = 0')} AS unassigned
    FROM ${counted('assignee, tickets', [IS_UNRESOLVED], 'IN (0, $1::bigint)')} AS cells
  ) AS of_one`;

@Injectable()
export class TicketViewsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** @param reader whose tickets are "mine"; 0 for a caller who is nobody's user. */
  async count(reader: number): Promise<TicketViewCounts> {
    const rows: TicketViewCounts[] = await this.dataSource.query(COUNTS, [reader]);
    if (!rows[0]) throw new Error('The database returned no counts');
    return rows[0];
  }
}
