import { TICKET_STATUSES } from '../../../src/vocabulary/ticket-status.ts';
import { queryOf, TICKET_VIEW_NAMES, type TicketView } from '../../../src/tickets/domain/ticket-view.ts';
import type { LimitDatabase, Prepared } from './limit-database.ts';

/**
 * How many tickets there are of each kind, in small tables that are filled once when the limit starts and that nobody keeps:
 * no product could count for less.
 */
const FILL = `
  DROP TABLE IF EXISTS limit_counts, limit_assignees;
  CREATE UNLOGGED TABLE limit_counts AS
    SELECT status, category, priority, triage IS NOT NULL AS pending, count(*)::int AS n
    FROM tickets WHERE deleted_at IS NULL GROUP BY 1, 2, 3, 4;
  CREATE UNLOGGED TABLE limit_assignees AS
    SELECT coalesce(assignee, 0) AS assignee, count(*)::int AS n
    FROM tickets WHERE deleted_at IS NULL AND resolved_at IS NULL GROUP BY 1;
  ANALYZE limit_counts, limit_assignees`;

const COUNT: Prepared = {
  name: 'count',
  text: `SELECT coalesce(sum(n), 0)::int AS count FROM limit_counts
    WHERE status = ANY ($1) AND ($2::text IS NULL OR category = $2) AND ($3::text IS NULL OR priority = $3)
      AND (NOT pending OR $2 IS NULL AND $3 IS NULL)`,
};

const VIEWS: Prepared = {
  name: 'views',
  text: `SELECT coalesce(sum(n) FILTER (WHERE status IN ('open', 'in_progress')), 0)::int AS unresolved,
      coalesce(sum(n), 0)::int AS all, coalesce(sum(n) FILTER (WHERE pending), 0)::int AS pending,
      coalesce((SELECT n FROM limit_assignees WHERE assignee = $1), 0) AS mine,
      coalesce((SELECT n FROM limit_assignees WHERE assignee = 0), 0) AS unassigned
    FROM limit_counts`,
};

type ViewCounts = Readonly<Record<TicketView | 'pending', number>>;

/** Counts of the limit. */
export class LimitCounts {
  readonly #database: LimitDatabase;

  constructor(database: LimitDatabase) {
    this.#database = database;
  }

  async fill(): Promise<void> {
    await this.#database.run(FILL);
  }

  async of(filter: {
    readonly status?: readonly string[];
    readonly category?: string;
    readonly priority?: string;
  }): Promise<number> {
    const { status = TICKET_STATUSES, category = null, priority = null } = filter;
    return (await this.#database.row<{ count: number }>(COUNT, [status, category, priority])).count;
  }

  /** @param reader whose tickets are "mine". */
  async views(reader: number): Promise<object> {
    const counts = await this.#database.row<ViewCounts>(VIEWS, [reader]);
    const results = TICKET_VIEW_NAMES.map((name) => ({ name, query: queryOf(name), count: counts[name] }));
    return { results, pending: counts.pending };
  }
}
