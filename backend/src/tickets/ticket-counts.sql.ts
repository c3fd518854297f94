import { where } from './ticket-slice.sql.ts';

/** In `ticket_counts`: the tickets of all people, and of nobody, together. */
const EVERYBODY = '= -1';

/**
 * Rows whose `tickets` add up to how many tickets there are that are not deleted: those that were added up before, and what
 * changed since. In one statement both are of the same moment, so the sums are exact. Columns are `assignee` (0 is nobody),
 * `status`, `category`, `priority` and `pending`.
 *
 * @param whose a condition on the assignee without its left side; all tickets without one.
 */
export function counted(columns: string, conditions: readonly string[], whose?: string): string {
  const ofAll = where([`assignee ${whose ?? EVERYBODY}`, ...conditions]);
  const since = where([...(whose === undefined ? [] : [`assignee ${whose}`]), ...conditions]);
  return `(SELECT ${columns} FROM ticket_counts ${ofAll} UNION ALL SELECT ${columns} FROM ticket_count_changes ${since})`;
}

/** How many tickets such rows stand for together, or those of them that a condition holds for. */
export function summed(condition?: string): string {
  return `coalesce(sum(tickets)${condition === undefined ? '' : ` FILTER (WHERE ${condition})`}, 0)::int`;
}
