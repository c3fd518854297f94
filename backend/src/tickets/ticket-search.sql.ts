import type { Statement } from '../database/statement.ts';
import { anyOf } from '../database/any-of.ts';
import type { IndexStep } from './domain/search-steps.ts';
import { type SearchTerm, type SearchText, isReadLiterally } from './domain/ticket-search.ts';
import { TICKET_ORDERS, turned } from './domain/ticket-sort.ts';
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
  plannedFor,
  where,
  whole,
} from './ticket-slice.sql.ts';

/** What is known of a candidate before its text is read: its place in any order, and how much there is to read. */
const PLACE = 't.id, t.created_at, t.updated_at, t.priority';
/** In bytes, its messages among it. Told without fetching a text. */
const SIZE = `octet_length(t.title) + octet_length(t.description) + coalesce((
    SELECT s.bytes + CASE WHEN s.pages > 1
      THEN (SELECT coalesce(sum(p.bytes), 0) FROM ticket_search_pages AS p WHERE p.ticket_id = t.id) ELSE 0 END
    FROM ticket_search AS s WHERE s.ticket_id = t.id), 0)::int`;

/** What is fetched of the tickets that are found: all of a ticket, or what there is to say before its text is read. */
const FETCHED = { ticket: COLUMNS, candidate: `${PLACE}, ${SIZE} AS size` } as const;
export type Fetched = keyof typeof FETCHED;

/**
 * The tickets whose words match among the `depth` first that pass the filter: at most `limit`, in order; looking ends when
 * so many are found. When fewer are, each row, of which there is one at least, says besides how many were looked through and
 * where the last of those stands.
 */
export function walked(slice: TicketSlice, text: SearchText, depth: number, fetched: Fetched): Statement {
  const parameters = new Parameters();
  const query = allOf(text.terms, parameters);
  const found = walk(slice, text, depth, parameters);
  const limit = whole(slice.limit);
  const sql = `
    WITH asked AS MATERIALIZED (SELECT ${query} AS query),
      found AS MATERIALIZED (${found} LIMIT ${limit}),
      looked AS MATERIALIZED (
        SELECT t.* FROM (${first(slice, depth, parameters, keysOf(slice))}) AS t
        WHERE (SELECT count(*) FROM found) < ${limit}),
      edge AS (
        SELECT ${PLACE} FROM tickets AS t
        WHERE t.id = (SELECT t.id FROM looked AS t ${inOrder({ order: turned(slice.order) })} LIMIT 1))
    SELECT t.*, (SELECT count(*)::int FROM looked) AS looked_through, edge.id AS edge_id,
      edge.created_at AS edge_created_at, edge.updated_at AS edge_updated_at, edge.priority AS edge_priority
    FROM (VALUES (1)) AS one
    LEFT JOIN (SELECT ${FETCHED[fetched]} FROM found JOIN tickets AS t ON t.id = found.id) AS t ON true
    LEFT JOIN edge ON true ${inOrder(slice)}`;
  return parameters.statement(plannedFor(slice, sql));
}

/** How many tickets have the words among the `depth` first that pass the filter, up to `limit`, and how many were looked through. */
export function countWalked(query: TicketQuery, text: SearchText, depth: number, limit: number): Statement {
  const parameters = new Parameters();
  const slice: TicketSlice = { ...query, order: TICKET_ORDERS.newest, after: null, limit };
  const asked = allOf(text.terms, parameters);
  const most = whole(limit);
  const sql = `
    WITH asked AS MATERIALIZED (SELECT ${asked} AS query),
      found AS MATERIALIZED (${walk(slice, text, depth, parameters)} LIMIT ${most})
    SELECT count(*)::int AS count, count(*) < ${most} AND (
      SELECT count(*) FROM (${first(slice, depth, parameters, keysOf(slice))}) AS t) < ${String(depth)} AS exact
    FROM found`;
  return parameters.statement(plannedFor(slice, sql));
}

/**
 * The tickets whose words match and that pass the filter, through the text index: at most `limit`, in order; besides, in each
 * row, of which there is one at least, how many tickets of the whole list match. When the index names more than `most`,
 * nothing is known: `total` is null. What is asked of the index is one of the terms or more.
 */
export function indexed(slice: TicketSlice, text: SearchText, step: IndexStep, fetched: Fetched): Statement {
  const parameters = new Parameters();
  const { sql: passing, known } = passingHits(slice, text, step, parameters);
  const following = comesAfter(slice, parameters);
  return parameters.statement(`
    WITH ${passing},
      page AS (SELECT t.id FROM passing AS t ${where(following)} ${inOrder(slice)} LIMIT ${whole(slice.limit)})
    SELECT t.*, CASE WHEN ${known} THEN (SELECT count(*)::int FROM passing) END AS total
    FROM (VALUES (1)) AS one
    LEFT JOIN (SELECT ${FETCHED[fetched]} FROM page JOIN tickets AS t ON t.id = page.id) AS t ON true ${inOrder(slice)}`);
}

