import type { Statement } from '../database/abortable-reads.ts';
import { splitFilter } from './domain/ticket-filter.ts';
import { hits, readsLiterally } from './ticket-search.sql.ts';
import {
  COLUMNS,
  Parameters,
  type TicketQuery,
  type TicketSlice,
  comesAfter,
  first,
  inOrder,
  passes,
  perCell,
  where,
} from './ticket-slice.sql.ts';

/** The first tickets that pass the filter. */
export function filteredSlice(slice: TicketSlice): Statement {
  const parameters = new Parameters();
  return parameters.statement(
    `SELECT ${COLUMNS} FROM (${first(slice, slice.limit, parameters)}) AS t ${inOrder(slice)}`,
  );
}

/** The ticket of this number, if it passes the filter. */
export function numbered(slice: TicketSlice, id: number): Statement {
  const parameters = new Parameters();
  const conditions = [
    `t.id = ${parameters.add(id)}`,
    ...passes(slice.filter, parameters),
    ...comesAfter(slice, parameters),
  ];
  return parameters.statement(`SELECT ${COLUMNS} FROM tickets AS t ${where(conditions)}`);
}

/** How many tickets pass the filter; counting stops at `limit`. */
export function countFiltered({ filter, categories }: TicketQuery, limit: number): Statement {
  const parameters = new Parameters();
  const ofCell = (conditions: string) => `SELECT 1 FROM tickets AS t ${conditions} LIMIT ${parameters.add(limit)}`;
  const cells = perCell(splitFilter(filter, { by: 'createdAt' }, categories), [], ofCell, parameters);
  return parameters.statement(
    `SELECT count(*)::int AS count FROM (${cells} LIMIT ${parameters.add(limit)}) AS matches`,
  );
}

/** Whether the ticket of this number passes the filter: 1 or 0. */
export function countNumbered({ filter }: TicketQuery, id: number): Statement {
  const parameters = new Parameters();
  const conditions = [`t.id = ${parameters.add(id)}`, ...passes(filter, parameters)];
  return parameters.statement(`SELECT count(*)::int AS count FROM tickets AS t ${where(conditions)}`);
}

/**
 * The numbers of all tickets that match, in no order: exact, whatever it takes. Further parameters may follow those of
 * the statement.
 */
export function allMatching({ filter, search }: TicketQuery): Statement {
  const parameters = new Parameters();
  const text = search !== null && 'terms' in search ? search : null;
  const number = search !== null && 'id' in search ? [`t.id = ${parameters.add(search.id)}`] : [];
  const tickets = text === null ? 'tickets AS t' : hits(text, parameters);
  const read = text === null ? { from: '', conditions: [] } : readsLiterally(text, parameters);
  const conditions = [...number, ...passes(filter, parameters), ...read.conditions];
  const found = `SELECT t.id FROM ${tickets} ${read.from} ${where(conditions)}`;
  if (typeof text?.number !== 'number') return parameters.statement(found);
  const meant = [`t.id = ${parameters.add(text.number)}`, ...passes(filter, parameters)];
  return parameters.statement(`SELECT id FROM (${found} UNION ALL SELECT t.id FROM tickets AS t ${where(meant)}) AS t`);
}
