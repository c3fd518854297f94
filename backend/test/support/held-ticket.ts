import { Client } from 'pg';
import type { BulkRunBody } from './bulk-runs.ts';
import type { TestApp } from './test-app.ts';
import { until } from './until.ts';

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
  const run = async () => (await by.as('admin').get<BulkRunBody>(`/api/admin/tickets/bulk/${id}`)).body;
  await until(async () => (await run()).processed >= atLeast);
}

/** So many connections wait for somebody to let go. */
export async function waiting(app: TestApp, count: number): Promise<void> {
  const rows = () =>
    app.sql(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`);
  await until(async () => (await rows()).length >= count);
}
