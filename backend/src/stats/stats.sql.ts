import { counted, summed } from '../tickets/ticket-counts.sql.ts';

/** What changed since days were added up, by the days between the bounds. */
function sinceOn(quarter: 'created_quarter' | 'resolved_quarter'): string {
  return `(SELECT width_bucket(${quarter}, $1::int[]) AS position, sum(tickets)::int AS tickets
      FROM ticket_count_changes GROUP BY 1)`;
}

/**
 * All figures in one statement, so that they belong to the same moment: from the counts that are kept and what changed since
 * they were added up. $1 are the bounds of days in quarters of an hour, $2 the unresolved statuses, $3 the days in UTC in which
 * the bounds are. Tickets are counted by each field apart.
 */
export const COUNTS = `
  WITH days AS (
    SELECT n, created, resolved,
      coalesce(sum(created[96]) OVER before, 0) AS created_before, coalesce(sum(resolved[96]) OVER before, 0) AS resolved_before
    FROM unnest($3::int[]) AS n
      LEFT JOIN (SELECT day - date '1970-01-01' AS n, created, resolved FROM ticket_days
        WHERE day >= date '1970-01-01' + ($3::int[])[1] AND day <= date '1970-01-01' + ($3::int[])[cardinality($3)]
      ) AS kept USING (n)
    WINDOW before AS (ORDER BY n ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
  ),
  upto AS (
    SELECT position, created_before + coalesce(created[quarter % 96], 0) AS created,
      resolved_before + coalesce(resolved[quarter % 96], 0) AS resolved
    FROM unnest($1::int[]) WITH ORDINALITY AS bound (quarter, position) JOIN days ON n = quarter / 96
  ),
  spans AS (
    SELECT position, lead(created) OVER (ORDER BY position) - created + coalesce(came.tickets, 0) AS created,
      lead(resolved) OVER (ORDER BY position) - resolved + coalesce(went.tickets, 0) AS resolved
    FROM upto LEFT JOIN ${sinceOn('created_quarter')} AS came USING (position)
      LEFT JOIN ${sinceOn('resolved_quarter')} AS went USING (position)
  ),
  cells AS (
    SELECT status, category, priority, pending, status = ANY ($2::text[]) AS unresolved, sum(tickets)::int AS tickets
    FROM ${counted('status, category, priority, pending, tickets', [])} AS cells
    GROUP BY GROUPING SETS ((status, pending), (category, pending, status = ANY ($2::text[])), (priority, pending, status = ANY ($2::text[])))
  )
  SELECT
    (SELECT min(created_at) FROM tickets WHERE deleted_at IS NULL) AS first,
    (SELECT ${summed()} FROM ${counted('tickets', ['status = ANY ($2::text[])'], '= 0')} AS cells) AS unassigned,
    (SELECT json_agg(json_build_array(key, merged_into IS NOT NULL) ORDER BY position, key) FROM categories) AS categories,
    (SELECT coalesce(json_agg(cells), '[]') FROM cells) AS cells,
    days.created, days.resolved
  FROM (SELECT json_agg(created ORDER BY position) FILTER (WHERE created IS NOT NULL) AS created,
      json_agg(resolved ORDER BY position) FILTER (WHERE resolved IS NOT NULL) AS resolved FROM spans) AS days`;
