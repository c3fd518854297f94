import type { Statement } from '../database/abortable-reads.ts';
import { type SearchText, isReadLiterally } from './domain/ticket-search.ts';
import { turned } from './domain/ticket-sort.ts';
import {
  COLUMNS,
  FENCE,
  Parameters,
  type TicketQuery,
  type TicketSlice,
  comesAfter,
  first,
  inOrder,
  passes,
  where,
} from './ticket-slice.sql.ts';

/** What is known of a candidate before its text is read: its place in any order, and how much there is to read. */
const PLACE = 't.id, t.created_at, t.updated_at, t.priority';
/** In bytes. Told without fetching the text. */
const SIZE = 'octet_length(t.title) + octet_length(t.description)';

/**
 * The tickets whose words match among the `depth` first that pass the filter: at most `limit`, in order. With each of
 * them, and once when there is none, how many were looked through and where the last of those stands.
 */
export function nearCandidates(slice: TicketSlice, text: SearchText, depth: number): Statement {
  const parameters = new Parameters();
  const near = first(slice, depth, parameters, `${PLACE}, ${SIZE} AS size`);
  const found = `SELECT ${PLACE}, t.size FROM near AS t JOIN ticket_search AS s ON s.ticket_id = t.id
    WHERE ${hasWords(text, parameters)} ${inOrder(slice)} LIMIT ${parameters.add(slice.limit)}`;
  return parameters.statement(`
    WITH near AS MATERIALIZED (${near}),
      edge AS (SELECT ${PLACE} FROM near AS t ${inOrder({ order: turned(slice.order) })} LIMIT 1)
    SELECT found.*, (SELECT count(*)::int FROM near) AS looked_through,
      edge.id AS edge_id, edge.created_at AS edge_created_at, edge.updated_at AS edge_updated_at,
      edge.priority AS edge_priority
    FROM edge LEFT JOIN LATERAL (${found}) AS found ON true`);
}

/** The tickets whose words match and that pass the filter, through the text index: at most `limit`, in order. */
export function allCandidates(slice: TicketSlice, text: SearchText): Statement {
  const parameters = new Parameters();
  const conditions = [...passes(slice.filter, parameters), ...comesAfter(slice, parameters)];
  const places = `SELECT ${PLACE} FROM ${hits(text, parameters)} ${where(conditions)}
    ${inOrder(slice)} LIMIT ${parameters.add(slice.limit)}`;
  return parameters.statement(`
    SELECT ${PLACE}, ${SIZE} AS size FROM (${places}) AS place JOIN tickets AS t ON t.id = place.id ${inOrder(slice)}`);
}

/** Those of some candidates that read as the terms do, in no order. */
export function readCandidates(ids: readonly number[], text: SearchText): Statement {
  const parameters = new Parameters();
  const chosen = `SELECT * FROM tickets AS t WHERE t.id = ANY (${parameters.add(ids)}::bigint[]) ${FENCE}`;
  const { from, conditions } = readsLiterally(text, parameters);
  return parameters.statement(`SELECT ${COLUMNS} FROM (${chosen}) AS t ${from} ${where(conditions)}`);
}

/** How many tickets have the words, which nobody reads; counting stops at `limit`. */
export function countHits({ filter }: TicketQuery, text: SearchText, limit: number): Statement {
  const parameters = new Parameters();
  const tickets = hits(text, parameters);
  const conditions = where(passes(filter, parameters));
  return parameters.statement(`SELECT count(*)::int AS count, count(*) < ${parameters.add(limit)} AS exact
    FROM (SELECT 1 FROM ${tickets} ${conditions} LIMIT ${parameters.add(limit)}) AS matches`);
}

/** The tickets whose words match, found through the text index before anything else is looked at. */
export function hits(text: SearchText, parameters: Parameters): string {
  return `(SELECT ticket_id FROM ticket_search AS s WHERE ${hasWords(text, parameters)} ${FENCE}) AS s
    JOIN tickets AS t ON t.id = s.ticket_id`;
}

/** The ticket whose number was meant is found by that. */
function hasWords({ terms, number }: SearchText, parameters: Parameters): string {
  const queries = terms.map((term) => `search_query(${parameters.add(term.text)}, ${parameters.add(term.finished)})`);
  const words = `s.document @@ (${queries.join(' && ')})`;
  return number === null ? words : `${words} AND s.ticket_id <> ${parameters.add(number)}`;
}

/**
 * The index knows words alone: whether a phrase or a sign stands there as typed is for the text to say. Making a text
 * comparable is the dearest thing a search does, so it is done once for each, whatever the number of terms.
 */
export function readsLiterally(
  { terms }: SearchText,
  parameters: Parameters,
): { readonly from: string; readonly conditions: readonly string[] } {
  const literal = terms.filter(isReadLiterally);
  if (literal.length === 0) return { from: '', conditions: [] };
  const from = `CROSS JOIN LATERAL (
    SELECT search_fold(t.title) AS title, search_fold(t.description) AS description ${FENCE}) AS folded`;
  const conditions = literal.map(({ text }) => {
    const term = `search_fold(${parameters.add(text)})`;
    return `(strpos(folded.title, ${term}) > 0 OR strpos(folded.description, ${term}) > 0)`;
  });
  return { from, conditions };
}
