import { decodeTicketCursor, encodeTicketCursor } from '../../../src/tickets/domain/ticket-cursor.ts';
import { TICKET_COLUMNS } from '../../../src/tickets/ticket-row.ts';
import { TICKET_PRIORITIES, type TicketPriority } from '../../../src/vocabulary/ticket-priority.ts';
import type { TicketSort } from '../../../src/tickets/domain/ticket-sort.ts';
import type { LimitCounts } from './limit-counts.ts';
import type { LimitDatabase, Prepared } from './limit-database.ts';
import type { LimitSearches } from './limit-searches.ts';

const PAGE_SIZE = 20;
const NEWEST_FIRST = `ORDER BY created_at DESC, id DESC LIMIT ${PAGE_SIZE + 1}`;
const ALL = `SELECT ${TICKET_COLUMNS} FROM tickets WHERE deleted_at IS NULL`;
/** Parts in their order, of which no more is read than the page takes. */
const BY_URGENCY = TICKET_PRIORITIES.toReversed().map(
  (priority) =>
    `(${ALL} AND resolved_at IS NULL AND priority = '${priority}' ORDER BY created_at, id LIMIT ${PAGE_SIZE + 1})`,
);

const NEWEST: Prepared = { name: 'newest', text: `${ALL} ${NEWEST_FIRST}` };
const AFTER: Prepared = { name: 'after', text: `${ALL} AND (created_at, id) < ($1, $2) ${NEWEST_FIRST}` };
const URGENT: Prepared = {
  name: 'urgent',
  text: `SELECT * FROM (${BY_URGENCY.join(' UNION ALL ')}) AS parts LIMIT ${PAGE_SIZE + 1}`,
};
const FILTERED: Prepared = {
  name: 'filtered',
  text: `${ALL} AND status = $1 AND category = $2 AND priority = $3 AND triage IS NULL ${NEWEST_FIRST}`,
};

/** A ticket as the wire has it; columns have the same names. */
export interface LimitTicket {
  readonly id: number;
  readonly created_at: Date;
  readonly updated_at: Date;
  readonly priority: TicketPriority;
}

/** What the bench asks of a list. */
export type ListQuery = Readonly<
  Partial<Record<'status' | 'category' | 'priority' | 'search' | 'cursor' | 'sort', string>>
>;

/** Lists of the limit. */
export class LimitLists {
  readonly #database: LimitDatabase;
  readonly #counts: LimitCounts;
  readonly #searches: LimitSearches;

  constructor(database: LimitDatabase, counts: LimitCounts, searches: LimitSearches) {
    this.#database = database;
    this.#counts = counts;
    this.#searches = searches;
  }

  async page(query: ListQuery): Promise<object> {
    const { search, status, category, priority } = query;
    if (search !== undefined) {
      const found = await this.#searches.find(search);
      const isAll = found.length <= PAGE_SIZE;
      return answer(found, { count: Math.min(found.length, PAGE_SIZE), count_exact: isAll }, 'newest');
    }
    const [rows, count] = await Promise.all([
      this.#rows(query),
      this.#counts.of({
        ...(status !== undefined && { status: status.split(',') }),
        ...(category !== undefined && { category }),
        ...(priority !== undefined && { priority }),
      }),
    ]);
    return answer(rows, { count, count_exact: true }, query.sort === 'most_urgent' ? 'most_urgent' : 'newest');
  }

  #rows({ status, category, priority, cursor, sort }: ListQuery): Promise<LimitTicket[]> {
    if (sort === 'most_urgent') return this.#database.rows(URGENT);
    if (category !== undefined) return this.#database.rows(FILTERED, [status, category, priority]);
    if (cursor === undefined) return this.#database.rows(NEWEST);
    const { createdAt, id } = decodeTicketCursor('newest', cursor).position;
    return this.#database.rows(AFTER, [createdAt, id]);
  }
}

function answer(
  rows: readonly LimitTicket[],
  counted: { readonly count: number; readonly count_exact: boolean },
  sort: TicketSort,
): object {
  const results = rows.slice(0, PAGE_SIZE);
  const last = rows.length > PAGE_SIZE ? results.at(-1) : undefined;
  const place = last && { ...last, createdAt: last.created_at, updatedAt: last.updated_at };
  return { results, ...counted, next_cursor: place ? encodeTicketCursor(sort, place) : null, previous_cursor: null };
}
