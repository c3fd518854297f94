import type { DataSource, EntityManager } from 'typeorm';
import type { DemoTicket } from '../../src/setup/demo/demo-tickets.ts';
import { suggestionOf } from './loaded-suggestion.ts';

/** The columns of the ledger that the loader knows. */
const SUGGESTED =
  'created_at, input_hash, suggested_category, suggested_priority, category_confidence, priority_confidence, ' +
  'chosen_category, chosen_priority, chosen_at, chosen_by, final_category, final_priority, final_at, corrected, ' +
  'latency_ms, ticket_id';

/** A ticket that the database has yet to number, with its history and what the text index keeps of it. */
export interface LoadedTicket extends Omit<DemoTicket, 'requester'> {
  readonly document: string;
}

/** Would index each text and check each history, which the loader has done itself; those that count tickets stay. */
const DONE_ALREADY = ['tickets_index_text', 'tickets_history_check'];

/**
 * Writes some tickets, without triggers that do what is done already; they are off within the transaction alone, and who
 * writes at that moment waits for its end.
 */
export async function writeBatch(dataSource: DataSource, tickets: readonly LoadedTicket[]): Promise<void> {
  if (tickets.length === 0) return;
  await dataSource.transaction(async (transaction) => {
    await transaction.query('SET LOCAL synchronous_commit = off');
    for (const name of DONE_ALREADY) await transaction.query(`ALTER TABLE tickets DISABLE TRIGGER ${name}`);
    const numbers: { id: string }[] = await transaction.query(
      `SELECT nextval(pg_get_serial_sequence('tickets', 'id')) AS id FROM generate_series(1, $1::int)`,
      [tickets.length],
    );
    const ids = numbers.map(({ id }) => id);
    await insertTickets(transaction, ids, tickets);
    await insertDocuments(transaction, ids, tickets);
    await insertEvents(transaction, ids, tickets, await insertSuggestions(transaction, ids, tickets));
    for (const name of DONE_ALREADY) await transaction.query(`ALTER TABLE tickets ENABLE TRIGGER ${name}`);
  });
}

async function insertTickets(
  transaction: EntityManager,
  ids: readonly string[],
  tickets: readonly LoadedTicket[],
): Promise<void> {
  await transaction.query(
    `INSERT INTO tickets (id, title, description, category, priority, status, created_by, assignee, created_at, updated_at,
       resolved_at, closed_at, version)
     SELECT * FROM unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::bigint[],
       $8::bigint[], $9::timestamptz[], $10::timestamptz[], $11::timestamptz[], $12::timestamptz[], $13::int[])`,
    [
      ids,
      tickets.map(({ title }) => title),
      tickets.map(({ description }) => description),
      tickets.map(({ category }) => category),
      tickets.map(({ priority }) => priority),
      tickets.map(({ status }) => status),
      tickets.map(({ createdBy }) => createdBy),
      tickets.map(({ assignee }) => assignee),
      tickets.map(({ createdAt }) => createdAt),
      tickets.map(({ updatedAt }) => updatedAt),
      tickets.map(({ resolvedAt }) => resolvedAt),
      tickets.map(({ closedAt }) => closedAt),
      tickets.map(({ version }) => version),
    ],
  );
}

async function insertDocuments(
  transaction: EntityManager,
  ids: readonly string[],
  tickets: readonly LoadedTicket[],
): Promise<void> {
  await transaction.query(
    `INSERT INTO ticket_search (ticket_id, document)
     SELECT id, document::tsvector FROM unnest($1::bigint[], $2::text[]) AS made (id, document)`,
    [ids, tickets.map(({ document }) => document)],
  );
}

/** Gives the number of the suggestion of each ticket that has one. */
async function insertSuggestions(
  transaction: EntityManager,
  ids: readonly string[],
  tickets: readonly LoadedTicket[],
): Promise<ReadonlyMap<string, string>> {
  const suggestions = tickets.map((ticket, index) => ({ ...suggestionOf(ticket), ticket_id: ids[index] }));
  const written: { id: string; ticket_id: string }[] = await transaction.query(
    `INSERT INTO suggestions (${SUGGESTED}, source, asked)
     SELECT ${SUGGESTED}, 'local', 'local' FROM jsonb_populate_recordset(NULL::suggestions, $1::jsonb)
     RETURNING id, ticket_id`,
    [JSON.stringify(suggestions.filter((suggestion) => suggestion.input_hash !== undefined))],
  );
  return new Map(written.map(({ id, ticket_id: ticketId }) => [ticketId, id]));
}

async function insertEvents(
  transaction: EntityManager,
  ids: readonly string[],
  tickets: readonly LoadedTicket[],
  suggestions: ReadonlyMap<string, string>,
): Promise<void> {
  const events = tickets.flatMap((ticket, index) => ticket.events.map((event) => ({ id: ids[index] ?? '', ...event })));
  await transaction.query(
    `INSERT INTO ticket_events (ticket_id, version, kind, actor_id, via, occurred_at, changes, suggestion_id)
     SELECT id, version, kind, actor, CASE WHEN actor IS NULL THEN 'system' ELSE 'web' END, at, changes, suggestion
     FROM unnest($1::bigint[], $2::int[], $3::text[], $4::bigint[], $5::timestamptz[], $6::jsonb[], $7::uuid[])
       AS told (id, version, kind, actor, at, changes, suggestion)`,
    [
      events.map(({ id }) => id),
      events.map(({ version }) => version),
      events.map(({ kind }) => kind),
      events.map(({ actor }) => actor),
      events.map(({ at }) => at),
      events.map(({ changes }) => JSON.stringify(changes)),
      events.map(({ id, kind }) => (kind === 'created' ? (suggestions.get(id) ?? null) : null)),
    ],
  );
}
