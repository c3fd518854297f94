import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { TICKET_PRIORITIES } from '../vocabulary/ticket-priority.ts';
import { TICKET_STATUSES, UNRESOLVED_STATUSES } from '../vocabulary/ticket-status.ts';
import { COUNTS } from './stats.sql.ts';
import type { StatsCounts } from './stats.ts';

/** The days of every time zone end with quarters of an hour, by which tickets are counted. */
const QUARTER_MS = 15 * 60_000;

@Injectable()
export class StatsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The figures at this moment; `bounds` are the beginnings of days that follow one another, and the end of the last. */
  async count(bounds: readonly Date[]): Promise<StatsCounts> {
    const rows: StatsCounts[] = await this.dataSource.query(COUNTS, [
      bounds.map((bound) => bound.getTime() / QUARTER_MS),
      TICKET_STATUSES,
      TICKET_PRIORITIES,
      UNRESOLVED_STATUSES,
    ]);
    const [counts] = rows;
    if (!counts) throw new Error('The database returned no figures');
    return counts;
  }
}
