import { EmbeddedPostgres } from './embedded-postgres.ts';

// A process that starts a local PostgreSQL and then does nothing, to be killed, or let go, by a test.
const [, , dataDir = ''] = process.argv;
await EmbeddedPostgres.start({ dataDir });
process.send?.('started');
process.once('disconnect', () => process.exit());
setInterval(() => undefined, 60_000);
