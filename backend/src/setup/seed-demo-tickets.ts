import type { DataSource } from 'typeorm';
import { type Transaction, inTransaction } from '../database/unit-of-work.ts';
import { DEMO_AGENTS } from '../users/domain/first-people.ts';
import { type DemoTicket, demoTickets } from './demo/demo-tickets.ts';

/** Fills an empty desk with believable tickets; a desk that has tickets, or had some, is left alone. */
export async function seedDemoTickets(dataSource: DataSource): Promise<void> {
  const [desk]: { empty: boolean }[] = await dataSource.query(
    'SELECT NOT EXISTS (SELECT FROM tickets) AND NOT EXISTS (SELECT FROM ticket_events) AS empty',
  );
  if (!desk?.empty) return;
  await inTransaction(dataSource, async (transaction) => {
    const people: { id: string }[] = await transaction.query(
      'SELECT id FROM users WHERE lower(username) = ANY ($1::text[]) ORDER BY id',
      [DEMO_AGENTS.map(({ username }) => username)],
    );
    const active: { key: string }[] = await transaction.query('SELECT key FROM categories WHERE active');
    const keys = new Set(active.map(({ key }) => key));
    const ids = people.map(({ id }) => Number(id));
    // Of a category that was renamed or retired there are no tickets.
    await write(
      transaction,
      demoTickets(new Date(), ids).filter(({ category }) => keys.has(category)),
    );
    // Nobody decided any of this, so nothing is learned from it.
    await transaction.query('UPDATE desk SET demo_until = (SELECT max(occurred_at) FROM ticket_events)');
  });
}

/** Writes them with their history, numbered in the order of arrival. */
async function write(transaction: Transaction, tickets: readonly DemoTicket[]): Promise<void> {
  const numbers: { id: string }[] = await transaction.query(
    `SELECT nextval(pg_get_serial_sequence('tickets', 'id')) AS id FROM generate_series(1, $1::int)`,
    [tickets.length],
  );
  const rows = tickets.map(({ events, ...ticket }, index) => ({ id: numbers[index]?.id, ticket, events }));
  await transaction.query(
    `INSERT INTO tickets (id, title, description, category, priority, status, created_by, assignee, created_at, updated_at,
       resolved_at, closed_at, version)
     SELECT id, title, t.description, category, priority, status, "createdBy", assignee, "createdAt", "updatedAt",
       "resolvedAt", "closedAt", version
     FROM jsonb_to_recordset($1::jsonb) AS t (
       id bigint, title text, description text, category text, priority text, status text, "createdBy" bigint,
       assignee bigint, "createdAt" timestamptz, "updatedAt" timestamptz, "resolvedAt" timestamptz,
       "closedAt" timestamptz, version integer
     )`,
    [JSON.stringify(rows.map(({ id, ticket }) => ({ id, ...ticket })))],
  );
  await transaction.query(
    `INSERT INTO ticket_events (ticket_id, version, kind, actor_id, via, occurred_at, changes)
     SELECT ticket_id, version, kind, actor, CASE WHEN actor IS NULL THEN 'system' ELSE 'web' END, at, changes
     FROM jsonb_to_recordset($1::jsonb) AS e (
       ticket_id bigint, version integer, kind text, actor bigint, at timestamptz, changes jsonb
     )
     ORDER BY at, ticket_id`,
    [JSON.stringify(rows.flatMap(({ id, events }) => events.map((event) => ({ ticket_id: id, ...event }))))],
  );
}
