import type { KeysetPosition } from '../common/http/keyset-cursor.ts';
import { type SplitFilter, type TicketFilter, splitFilter } from './domain/ticket-filter.ts';
import type { SearchTerm, TicketSearch } from './domain/ticket-search.ts';
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

export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
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
const FENCE = 'OFFSET 0';
const COLUMNS = TICKET_COLUMNS.replace(/\w+/g, 't.$&');

/** The first tickets that pass the filter. */
export function filteredSlice(slice: TicketSlice): Statement {
  const parameters = new Parameters();
  return parameters.statement(
    `SELECT ${COLUMNS} FROM (${first(slice, slice.limit, parameters)}) AS t ${inOrder(slice)}`,
  );
}

/** The tickets found by a search among the `depth` first that pass the filter. */
export function searchedFirst(slice: TicketSlice, terms: readonly SearchTerm[], depth: number): Statement {
  const parameters = new Parameters();
  const found = `SELECT ${COLUMNS} FROM (${first(slice, depth, parameters)}) AS t
    JOIN ticket_search AS s ON s.ticket_id = t.id WHERE ${hasWords(terms, parameters)} ${FENCE}`;
  return parameters.statement(`
    SELECT ${COLUMNS} FROM (${found}) AS t ${where(readsLiterally(terms, parameters))}
    ${inOrder(slice)} LIMIT ${parameters.add(slice.limit)}`);
}

/** The tickets found by a search, through the text index. */
export function searchedAll(slice: TicketSlice, terms: readonly SearchTerm[]): Statement {
  const parameters = new Parameters();
  const found = hits(terms, parameters);
  const conditions = [
    ...passes(slice.filter, parameters),
    ...comesAfter(slice, parameters),
    ...readsLiterally(terms, parameters),
  ];
  return parameters.statement(`
    SELECT ${COLUMNS} FROM ${found} ${where(conditions)} ${inOrder(slice)} LIMIT ${parameters.add(slice.limit)}`);
}

/** The ticket of this number, if it passes the filter. */
export function numbered(slice: TicketSlice, id: number): Statement {
  const parameters = new Parameters();
  const conditions = [
    `t.id = ${parameters.add(id)}`,
    ...passes(slice.filter, parameters),
    ...comesAfter(slice, parameters),
  ];
  return parameters.statement(`SELECT ${COLUMNS} FROM tickets AS t WHERE ${conditions.join(' AND ')}`);
}

/** How many tickets match; counting stops at `limit`. */
export function counted(query: TicketQuery, limit: number): Statement {
  const parameters = new Parameters();
  return parameters.statement(`SELECT count(*)::int AS count FROM (${matches(query, limit, parameters)}) AS matches`);
}

/** The numbers of all tickets that match, in no order. Further parameters may follow those of the statement. */
export function allMatching({ filter, search }: TicketQuery): Statement {
  const parameters = new Parameters();
  if (search !== null && !('id' in search)) {
    const conditions = [...passes(filter, parameters), ...readsLiterally(search.terms, parameters)];
    return parameters.statement(`SELECT t.id FROM ${hits(search.terms, parameters)} ${where(conditions)}`);
  }
  const numbered = search === null ? [] : [`t.id = ${parameters.add(search.id)}`];
  return parameters.statement(`SELECT t.id FROM tickets AS t ${where([...numbered, ...passes(filter, parameters)])}`);
}

function matches({ filter, categories, search }: TicketQuery, limit: number, parameters: Parameters): string {
  if (search === null) {
    const ofCell = (conditions: string) => `SELECT 1 FROM tickets AS t ${conditions} LIMIT ${parameters.add(limit)}`;
    const split = splitFilter(filter, { by: 'createdAt' }, categories);
    return `${perCell(split, [], ofCell, parameters)} LIMIT ${parameters.add(limit)}`;
  }
  if ('id' in search) {
    const conditions = [`t.id = ${parameters.add(search.id)}`, ...passes(filter, parameters)];
    return `SELECT 1 FROM tickets AS t WHERE ${conditions.join(' AND ')}`;
  }
  const found = filter.id ? given(filter, search.terms, parameters) : hits(search.terms, parameters);
  const conditions = [...(filter.id ? [] : passes(filter, parameters)), ...readsLiterally(search.terms, parameters)];
  return `SELECT 1 FROM ${found} ${where(conditions)} LIMIT ${parameters.add(limit)}`;
}

