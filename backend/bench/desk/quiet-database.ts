import { setTimeout } from 'node:timers/promises';
import type { Client } from 'pg';

const LOOK_MS = 5;
const LONGEST_MS = 30_000;

/**
 * Ends what still runs for callers who have left, and waits until nothing does: a server that reads on for nobody would take
 * the time of the one that is measured next. Takes a connection of its own to the same database.
 *
 * @throws Error when something runs on for half a minute.
 */
export async function quietDatabase(client: Client): Promise<void> {
  const patience = performance.now() + LONGEST_MS;
  while (performance.now() < patience) {
    const { rowCount } = await client.query(
      `SELECT pg_cancel_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND backend_type = 'client backend' AND state LIKE 'active%'
         AND pid <> pg_backend_pid()`,
    );
    if (rowCount === 0) return;
    await setTimeout(LOOK_MS);
  }
  throw new Error('The database is not done with what was asked of it');
}