/** How many of the hits of the index pass the filter; not `exact` when there are more than were looked at. */
export function countIndexed(query: TicketQuery, text: SearchText, step: IndexStep): Statement {
  const parameters = new Parameters();
  const slice: TicketSlice = { ...query, order: TICKET_ORDERS.newest, after: null, limit: 0 };
  const { sql: passing, known } = passingHits(slice, text, step, parameters, 'all');
  return parameters.statement(`WITH ${passing} SELECT (SELECT count(*)::int FROM passing) AS count, ${known} AS exact`);
}

/** Most tickets have their words in one document; a long conversation goes on in others, of which one has to have them all. */
const HAS_WORDS = `(s.document @@ (SELECT query FROM asked) OR s.pages > 1 AND EXISTS (
    SELECT FROM ticket_search_pages AS p
    WHERE p.ticket_id = s.ticket_id AND p.document @@ (SELECT query FROM asked) ${FENCE}))`;

/** The first tickets that pass the filter and have the words, in order: each is looked up in its turn, and no further. */
function walk(slice: TicketSlice, text: SearchText, depth: number, parameters: Parameters): string {
  const near = first(slice, depth, parameters, keysOf(slice));
  const conditions = [HAS_WORDS, ...notMeant(text, parameters)];
  return `SELECT t.id FROM (${near}) AS t
    CROSS JOIN LATERAL (SELECT s.* FROM ticket_search AS s WHERE s.ticket_id = t.id ${FENCE}) AS s
    ${where(conditions)} ${inOrder(slice)}`;
}

/** The hits of the index that pass the filter; none when there are too many, unless `counted` says that all those looked at count. */
function passingHits(
  slice: TicketSlice,
  text: SearchText,
  { terms, most }: IndexStep,
  parameters: Parameters,
  counted: 'known' | 'all' = 'known',
): { readonly sql: string; readonly known: string } {
  const anchors = terms.flatMap((place) => text.terms[place] ?? []);
  const loosely = anchors.length === text.terms.length ? 'asked.query' : allOf(anchors, parameters);
  // Worked out once, where both are the same.
  const hit = `SELECT hit.* FROM (SELECT ${allOf(text.terms, parameters)} AS query ${FENCE}) AS asked
    CROSS JOIN LATERAL search_hits(${loosely}, asked.query, ${most === null ? 'NULL' : whole(most + 1)}) AS hit`;
  const known = most === null ? 'true' : `(SELECT count(*) FROM hit) <= ${whole(most)}`;
  const conditions = [
    ...(counted === 'known' ? [known] : []),
    ...passes(slice.filter, parameters),
    ...notMeant(text, parameters),
  ];
  const sql = `hit AS MATERIALIZED (${hit}),
      passing AS MATERIALIZED (
        SELECT ${PLACE} FROM (SELECT DISTINCT ticket_id FROM hit WHERE matches) AS hit
        CROSS JOIN LATERAL (SELECT * FROM tickets WHERE id = hit.ticket_id ${FENCE}) AS t ${where(conditions)})`;
  return { sql, known };
}

/** The ticket whose number was meant is found by that. */
function notMeant({ number }: SearchText, parameters: Parameters, id = 't.id'): string[] {
  return number === null ? [] : [`${id} <> ${parameters.add(number)}`];
}

/** What an order compares. */
function keysOf({ order: { by, byUrgency } }: Pick<TicketSlice, 'order'>): string {
  return ['t.id', by === 'createdAt' ? 't.created_at' : 't.updated_at', ...(byUrgency ? ['t.priority'] : [])].join(
    ', ',
  );
}

function allOf(terms: readonly SearchTerm[], parameters: Parameters): string {
  return terms
    .map((term) => `search_query(${parameters.add(term.text)}, ${parameters.add(term.finished)})`)
    .join(' && ');
}

/** Those of some candidates that read as the terms do, in no order. */
export function readCandidates(ids: readonly number[], text: SearchText): Statement {
  const parameters = new Parameters();
  const chosen = `SELECT * FROM tickets AS t WHERE t.id = ${anyOf(parameters.add(ids), 'bigint')} ${FENCE}`;
  const { from, conditions } = readsLiterally(text, parameters);
  return parameters.statement(`SELECT ${COLUMNS} FROM (${chosen}) AS t ${from} ${where(conditions)}`);
}

/** Whether there is more of a ticket to read than its own text. */
const HAS_MORE = '(SELECT s.pages > 0 FROM ticket_search AS s WHERE s.ticket_id = t.id)';

/** The tickets whose words match, found through the text index before anything else is looked at. */
export function hits(text: SearchText, parameters: Parameters): string {
  const conditions = [`s.document @@ (${allOf(text.terms, parameters)})`, ...notMeant(text, parameters, 's.ticket_id')];
  return `(SELECT ticket_id FROM ticket_search AS s ${where(conditions)}
      UNION SELECT ticket_id FROM ticket_search_pages AS s ${where(conditions)} ${FENCE}) AS s
    JOIN tickets AS t ON t.id = s.ticket_id`;
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
    // Asked for once, also in a plan that is made for any terms.
    const term = `(SELECT search_fold(${parameters.add(text)}))`;
    return `(strpos(folded.title, ${term}) > 0 OR strpos(folded.description, ${term}) > 0 OR ${HAS_MORE}
      AND EXISTS (SELECT FROM search_texts(t.id) AS said WHERE strpos(search_fold(said), ${term}) > 0 ${FENCE}))`;
  });
  return { from, conditions };
}
