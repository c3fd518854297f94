import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { Transaction } from '../database/unit-of-work.ts';
import { UNRESOLVED_STATUSES } from '../vocabulary/ticket-status.ts';

/** How much work people have. */
@Injectable()
export class TicketWorkload {
  constructor(private readonly dataSource: DataSource) {}

  /** How many unresolved tickets each of these people has; who has none is missing. */
  async unresolvedOf(people: readonly number[], transaction?: Transaction): Promise<ReadonlyMap<number, number>> {
    const rows: { assignee: string; count: number }[] = await (transaction ?? this.dataSource).query(
      `SELECT assignee, count(*)::int AS count FROM tickets
       WHERE coalesce(assignee, 0) = ANY ($1::bigint[]) AND status = ANY ($2::text[]) AND deleted_at IS NULL
       GROUP BY assignee`,
      [people, UNRESOLVED_STATUSES],
    );
    return new Map(rows.map(({ assignee, count }) => [Number(assignee), count]));
  }
}
