import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { TICKET_PRIORITIES } from '../vocabulary/ticket-priority.ts';
import { TICKET_STATUSES, UNRESOLVED_STATUSES } from '../vocabulary/ticket-status.ts';
import type { StatsCounts } from './stats.ts';

/** How many of the counted tickets have each of the values in a parameter. */
function ofEach(field: 'status' | 'priority', values: string, counted = 'counts'): string {
  return `(SELECT json_object_agg(value, coalesce(n, 0) ORDER BY position)
     FROM unnest(${values}::text[]) WITH ORDINALITY AS choice (value, position)
     LEFT JOIN (SELECT ${field}, sum(count)::int AS n FROM ${counted} GROUP BY ${field}) AS c ON c.${field} = value)`;
}

/** How many of the counted tickets are in each category; of merged ones only those with tickets. */
function ofEachCategory(counted: string): string {
  return `(SELECT coalesce(json_object_agg(key, coalesce(n, 0) ORDER BY position, key), '{}')
     FROM categories LEFT JOIN (SELECT category, sum(count)::int AS n FROM ${counted} GROUP BY category) AS c ON c.category = key
     WHERE merged_into IS NULL OR n > 0)`;
}

/** On how many tickets a time fell on each of the days. */
function onEachDay(time: 'created_at' | 'resolved_at'): string {
  return `(SELECT json_agg(
     (SELECT count(*) FROM tickets WHERE deleted_at IS NULL AND ${time} >= begins AND ${time} < ends) ORDER BY position)
     FROM days WHERE ends IS NOT NULL)`;
}

/** All figures in one statement, so that they belong to the same moment. */
const COUNTS = `
  WITH counts AS (
    SELECT status, category, priority, count(*)::int AS count FROM tickets WHERE deleted_at IS NULL
    GROUP BY status, category, priority
  ),
  pending AS (
    SELECT status, category, priority, count(*)::int AS count FROM tickets
    WHERE triage = 'pending' AND deleted_at IS NULL GROUP BY status, category, priority
  ),
  -- What is only filled in is no figure of a category or priority; taken off, so that an index alone is read.
  sorted AS (SELECT * FROM counts UNION ALL SELECT status, category, priority, -count FROM pending),
  unresolved AS (SELECT * FROM sorted WHERE status = ANY ($4::text[])),
  days AS (
    SELECT position, begins, lead(begins) OVER (ORDER BY position) AS ends
    FROM unnest($1::timestamptz[]) WITH ORDINALITY AS bound (begins, position)
  )
  SELECT
    (SELECT coalesce(sum(count), 0)::int FROM counts) AS total,
    (SELECT min(created_at) FROM tickets WHERE deleted_at IS NULL) AS first,
    (SELECT count(*)::int FROM tickets
     WHERE deleted_at IS NULL AND coalesce(assignee, 0) = 0 AND status = ANY ($4::text[])) AS unassigned,
    ${ofEach('status', '$2')} AS status,
    (SELECT coalesce(sum(count), 0)::int FROM pending) AS pending,
    ${ofEach('priority', '$3', 'sorted')} AS priority,
    ${ofEachCategory('sorted')} AS category,
    ${ofEach('priority', '$3', 'unresolved')} AS "unresolvedPriority",
    ${ofEachCategory('unresolved')} AS "unresolvedCategory",
    ${onEachDay('created_at')} AS created,
    ${onEachDay('resolved_at')} AS resolved`;

@Injectable()
export class StatsRepository {
  constructor(private readonly dataSource: DataSource) {}

  /** The figures at this moment; `bounds` are the beginnings of days that follow one another, and the end of the last. */
  async count(bounds: readonly Date[]): Promise<StatsCounts> {
    const rows: StatsCounts[] = await this.dataSource.query(COUNTS, [
      bounds,
      TICKET_STATUSES,
      TICKET_PRIORITIES,
      UNRESOLVED_STATUSES,
    ]);
    const [counts] = rows;
    if (!counts) throw new Error('The database returned no figures');
    return counts;
  }
}
