import type { DataSource } from 'typeorm';
import { demoTickets } from './demo-tickets.ts';

/** Fills an empty desk with believable tickets; a desk that has tickets is left alone. */
export async function seedDemoTickets(dataSource: DataSource): Promise<void> {
  const [desk]: { empty: boolean }[] = await dataSource.query('SELECT NOT EXISTS (SELECT FROM tickets) AS empty');
  if (!desk?.empty) return;
  // Ids are given in the order of arrival. Of a category that was renamed or retired there are no tickets.
  await dataSource.query(
    `INSERT INTO tickets (title, description, category, priority, status, created_at, updated_at, resolved_at, version)
     SELECT title, ticket.description, category, priority, status, "createdAt", "updatedAt", "resolvedAt", version
     FROM jsonb_to_recordset($1::jsonb) AS ticket (
       title text, description text, category text, priority text, status text,
       "createdAt" timestamptz, "updatedAt" timestamptz, "resolvedAt" timestamptz, version integer
     )
     JOIN categories ON categories.key = ticket.category AND categories.active
     ORDER BY "createdAt"`,
    [JSON.stringify(demoTickets(new Date()))],
  );
}
