import { Client } from 'pg';
import type { BulkRunBody } from './bulk-runs.ts';
import type { TestApp } from './test-app.ts';

/** Holds the ticket so that a run gets no further than to the batch before it. */
export async function hold(app: TestApp, id: number | undefined): Promise<{ letGo: () => Promise<void> }> {
  const client = new Client({ connectionString: app.databaseUrl });
  await client.connect();
  await client.query('BEGIN');
  await client.query('SELECT 1 FROM tickets WHERE id = $1 FOR UPDATE', [id]);
  return { letGo: () => client.end() };
}

/** So many tickets of the run are done. */
export async function processed(by: TestApp, id: string, atLeast: number): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    const { body } = await by.as('admin').get<BulkRunBody>(`/api/admin/tickets/bulk/${id}`);
    if (body.processed >= atLeast) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('The run does not get on');
}

/** So many connections wait for somebody to let go. */
export async function waiting(app: TestApp, count: number): Promise<void> {
  for (let tries = 0; tries < 400; tries += 1) {
    const rows = await app.sql(
      `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    if (rows.length >= count) return;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('Nobody waits');
}
