import { join, resolve } from 'node:path';
import { type Database, openDatabase } from './launcher/database.ts';
import { build } from './launcher/nx.ts';
import { runScript } from './launcher/run-script.ts';
import { readSettings } from './launcher/settings.ts';
import { StartError } from './launcher/start-error.ts';
import { runningPostgres } from './postgres/running-postgres.ts';

const root = resolve(import.meta.dirname, '..');

// `npm run stats:verify [-- --repair]`: on DATABASE_URL, or the built-in PostgreSQL, which the desk may be using meanwhile.
try {
  const settings = readSettings(root);
  await build(['backend'], root, () => undefined);
  const running = settings.databaseUrl === null ? runningPostgres(settings.dataDir) : null;
  const database: Pick<Database, 'url' | 'stop'> =
    running === null ? await openDatabase(settings) : { url: running, stop: () => Promise.resolve() };
  try {
    const script = join(root, 'dist/backend/verify-stats.js');
    const environment = { ...process.env, DATABASE_URL: database.url };
    process.exitCode = await runScript([script, ...process.argv.slice(2)], environment);
  } finally {
    await database.stop();
  }
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
