import pg from 'pg';

/** Makes sure that the server of `serverUrl` has the database that the address names. */
export async function ensureDatabase(serverUrl: string): Promise<void> {
  const name = new URL(serverUrl).pathname.slice(1);
  const maintenance = new URL(serverUrl);
  maintenance.pathname = '/postgres';
  const client = new pg.Client({ connectionString: maintenance.href });
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (found.rows.length === 0) await client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`);
  } finally {
    await client.end();
  }
}
