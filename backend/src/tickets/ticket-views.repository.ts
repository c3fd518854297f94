import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { UNRESOLVED_STATUSES } from '../vocabulary/ticket-status.ts';
import type { TicketViewCounts } from './domain/ticket-view.ts';

const LIVE = 'deleted_at IS NULL';
const STATUSES = UNRESOLVED_STATUSES.map((status) => `'${status}'`).join(', ');
/** As the index over people says it: nobody is 0. */
const unresolvedOf = (assignee: string) =>
  `SELECT count(*)::int FROM tickets
   WHERE ${LIVE} AND status IN (${STATUSES}) AND coalesce(assignee, 0) = ${assignee}`;

/** All of them in one statement, so that they belong to the same moment; each reads an index alone. */
const COUNTS = `
  SELECT (SELECT count(*)::int FROM tickets WHERE ${LIVE} AND resolved_at IS NULL) AS unresolved,
    (${unresolvedOf('$1::bigint')}) AS mine, (${unresolvedOf('0')}) AS unassigned,
    (SELECT count(*)::int FROM tickets WHERE ${LIVE}) AS all,
    (SELECT count(*)::int FROM tickets WHERE ${LIVE} AND triage = 'pending') AS pending`;

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
