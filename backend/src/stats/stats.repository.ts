import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { TICKET_PRIORITIES } from '../vocabulary/ticket-priority.ts';
import { TICKET_STATUSES } from '../vocabulary/ticket-status.ts';
import type { Stats } from './stats.ts';

const DAYS = 30;

/** All figures in one statement, so that they belong to the same moment. */
const STATS = `
  WITH today AS (SELECT (now() AT TIME ZONE 'UTC')::date AS date),
  counts AS (
    SELECT status, category, priority, count(*)::int AS count FROM tickets WHERE deleted_at IS NULL
    GROUP BY status, category, priority
  ),
  total AS (SELECT coalesce(sum(counts.count), 0)::int AS count FROM counts),
  first AS (SELECT (min(created_at) AT TIME ZONE 'UTC')::date AS date FROM tickets WHERE deleted_at IS NULL),
  days AS (
    SELECT day::date AS date, day AT TIME ZONE 'UTC' AS begins, (day + interval '1 day') AT TIME ZONE 'UTC' AS ends
    FROM today, generate_series((today.date - ($1::int - 1))::timestamp, today.date::timestamp, interval '1 day') AS day
  )
  SELECT
    total.count AS total,
    coalesce(round(total.count::numeric / (today.date - first.date + 1), 1), 0)::float8 AS "averagePerDay",
    (SELECT json_object_agg(value, coalesce(n, 0) ORDER BY position)
     FROM unnest($2::text[]) WITH ORDINALITY AS choice (value, position)
     LEFT JOIN (SELECT status, sum(count)::int AS n FROM counts GROUP BY status) AS c ON c.status = value) AS status,
    (SELECT json_object_agg(value, coalesce(n, 0) ORDER BY position)
     FROM unnest($3::text[]) WITH ORDINALITY AS choice (value, position)
     LEFT JOIN (SELECT priority, sum(count)::int AS n FROM counts GROUP BY priority) AS c ON c.priority = value) AS priority,
    (SELECT coalesce(json_object_agg(key, coalesce(n, 0) ORDER BY position, key), '{}')
     FROM categories LEFT JOIN (SELECT category, sum(count)::int AS n FROM counts GROUP BY category) AS c ON c.category = key
     WHERE merged_into IS NULL OR n > 0) AS category,
    (SELECT json_agg(json_build_object('date', date, 'count',
       (SELECT count(*) FROM tickets WHERE deleted_at IS NULL AND created_at >= begins AND created_at < ends)) ORDER BY date) FROM days
    ) AS "createdPerDay",
    (SELECT json_agg(json_build_object('date', date, 'count',
       (SELECT count(*) FROM tickets WHERE deleted_at IS NULL AND resolved_at >= begins AND resolved_at < ends)) ORDER BY date) FROM days
    ) AS "resolvedPerDay"
  FROM today, total, first`;

@Injectable()
export class StatsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The figures at this moment; days are UTC days. */
  async read(): Promise<Stats> {
    const rows: Stats[] = await this.dataSource.query(STATS, [DAYS, TICKET_STATUSES, TICKET_PRIORITIES]);
    const [stats] = rows;
    if (!stats) throw new Error('The database returned no figures');
    return stats;
  }
}
