import type { Statement } from '../database/statement.ts';
import { counted, summed } from './ticket-counts.sql.ts';
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
  plannedFor,
  where,
  word,
} from './ticket-slice.sql.ts';

/** The first tickets that pass the filter; each row says how many do, if that is asked for. */
export function filteredSlice(slice: TicketSlice, { counting }: { readonly counting: boolean }): Statement {
  const parameters = new Parameters();
  const count = counting ? `, (${countOfFiltered(slice, parameters)}) AS count` : '';
  const sql = `SELECT ${COLUMNS}${count} FROM (${first(slice, slice.limit, parameters)}) AS t ${inOrder(slice)}`;
  return parameters.statement(plannedFor(slice, sql));
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

/** How many tickets pass the filter, from the counts that are kept; those given by number are looked at. */
export function countFiltered(query: Pick<TicketQuery, 'filter'>): Statement {
  const parameters = new Parameters();
  return parameters.statement(countOfFiltered(query, parameters));
}

function countOfFiltered({ filter }: Pick<TicketQuery, 'filter'>, parameters: Parameters): string {
  if (filter.id) return `SELECT count(*)::int AS count FROM tickets AS t ${where(passes(filter, parameters))}`;
  const { status, priority, category, assignee, triage } = filter;
  const conditions = [
    ...(status ? [`status IN (${status.map(word).join(', ')})`] : []),
    ...(priority ? [`priority IN (${priority.map(word).join(', ')})`] : []),
    ...(category ? [`category ${oneOf(category, 'text', parameters)}`] : []),
    ...(triage ? [triage === 'pending' ? 'pending' : 'NOT pending'] : []),
  ];
  const people = assignee?.map((one) => one ?? 0);
  const whose = people && oneOf(people, 'bigint', parameters);
  return `SELECT ${summed()} AS count FROM ${counted('tickets', conditions, whose)} AS cells`;
}

/** For a list that is a parameter the planner expects ten values, and would plan anew each time for the usual one. */
function oneOf(values: readonly unknown[], type: string, parameters: Parameters): string {
  return values.length === 1
    ? `= ${parameters.add(values[0])}::${type}`
    : `= ANY (${parameters.add(values)}::${type}[])`;
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
