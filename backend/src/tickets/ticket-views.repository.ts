import { Injectable } from '@nestjs/common';
import { SharedRead } from '../database/shared-read.ts';
import { StandbyReads } from '../database/standby-reads.ts';
import { UNRESOLVED_STATUSES } from '../vocabulary/ticket-status.ts';
import type { TicketViewCounts } from './domain/ticket-view.ts';
import { counted, summed } from './ticket-counts.sql.ts';

const STATUSES = UNRESOLVED_STATUSES.map((status) => `'${status}'`).join(', ');
const IS_UNRESOLVED = `status IN (${STATUSES})`;

/**
 * All of them in one statement, so that they belong to the same moment, for all readers who ask; nobody is 0. $1 are the
 * readers.
 */
const COUNTS = `
  SELECT unresolved, "all", pending, assigned
  FROM (
    SELECT ${summed(IS_UNRESOLVED)} AS unresolved, ${summed()} AS all, ${summed('pending')} AS pending
    FROM ${counted('status, pending, tickets', [])} AS cells
  ) AS of_all, (
    SELECT json_object_agg(assignee, tickets) AS assigned
    FROM (
      SELECT assignee, ${summed()} AS tickets
      FROM ${counted('assignee, tickets', [IS_UNRESOLVED], '= ANY (0 || $1::bigint[])')} AS cells GROUP BY assignee
    ) AS sums
  ) AS of_some`;

interface CountsRow extends Pick<TicketViewCounts, 'unresolved' | 'all' | 'pending'> {
  /** How many unresolved tickets those who asked have, and nobody; who has none may be missing. */
  readonly assigned: Readonly<Record<string, number>> | null;
}

@Injectable()
export class TicketViewsRepository {
  private readonly reads = new SharedRead<number, CountsRow>((readers) => this.countFor(readers));

  constructor(private readonly standby: StandbyReads) {}

  /** @param reader whose tickets are "mine"; 0 for a caller who is nobody's user. */
  async count(reader: number): Promise<TicketViewCounts> {
    const { assigned, ...counts } = await this.reads.ask(reader);
    return { ...counts, mine: assigned?.[reader] ?? 0, unassigned: assigned?.[0] ?? 0 };
  }

  private async countFor(readers: readonly number[]): Promise<CountsRow> {
    const rows = await this.standby.query<CountsRow>({ sql: COUNTS, parameters: [[...new Set(readers)]] });
    if (!rows[0]) throw new Error('The database returned no counts');
    return rows[0];
  }
}
