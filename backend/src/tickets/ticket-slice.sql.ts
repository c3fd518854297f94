import type { Statement } from '../database/statement.ts';
import { plannedEachTime } from '../database/planned-each-time.ts';
import { TICKET_PRIORITIES, type TicketPriority } from '../vocabulary/ticket-priority.ts';
import { TICKET_STATUSES, type TicketStatus } from '../vocabulary/ticket-status.ts';
import { type FilterCell, type SplitFilter, type TicketFilter, splitFilter } from './domain/ticket-filter.ts';
import { type TicketPosition, urgencyOf } from './domain/ticket-place.ts';
import type { TicketSearch } from './domain/ticket-search.ts';
import type { TicketOrder } from './domain/ticket-sort.ts';
import { TICKET_COLUMNS } from './ticket-row.ts';

/** Which tickets a list is about. `categories` are all keys there are, where the filter spells them out. */
export interface TicketQuery {
  readonly filter: TicketFilter;
  readonly categories: readonly string[];
  readonly search: TicketSearch | null;
}

/** Which part of the list: at most `limit` tickets that come after a position. */
export interface TicketSlice extends TicketQuery {
  readonly order: TicketOrder;
  readonly after: TicketPosition | null;
  readonly limit: number;
}

const FIELDS = ['status', 'category', 'priority', 'assignee'] as const;
const TYPES = {
  status: 'text',
  category: 'text',
  priority: 'text',
  assignee: 'bigint',
  after_at: 'timestamptz',
  after_id: 'bigint',
} as const;
const WORDS = new Set<string>([...TICKET_STATUSES, ...TICKET_PRIORITIES]);
const START = ['after_at', 'after_id'] as const;
/**
 * So many cells stand in the text one by one. For a list of them that is a parameter the planner expects ten: with fewer, a plan
 * for any number seems dearer to it than one for each list, and it would plan each time.
 */
const CELLS_IN_TEXT = 10;
/** As the indexes have it: nobody is 0. */
const VALUES = {
  status: 't.status',
  category: 't.category',
  priority: 't.priority',
  assignee: 'coalesce(t.assignee, 0)',
};
const TIMES = { createdAt: 't.created_at', updatedAt: 't.updated_at' } as const;
/** What waits has an index of its own; beside that, indexes that do not know of it serve the rest. */
const TRIAGE = {
  pending: `t.triage = 'pending'`,
  sorted: `t.id NOT IN (SELECT id FROM tickets WHERE triage = 'pending' AND deleted_at IS NULL)`,
};
/** In SQL how urgent a priority is: 1 for the most urgent, as `urgencyOf` counts. */
export function urgency(priority: string): string {
  return `array_position('{${TICKET_PRIORITIES.toReversed().join(',')}}'::text[], ${priority})`;
}
const URGENCY = urgency('t.priority');
/** Keeps what is inside a subquery from being mixed with what is outside, where it would cost more. */
export const FENCE = 'OFFSET 0';
export const COLUMNS = TICKET_COLUMNS.replace(/\w+/g, 't.$&');

/** The `depth` first tickets that pass the filter, merged from its cells. */
export function first(slice: TicketSlice, depth: number, parameters: Parameters, columns = COLUMNS): string {
  const split = splitFilter(slice.filter, slice.order, slice.categories);
  const { byUrgency = false, ...byTime } = slice.order;
  const isSplitByUrgency = byUrgency && split.cells.every(({ priority }) => priority);
  // A cell of one priority is in the order of time alone, which the planner would not know.
  const order = isSplitByUrgency ? byTime : slice.order;
  const ofCell = (conditions: string) =>
    `SELECT ${columns} FROM tickets AS t ${conditions} ${inOrder({ order })} LIMIT ${whole(depth)}`;
  if (!isSplitByUrgency) {
    return `${perCell(split, comesAfter(slice, parameters), ofCell, parameters)} ${inOrder(slice)} LIMIT ${whole(depth)}`;
  }
  const cells = slice.after ? goingOn(split.cells, slice) : split.cells;
  const following = slice.after ? [comesAfterIn(slice)] : [];
  const isInParts = new Set(cells.map(({ priority }) => priority)).size === cells.length;
  const ordered = isInParts ? byUrgencyIn(slice, cells) : cells;
  const merged = perCell({ ...split, cells: ordered }, following, ofCell, parameters);
  // Parts are read one after another, and parts with a limit never in parallel: those after the last row needed not at all.
  return `${merged} ${isInParts ? '' : inOrder(slice)} LIMIT ${whole(depth)}`;
}

/** Cells in the order in which a list by urgency has them. */
function byUrgencyIn({ order: { descending } }: TicketSlice, cells: readonly StartedCell[]): readonly StartedCell[] {
  const ascending = cells.toSorted(
    (one, other) => urgencyOf(one.priority ?? 'low') - urgencyOf(other.priority ?? 'low'),
  );
  return descending ? ascending.toReversed() : ascending;
}

/**
 * A statement that goes through the first tickets of a slice. What no index serves is looked for ticket by ticket: how long
 * that takes depends on the very values of the filter, for which it is then planned.
 */
export function plannedFor({ filter, order, categories }: Omit<TicketSlice, 'after' | 'limit'>, sql: string): string {
  const { rest } = splitFilter(filter, order, categories);
  const isSkewed = rest.category ?? rest.priority ?? rest.status ?? rest.assignee;
  return isSkewed ? plannedEachTime(sql) : sql;
}

/** A cell, and where in its own order it goes on. */
interface StartedCell extends FilterCell {
  readonly after_at?: Date | '-infinity' | 'infinity';
  readonly after_id?: number;
}

/**
 * In the order of urgency each cell is of one priority: those that came before are over, those that come later begin at
 * their beginning, so that an index leads to the place in each.
 */
