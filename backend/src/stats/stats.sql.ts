import { counted, summed } from '../tickets/ticket-counts.sql.ts';

/** How many of the counted tickets have each of the values in a parameter. */
function ofEach(field: 'status' | 'priority', values: string, among: string): string {
  return `(SELECT json_object_agg(value, coalesce(n, 0) ORDER BY position)
     FROM unnest(${values}::text[]) WITH ORDINALITY AS choice (value, position)
     LEFT JOIN (SELECT ${field}, sum(tickets)::int AS n FROM ${among} GROUP BY ${field}) AS c ON c.${field} = value)`;
}

/** How many of the counted tickets are in each category; of merged ones only those with tickets. */
function ofEachCategory(among: string): string {
  return `(SELECT coalesce(json_object_agg(key, coalesce(n, 0) ORDER BY position, key), '{}')
     FROM categories LEFT JOIN (SELECT category, sum(tickets)::int AS n FROM ${among} GROUP BY category) AS c ON c.category = key
     WHERE merged_into IS NULL OR n > 0)`;
}

/** What changed since days were added up, by the days between the bounds. */
function sinceOn(quarter: 'created_quarter' | 'resolved_quarter'): string {
  return `(SELECT width_bucket(${quarter}, $1::int[]) AS position, sum(tickets) AS tickets
      FROM ticket_count_changes GROUP BY 1)`;
}

/**
 * All figures in one statement, so that they belong to the same moment: from the counts that are kept and what changed since
 * they were added up. What is only filled in is no figure of a category or priority.
 */
export const COUNTS = `
  WITH cells AS MATERIALIZED (
    SELECT status, category, priority, pending, sum(tickets)::int AS tickets
    FROM ${counted('status, category, priority, pending, tickets', [])} AS cells
    GROUP BY status, category, priority, pending
  ),
  sorted AS (SELECT * FROM cells WHERE NOT pending),
  unresolved AS (SELECT * FROM sorted WHERE status = ANY ($4::text[])),
  days AS (
    SELECT n, created, resolved,
      coalesce(sum(created[96]) OVER before, 0) AS created_before, coalesce(sum(resolved[96]) OVER before, 0) AS resolved_before
    FROM generate_series(($1::int[])[1] / 96, ($1::int[])[cardinality($1)] / 96) AS n
      LEFT JOIN (SELECT day - date '1970-01-01' AS n, created, resolved FROM ticket_days
        WHERE day >= date '1970-01-01' + ($1::int[])[1] / 96 AND day <= date '1970-01-01' + ($1::int[])[cardinality($1)] / 96
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
  )
  SELECT
    (SELECT ${summed()} FROM cells) AS total,
    (SELECT min(created_at) FROM tickets WHERE deleted_at IS NULL) AS first,
    (SELECT ${summed()} FROM ${counted('tickets', ['status = ANY ($4::text[])'], '= 0')} AS cells) AS unassigned,
    ${ofEach('status', '$2', 'cells')} AS status,
    (SELECT ${summed()} FROM cells WHERE pending) AS pending,
    ${ofEach('priority', '$3', 'sorted')} AS priority,
    ${ofEachCategory('sorted')} AS category,
    ${ofEach('priority', '$3', 'unresolved')} AS "unresolvedPriority",
    ${ofEachCategory('unresolved')} AS "unresolvedCategory",
    (SELECT json_agg(created ORDER BY position) FROM spans WHERE created IS NOT NULL) AS created,
    (SELECT json_agg(resolved ORDER BY position) FROM spans WHERE resolved IS NOT NULL) AS resolved`;
