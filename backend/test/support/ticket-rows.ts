import type { TestApp } from './test-app.ts';

type Database = Pick<TestApp, 'sql'>;

const EVENTS = 'INSERT INTO ticket_events (ticket_id, version, kind, via, changes)';

/** Writes tickets by SQL, past all code, each with the event that the database insists on; `insert` follows INSERT INTO tickets. */
export async function insertTickets({ sql }: Database, insert: string, parameters: unknown[] = []): Promise<number[]> {
  const rows = await sql<{ id: string }>(
    `WITH written AS (INSERT INTO tickets ${insert} RETURNING id, version),
     told AS (${EVENTS} SELECT id, version, 'created', 'system', '[]' FROM written)
     SELECT id FROM written ORDER BY id`,
    parameters,
  );
  return rows.map(({ id }) => Number(id));
}

/** Deletes every ticket for good; their history stays. */
export async function clearTickets({ sql }: Database): Promise<void> {
  await sql(
    `WITH gone AS (
       UPDATE tickets SET deleted_at = now(), version = version + 1 WHERE deleted_at IS NULL RETURNING id, version
     )
     ${EVENTS} SELECT id, version, 'deleted', 'system', '[]' FROM gone`,
  );
  await sql('DELETE FROM tickets');
}
