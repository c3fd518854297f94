import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../database/unit-of-work.ts';
import { UNRESOLVED_STATUSES } from '../vocabulary/ticket-status.ts';
import { counted } from './ticket-counts.sql.ts';

/** How much work people have. */
@Injectable()
export class TicketWorkload {
  constructor(private readonly dataSource: DataSource) {}

  /** How many unresolved tickets each of these people has; who has none is missing. */
  async unresolvedOf(people: readonly number[], transaction?: Transaction): Promise<ReadonlyMap<number, number>> {
    const rows: { assignee: string; count: number }[] = await (transaction ?? this.dataSource).query(
      `SELECT assignee, sum(tickets)::int AS count
       FROM ${counted('assignee, tickets', ['status = ANY ($2::text[])'], '= ANY ($1::bigint[])')} AS cells
       GROUP BY assignee HAVING sum(tickets) > 0`,
      [people, UNRESOLVED_STATUSES],
    );
    return new Map(rows.map(({ assignee, count }) => [Number(assignee), count]));
  }
}
