import type { DataSource } from 'typeorm';
import { type Transaction, inTransaction } from '../database/unit-of-work.ts';
import { DEMO_AGENTS } from '../users/domain/first-people.ts';
import { type DemoTicket, type NumberedTicket, demoTickets } from './demo/demo-tickets.ts';
import { seedDemoCanned } from './seed-demo-canned.ts';
import { seedDemoMessages } from './seed-demo-messages.ts';
import { seedDemoPeople } from './seed-demo-people.ts';

/** Fills an empty desk with believable tickets, those who ask and what was said; a desk that has tickets, or had some, is left alone. */
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
    const tickets = demoTickets(new Date(), ids).filter(({ category }) => keys.has(category));
    const contacts = await seedDemoPeople(transaction, tickets);
    await seedDemoMessages(transaction, await write(transaction, tickets, contacts));
    await seedDemoCanned(transaction, keys);
    // Nobody decided any of this, so nothing is learned from it.
    await transaction.query('UPDATE desk SET demo_until = (SELECT max(occurred_at) FROM ticket_events)');
  });
}

/** Writes them with their history, numbered in the order of arrival. */
async function write(
  transaction: Transaction,
  tickets: readonly DemoTicket[],
  contacts: ReadonlyMap<string, number>,
): Promise<NumberedTicket[]> {
  const numbers: { id: string }[] = await transaction.query(
    `SELECT nextval(pg_get_serial_sequence('tickets', 'id')) AS id FROM generate_series(1, $1::int)`,
    [tickets.length],
  );
  const numbered = tickets.map((ticket, index) => ({
    id: Number(numbers[index]?.id),
    contact: contacts.get(ticket.requester.address) ?? null,
    ticket,
  }));
  await transaction.query(
    `INSERT INTO tickets (id, title, description, category, priority, status, created_by, assignee, created_at, updated_at,
       resolved_at, closed_at, version, requester)
     SELECT id, title, t.description, category, priority, status, "createdBy", assignee, "createdAt", "updatedAt",
       "resolvedAt", "closedAt", version, contact
     FROM jsonb_to_recordset($1::jsonb) AS t (
       id bigint, title text, description text, category text, priority text, status text, "createdBy" bigint,
       assignee bigint, "createdAt" timestamptz, "updatedAt" timestamptz, "resolvedAt" timestamptz,
       "closedAt" timestamptz, version integer, contact bigint
     )`,
    [JSON.stringify(numbered.map(({ id, contact, ticket }) => ({ ...ticket, id, contact })))],
  );
  await transaction.query(
    `INSERT INTO ticket_events (ticket_id, version, kind, actor_id, contact_id, via, occurred_at, changes)
     SELECT ticket_id, version, kind, actor, writer, CASE WHEN actor IS NULL THEN 'system' ELSE 'web' END, at, changes
     FROM jsonb_to_recordset($1::jsonb) AS e (
       ticket_id bigint, version integer, kind text, actor bigint, writer bigint, at timestamptz, changes jsonb
     )
     ORDER BY at, ticket_id`,
    [JSON.stringify(numbered.flatMap(eventsOf))],
  );
  return numbered;
}

function eventsOf({ id, contact, ticket }: NumberedTicket): object[] {
  return ticket.events.map(({ message, changes, ...event }) => ({
    ...{ ticket_id: id, ...event },
    writer: message?.kind === 'incoming' ? contact : null,
    changes:
      event.kind === 'created'
        ? [...changes, { field: 'requester', from: null, to: contact, suggested: null }]
        : changes,
  }));
}
