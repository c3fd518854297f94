import type { DataSource } from 'typeorm';

/** A kept count that is not what a scan of all tickets finds. */
export interface WrongCount {
  /** Of which tickets, for people. */
  readonly what: string;
  readonly kept: number;
  readonly scanned: number;
}

const CELL = 'assignee, status, category, priority, pending';
const quarterOf = (time: string) => `floor(date_part('epoch', ${time}) / 900)::int`;
/** How many tickets a day's sums count in each of its quarters of an hour. */
const quartersOfDays = (field: 'created' | 'resolved') => `
    SELECT '${field}', (day - date '1970-01-01') * 96 + place::int - 1, upto - lag(upto, 1, 0) OVER (PARTITION BY day ORDER BY place)
    FROM ticket_days, unnest(${field}) WITH ORDINALITY AS sums (upto, place)`;

/** In one statement, so that what is kept and what is scanned are of the same moment, whoever writes meanwhile. */
const WRONG = `
  WITH scanned AS MATERIALIZED (
    SELECT coalesce(assignee, 0) AS assignee, status, category, priority, triage IS NOT NULL AS pending, count(*) AS tickets
    FROM tickets WHERE deleted_at IS NULL GROUP BY 1, 2, 3, 4, 5
  ),
  cells AS (
    SELECT coalesce(assignee, -1) AS assignee, status, category, priority, pending, sum(tickets) AS tickets
    FROM scanned GROUP BY status, category, priority, pending, GROUPING SETS ((assignee), ())
  ),
  kept_cells AS (
    SELECT ${CELL}, sum(tickets) AS tickets FROM (
      SELECT ${CELL}, tickets FROM ticket_counts
      UNION ALL SELECT ${CELL}, tickets FROM ticket_count_changes
      UNION ALL SELECT -1, status, category, priority, pending, tickets FROM ticket_count_changes
    ) AS rows GROUP BY ${CELL}
  ),
  quarters AS (
    SELECT 'created' AS time, ${quarterOf('created_at')} AS quarter, count(*) AS tickets
    FROM tickets WHERE deleted_at IS NULL GROUP BY quarter
    UNION ALL
    SELECT 'resolved', ${quarterOf('resolved_at')} AS quarter, count(*)
    FROM tickets WHERE deleted_at IS NULL AND resolved_at IS NOT NULL GROUP BY quarter
  ),
  kept_quarters AS (
    SELECT time, quarter, sum(tickets) AS tickets FROM (
      SELECT 'created' AS time, created_quarter AS quarter, tickets FROM ticket_count_changes
      UNION ALL SELECT 'resolved', resolved_quarter, tickets FROM ticket_count_changes WHERE resolved_quarter IS NOT NULL
      UNION ALL ${quartersOfDays('created')}
      UNION ALL ${quartersOfDays('resolved')}
    ) AS rows GROUP BY time, quarter
  )
  SELECT concat_ws(', ', CASE assignee WHEN -1 THEN 'all' WHEN 0 THEN 'of nobody' ELSE 'of user ' || assignee END,
      status, category, priority, CASE WHEN pending THEN 'not sorted' END) AS what,
    coalesce(kept.tickets, 0)::int AS kept, coalesce(cells.tickets, 0)::int AS scanned
  FROM cells FULL JOIN kept_cells AS kept USING (${CELL})
  WHERE coalesce(kept.tickets, 0) <> coalesce(cells.tickets, 0)
  UNION ALL
  SELECT format('%s from %s on', time, to_char(to_timestamp(quarter * 900) AT TIME ZONE 'UTC', 'YYYY-MM-DD HH24:MI "UTC"')),
    coalesce(kept.tickets, 0)::int, coalesce(quarters.tickets, 0)::int
  FROM quarters FULL JOIN kept_quarters AS kept USING (time, quarter)
  WHERE coalesce(kept.tickets, 0) <> coalesce(quarters.tickets, 0)
  ORDER BY what`;

/** Proves the counts that are kept while tickets are written, and makes them anew, both while the desk runs. */
export class CountVerification {
  private readonly dataSource: DataSource;

  constructor(dataSource: DataSource) {
    this.dataSource = dataSource;
  }

  /** Every kept count that differs from a scan of all tickets at the same moment. */
  async wrong(): Promise<WrongCount[]> {
    return this.dataSource.query(WRONG);
  }

  /** Puts what a scan finds in the place of every count. Who writes a ticket meanwhile waits for nothing and is counted. */
  async rebuild(): Promise<void> {
    await this.dataSource.query('SELECT rebuild_ticket_counts()');
  }
}
