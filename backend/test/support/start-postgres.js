import { startEphemeralPostgres } from '../../../tools/postgres/ephemeral-postgres.ts';

/** Starts a PostgreSQL for the tests, unless the address of one is given. */
export default async function startPostgres() {
  if (process.env['TEST_DATABASE_ADMIN_URL']) return;
  const server = await startEphemeralPostgres();
  process.env['TEST_DATABASE_ADMIN_URL'] = server.url;
  globalThis.testPostgres = server;
}