/** The `depth` first tickets that pass the filter, merged from its cells. */
function first(slice: TicketSlice, depth: number, parameters: Parameters): string {
  const ofCell = (conditions: string) =>
    `SELECT ${COLUMNS} FROM tickets AS t ${conditions} ${inOrder(slice)} LIMIT ${parameters.add(depth)}`;
  const split = splitFilter(slice.filter, slice.order, slice.categories);
  const merged = perCell(split, comesAfter(slice, parameters), ofCell, parameters);
  return `${merged} ${inOrder(slice)} LIMIT ${parameters.add(depth)}`;
}

/** One look into the fitting index for each cell, whatever the number of cells. */
function perCell(
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

/** The tickets whose words match, found through the text index before anything else is looked at. */
function hits(terms: readonly SearchTerm[], parameters: Parameters): string {
  return `(SELECT ticket_id FROM ticket_search AS s WHERE ${hasWords(terms, parameters)} ${FENCE}) AS s
    JOIN tickets AS t ON t.id = s.ticket_id`;
}

/** Of tickets given by number, those that pass the filter and whose words match. */
function given(filter: TicketFilter, terms: readonly SearchTerm[], parameters: Parameters): string {
  const tickets = `SELECT * FROM tickets AS t ${where(passes(filter, parameters))} ${FENCE}`;
  return `(SELECT t.* FROM (${tickets}) AS t JOIN ticket_search AS s ON s.ticket_id = t.id
    WHERE ${hasWords(terms, parameters)} ${FENCE}) AS t`;
}

function hasWords(terms: readonly SearchTerm[], parameters: Parameters): string {
  const queries = terms.map(
    ({ text, finished }) => `search_query(${parameters.add(text)}, ${parameters.add(finished)})`,
  );
  return `s.document @@ (${queries.join(' && ')})`;
}

/** The index knows words alone: whether a phrase or a sign stands there as typed is for the text to say. */
function readsLiterally(terms: readonly SearchTerm[], parameters: Parameters): string[] {
  return terms
    .filter(({ text, finished }) => finished || /[^\p{L}\p{N}]/u.test(text))
    .map(({ text }) => {
      const folded = `search_fold(${parameters.add(text)})`;
      return `(strpos(search_fold(t.title), ${folded}) > 0 OR strpos(search_fold(t.description), ${folded}) > 0)`;
    });
}

/** What is deleted passes no filter; the indexes know the others alone. */
function passes(filter: TicketFilter, parameters: Parameters): string[] {
  const conditions = FIELDS.flatMap((field) => {
    const values = filter[field]?.map((value) => value ?? 0);
    return values ? [`${VALUES[field]} = ANY (${parameters.add(values)}::${TYPES[field]}[])`] : [];
  });
  const given = filter.id ? [`t.id = ANY (${parameters.add(filter.id)}::bigint[])`] : [];
  return ['t.deleted_at IS NULL', ...given, ...conditions];
}

function inOrder({ order: { by, descending } }: TicketSlice): string {
  const direction = descending ? 'DESC' : 'ASC';
  return `ORDER BY ${TIMES[by]} ${direction}, t.id ${direction}`;
}

function comesAfter({ after, order: { by, descending } }: TicketSlice, parameters: Parameters): string[] {
  if (!after) return [];
  return [
    `(${TIMES[by]}, t.id) ${descending ? '<' : '>'} (${parameters.add(after.createdAt)}::timestamptz, ${parameters.add(after.id)}::bigint)`,
  ];
}

function where(conditions: readonly string[]): string {
  return conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
}

/** Collects values while a statement is written, so that none of them ever becomes part of its text. */
class Parameters {
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
