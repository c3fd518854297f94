import type { KeysetPosition } from '../common/http/keyset-cursor.ts';
import { type FilterCell, type TicketFilter, filterCells } from './domain/ticket-filter.ts';
import type { SearchTerm, TicketSearch } from './domain/ticket-search.ts';
import { TICKET_COLUMNS } from './ticket-row.ts';

/** Which tickets a list is about. `categories` are all keys there are, for spelling out a filter. */
export interface TicketQuery {
  readonly filter: TicketFilter;
  readonly categories: readonly string[];
  readonly search: TicketSearch | null;
}

/** Which part of the list: at most `limit` tickets that come after a position. */
export interface TicketSlice extends TicketQuery {
  readonly after: KeysetPosition | null;
  readonly limit: number;
}

export interface Statement {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

const NEWEST_FIRST = 'ORDER BY t.created_at DESC, t.id DESC';
/** Keeps what is inside a subquery from being mixed with what is outside, where it would cost more. */
const FENCE = 'OFFSET 0';
const COLUMNS = TICKET_COLUMNS.replace(/\w+/g, 't.$&');

/** The newest tickets that pass the filter. */
export function filteredSlice(slice: TicketSlice): Statement {
  const parameters = new Parameters();
  return parameters.statement(
    `SELECT ${COLUMNS} FROM (${newest(slice, slice.limit, parameters)}) AS t ${NEWEST_FIRST}`,
  );
}

/** The tickets found by a search among the `depth` newest that pass the filter. */
export function searchedNewest(slice: TicketSlice, terms: readonly SearchTerm[], depth: number): Statement {
  const parameters = new Parameters();
  const found = `SELECT ${COLUMNS} FROM (${newest(slice, depth, parameters)}) AS t
    JOIN ticket_search AS s ON s.ticket_id = t.id WHERE ${hasWords(terms, parameters)} ${FENCE}`;
  return parameters.statement(`
    SELECT ${COLUMNS} FROM (${found}) AS t ${where(readsLiterally(terms, parameters))}
    ${NEWEST_FIRST} LIMIT ${parameters.add(slice.limit)}`);
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
    SELECT ${COLUMNS} FROM ${found} ${where(conditions)} ${NEWEST_FIRST} LIMIT ${parameters.add(slice.limit)}`);
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

function matches({ filter, categories, search }: TicketQuery, limit: number, parameters: Parameters): string {
  if (search === null) {
    const ofCell = (conditions: string) => `SELECT 1 FROM tickets AS t ${conditions} LIMIT ${parameters.add(limit)}`;
    return `${perCell(filterCells(filter, categories), [], ofCell, parameters)} LIMIT ${parameters.add(limit)}`;
  }
  if ('id' in search) {
    const conditions = [`t.id = ${parameters.add(search.id)}`, ...passes(filter, parameters)];
    return `SELECT 1 FROM tickets AS t WHERE ${conditions.join(' AND ')}`;
  }
  const found = hits(search.terms, parameters);
  const conditions = [...passes(filter, parameters), ...readsLiterally(search.terms, parameters)];
  return `SELECT 1 FROM ${found} ${where(conditions)} LIMIT ${parameters.add(limit)}`;
}

/** The `depth` newest tickets that pass the filter, merged from its cells. */
function newest(slice: TicketSlice, depth: number, parameters: Parameters): string {
  const ofCell = (conditions: string) =>
    `SELECT ${COLUMNS} FROM tickets AS t ${conditions} ${NEWEST_FIRST} LIMIT ${parameters.add(depth)}`;
  const cells = filterCells(slice.filter, slice.categories);
  const merged = perCell(cells, comesAfter(slice, parameters), ofCell, parameters);
  return `${merged} ${NEWEST_FIRST} LIMIT ${parameters.add(depth)}`;
}

/** One look into the fitting index for each cell, whatever the number of cells. */
function perCell(
  cells: readonly FilterCell[],
  conditions: readonly string[],
  ofCell: (conditions: string) => string,
  parameters: Parameters,
): string {
  const fields = (['status', 'category', 'priority'] as const).filter((field) => cells.some((cell) => field in cell));
  if (fields.length === 0) return `SELECT t.* FROM (${ofCell(where(conditions))}) AS t`;
  const arrays = fields.map((field) => `${parameters.add(cells.map((cell) => cell[field]))}::text[]`);
  const equal = fields.map((field) => `t.${field} = cell.${field}`);
  return `SELECT t.* FROM unnest(${arrays.join(', ')}) AS cell (${fields.join(', ')})
    CROSS JOIN LATERAL (${ofCell(where([...equal, ...conditions]))}) AS t`;
}

/** The tickets whose words match, found through the text index before anything else is looked at. */
function hits(terms: readonly SearchTerm[], parameters: Parameters): string {
  return `(SELECT ticket_id FROM ticket_search AS s WHERE ${hasWords(terms, parameters)} ${FENCE}) AS s
    JOIN tickets AS t ON t.id = s.ticket_id`;
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

function passes(filter: TicketFilter, parameters: Parameters): string[] {
  return (['status', 'category', 'priority'] as const).flatMap((field) => {
    const values = filter[field];
    return values ? [`t.${field} = ANY (${parameters.add(values)}::text[])`] : [];
  });
}

function comesAfter({ after }: TicketSlice, parameters: Parameters): string[] {
  if (!after) return [];
  return [
    `(t.created_at, t.id) < (${parameters.add(after.createdAt)}::timestamptz, ${parameters.add(after.id)}::bigint)`,
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
