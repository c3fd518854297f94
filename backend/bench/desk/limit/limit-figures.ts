import { daysBetween, lastDays, timeZoneName } from '../../../src/common/local-days.ts';
import { TICKET_PRIORITIES } from '../../../src/vocabulary/ticket-priority.ts';
import { TICKET_STATUSES } from '../../../src/vocabulary/ticket-status.ts';
import type { LimitDatabase, Prepared } from './limit-database.ts';

const DAYS = 30;

/** How many there are of each value, from counts by three fields. */
const ofEach = (field: string, values: string, condition = 'true'): string =>
  `(SELECT json_object_agg(value, coalesce(n, 0) ORDER BY place) FROM (${values}) AS choice (value, place)
    LEFT JOIN (SELECT ${field}, sum(n)::int AS n FROM counts WHERE ${condition} GROUP BY ${field}) AS c ON c.${field} = value)`;
const listed = (values: readonly string[]): string =>
  `VALUES ${values.map((value, place) => `('${value}', ${place})`).join(', ')}`;
const PRIORITIES = listed(TICKET_PRIORITIES);
const STATUSES = listed(TICKET_STATUSES);
const CATEGORIES = `SELECT key, position FROM categories WHERE merged_into IS NULL`;
const UNRESOLVED = `status IN ('open', 'in_progress')`;
const onEachDay = (time: string): string =>
  `(SELECT json_agg(json_build_object('date', date, 'count', coalesce(n, 0)) ORDER BY place)
    FROM unnest($3::text[]) WITH ORDINALITY AS day (date, place)
    LEFT JOIN (SELECT width_bucket(${time}, $1::timestamptz[]) AS place, count(*) AS n FROM tickets
      WHERE deleted_at IS NULL AND ${time} >= ($1::timestamptz[])[1] AND ${time} < ($2::timestamptz[])[cardinality($2::timestamptz[])]
      GROUP BY 1) AS counted USING (place))`;

/** All figures by reading what they are about, as a server does that keeps none. */
const FIGURES: Prepared = {
  name: 'figures',
  text: `
  WITH counts AS (
    SELECT status, category, priority, count(*) AS n FROM tickets WHERE deleted_at IS NULL GROUP BY 1, 2, 3
  )
  SELECT (SELECT sum(n)::int FROM counts) AS total_tickets,
    (SELECT count(*)::int FROM tickets WHERE deleted_at IS NULL AND coalesce(assignee, 0) = 0 AND ${UNRESOLVED})
      AS unassigned_tickets,
    (SELECT count(*)::int FROM tickets WHERE deleted_at IS NULL AND triage = 'pending') AS pending_tickets,
    ${ofEach('priority', PRIORITIES)} AS priority_breakdown,
    ${ofEach('category', CATEGORIES)} AS category_breakdown,
    ${ofEach('priority', PRIORITIES, UNRESOLVED)} AS unresolved_priority_breakdown,
    ${ofEach('category', CATEGORIES, UNRESOLVED)} AS unresolved_category_breakdown,
    ${ofEach('status', STATUSES)} AS status_breakdown,
    ${onEachDay('created_at')} AS created_per_day,
    ${onEachDay('resolved_at')} AS resolved_per_day,
    (SELECT min(created_at) FROM tickets WHERE deleted_at IS NULL) AS first`,
};

interface Figures {
  readonly total_tickets: number;
  readonly status_breakdown: Readonly<Record<string, number>>;
  readonly first: Date;
}

/** Figures of the limit. */
export class LimitFigures {
  readonly #database: LimitDatabase;

  constructor(database: LimitDatabase) {
    this.#database = database;
  }

  async read(timeZone: string): Promise<object> {
    const asOf = new Date();
    const { bounds, dates } = lastDays(DAYS, asOf, timeZone);
    const values = [bounds.slice(0, -1), bounds.slice(1), dates];
    const {
      first,
      total_tickets: total,
      status_breakdown: statuses,
      ...figures
    } = await this.#database.row<Figures>(FIGURES, values);
    const open = statuses['open'] ?? 0;
    return {
      ...{ as_of: asOf, time_zone: timeZoneName(timeZone), total_tickets: total, open_tickets: open },
      unresolved_tickets: open + (statuses['in_progress'] ?? 0),
      avg_tickets_per_day: Math.round((total * 10) / daysBetween(first, asOf, timeZone)) / 10,
      ...{ ...figures, status_breakdown: statuses },
    };
  }
}