function goingOn(cells: readonly FilterCell[], { after, order: { descending } }: TicketSlice): readonly StartedCell[] {
  if (!after?.priority) return cells;
  const reached = urgencyOf(after.priority);
  return cells.flatMap((cell) => {
    const further = (urgencyOf(cell.priority ?? after.priority ?? 'low') - reached) * (descending ? -1 : 1);
    if (further < 0) return [];
    if (further === 0) return { ...cell, after_at: after.createdAt, after_id: after.id };
    return { ...cell, after_at: descending ? ('infinity' as const) : ('-infinity' as const), after_id: 0 };
  });
}

function comesAfterIn({ order: { by, descending } }: TicketSlice): string {
  return `(${TIMES[by]}, t.id) ${descending ? '<' : '>'} (cell.after_at, cell.after_id)`;
}

/** One look into the fitting index for each cell, whatever the number of cells. */
function perCell(
  { cells, rest, unresolved }: SplitFilter<StartedCell>,
  following: readonly string[],
  ofCell: (conditions: string) => string,
  parameters: Parameters,
): string {
  // No cell is left when all of them are over.
  if (cells.length === 0) return `SELECT t.* FROM (${ofCell('WHERE false')}) AS t`;
  const named = (column: keyof StartedCell) => cells.some((cell) => column in cell);
  const fields = FIELDS.filter(named);
  // As the index over what is unresolved says it.
  const alive = unresolved ? ['t.resolved_at IS NULL'] : [];
  const conditions = [...passes(rest, parameters), ...alive, ...following];
  if (fields.length === 0) return `SELECT t.* FROM (${ofCell(where(conditions))}) AS t`;
  const columns = [...fields, ...START.filter(named)];
  const equal = fields.map((field) => `${VALUES[field]} = cell.${field}`);
  const one = ofCell(where([...equal, ...conditions]));
  const isOfCategories = fields.join() === 'category';
  if (isOfCategories || cells.length <= CELLS_IN_TEXT) {
    // Of words the planner knows how rare they are: it must not walk all tickets for a rare one.
    const each = cells.map((cell) =>
      one.replace(/\bcell\.(\w+)/g, (_, name: keyof StartedCell) => {
        if (name === 'status' || name === 'priority') return word(cell[name]);
        if (name === 'category' && isOfCategories && isKey(cell.category)) return `'${cell.category}'`;
        return `${parameters.add(cell[name] ?? 0)}::${TYPES[name]}`;
      }),
    );
    return `SELECT t.* FROM (${each.map((sql) => `(${sql})`).join(' UNION ALL ')}) AS t`;
  }
  const arrays = columns.map((name) => `${parameters.add(cells.map((cell) => cell[name] ?? 0))}::${TYPES[name]}[]`);
  return `SELECT t.* FROM unnest(${arrays.join(', ')}) AS cell (${columns.join(', ')})
    CROSS JOIN LATERAL (${one}) AS t`;
}

/**
 * A number as part of the text: a statement that is prepared is planned for it, and not for any number, which would have it
 * planned anew each time.
 */
export function whole(value: number): string {
  if (!Number.isSafeInteger(value) || value < 0) throw new Error('A limit is a whole number');
  return String(value);
}

/** A word of the desk's own as part of the text, so that a prepared statement knows how rare it is. */
export function word(value: TicketStatus | TicketPriority | undefined): string {
  if (value === undefined || !WORDS.has(value)) throw new Error('Only words of the desk stand in statements');
  return `'${value}'`;
}

/** Whether a value is made like the key of a category, which can be part of the text as well. */
function isKey(value: string | undefined): value is string {
  return value !== undefined && /^[a-z][a-z0-9_]*$/.test(value);
}

/** What a ticket must have: it is not deleted, and it passes the filter. */
export function passes(filter: TicketFilter, parameters: Parameters): string[] {
  const conditions = FIELDS.flatMap((field) => {
    const values = filter[field]?.map((value) => value ?? 0);
    return values ? [`${VALUES[field]} = ANY (${parameters.add(values)}::${TYPES[field]}[])`] : [];
  });
  const given = filter.id ? [`t.id = ANY (${parameters.add(filter.id)}::bigint[])`] : [];
  const triage = filter.triage ? [TRIAGE[filter.triage]] : [];
  return ['t.deleted_at IS NULL', ...given, ...conditions, ...triage];
}

export function inOrder({ order: { by, descending, byUrgency } }: Pick<TicketSlice, 'order'>): string {
  const direction = descending ? 'DESC' : 'ASC';
  const keys = [...(byUrgency ? [URGENCY] : []), TIMES[by], 't.id'];
  return `ORDER BY ${keys.map((key) => `${key} ${direction}`).join(', ')}`;
}

export function comesAfter({ after, order: { by, descending } }: TicketSlice, parameters: Parameters): string[] {
  if (!after) return [];
  const { priority, createdAt, id } = after;
  const keys = [...(priority ? [URGENCY] : []), TIMES[by], 't.id'];
  const values = [
    ...(priority ? [`${parameters.add(urgencyOf(priority))}::int`] : []),
    `${parameters.add(createdAt)}::timestamptz`,
    `${parameters.add(id)}::bigint`,
  ];
  return [`(${keys.join(', ')}) ${descending ? '<' : '>'} (${values.join(', ')})`];
}

export function where(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
}

/** Collects values while a statement is written, so that none of them ever becomes part of its text. */
export class Parameters {
  private readonly values: unknown[] = [];

  /** Adds a value and gives the placeholder that stands for it. */
  add(value: unknown): string {
    this.values.push(value);
    return `$${String(this.values.length)}`;
  }

  statement(sql: string): Statement {
    return { sql, parameters: this.values };
  }
}
