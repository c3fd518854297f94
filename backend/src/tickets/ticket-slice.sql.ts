import type { KeysetPosition } from '../common/http/keyset-cursor.ts';
import type { Statement } from '../database/abortable-reads.ts';
import { type SplitFilter, type TicketFilter, splitFilter } from './domain/ticket-filter.ts';
import type { TicketSearch } from './domain/ticket-search.ts';
import type { TicketOrder } from './domain/ticket-sort.ts';
import { TICKET_COLUMNS } from './ticket-row.ts';

/** Which tickets a list is about. `categories` are all keys there are, for spelling out a filter. */
export interface TicketQuery {
  readonly filter: TicketFilter;
  readonly categories: readonly string[];
  readonly search: TicketSearch | null;
}

/** Which part of the list: at most `limit` tickets that come after a position. */
export interface TicketSlice extends TicketQuery {
  readonly order: TicketOrder;
  readonly after: KeysetPosition | null;
  readonly limit: number;
}

const FIELDS = ['status', 'category', 'priority', 'assignee'] as const;
const TYPES = { status: 'text', category: 'text', priority: 'text', assignee: 'bigint' } as const;
/** As the indexes have it: nobody is 0. */
const VALUES = {
  status: 't.status',
  category: 't.category',
  priority: 't.priority',
  assignee: 'coalesce(t.assignee, 0)',
};
const TIMES = { createdAt: 't.created_at', updatedAt: 't.updated_at' } as const;
/** Keeps what is inside a subquery from being mixed with what is outside, where it would cost more. */
export const FENCE = 'OFFSET 0';
export const COLUMNS = TICKET_COLUMNS.replace(/\w+/g, 't.$&');

/** The `depth` first tickets that pass the filter, merged from its cells. */
export function first(slice: TicketSlice, depth: number, parameters: Parameters, columns = COLUMNS): string {
  const ofCell = (conditions: string) =>
    `SELECT ${columns} FROM tickets AS t ${conditions} ${inOrder(slice)} LIMIT ${parameters.add(depth)}`;
  const split = splitFilter(slice.filter, slice.order, slice.categories);
  const merged = perCell(split, comesAfter(slice, parameters), ofCell, parameters);
  return `${merged} ${inOrder(slice)} LIMIT ${parameters.add(depth)}`;
}

/** One look into the fitting index for each cell, whatever the number of cells. */
export function perCell(
  { cells, rest }: SplitFilter,
  following: readonly string[],
  ofCell: (conditions: string) => string,
  parameters: Parameters,
): string {
  const fields = FIELDS.filter((field) => cells.some((cell) => field in cell));
  const conditions = [...passes(rest, parameters), ...following];
  if (fields.length === 0) return `SELECT t.* FROM (${ofCell(where(conditions))}) AS t`;
  const arrays = fields.map((field) => `${parameters.add(cells.map((cell) => cell[field] ?? 0))}::${TYPES[field]}[]`);
  const equal = fields.map((field) => `${VALUES[field]} = cell.${field}`);
  return `SELECT t.* FROM unnest(${arrays.join(', ')}) AS cell (${fields.join(', ')})
    CROSS JOIN LATERAL (${ofCell(where([...equal, ...conditions]))}) AS t`;
}

/** What a ticket must have: it is not deleted, and it passes the filter. */
export function passes(filter: TicketFilter, parameters: Parameters): string[] {
  const conditions = FIELDS.flatMap((field) => {
    const values = filter[field]?.map((value) => value ?? 0);
    return values ? [`${VALUES[field]} = ANY (${parameters.add(values)}::${TYPES[field]}[])`] : [];
  });
  const given = filter.id ? [`t.id = ANY (${parameters.add(filter.id)}::bigint[])`] : [];
  return ['t.deleted_at IS NULL', ...given, ...conditions];
}

export function inOrder({ order: { by, descending } }: TicketSlice): string {
  const direction = descending ? 'DESC' : 'ASC';
  return `ORDER BY ${TIMES[by]} ${direction}, t.id ${direction}`;
}

export function comesAfter({ after, order: { by, descending } }: TicketSlice, parameters: Parameters): string[] {
  if (!after) return [];
  return [
    `(${TIMES[by]}, t.id) ${descending ? '<' : '>'} (${parameters.add(after.createdAt)}::timestamptz, ${parameters.add(after.id)}::bigint)`,
  ];
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
