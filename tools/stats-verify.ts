import { spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { type Database, openDatabase } from './launcher/database.ts';
import { build } from './launcher/nx.ts';
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
    process.exitCode = await verify(database.url);
  } finally {
    await database.stop();
  }
} catch (error) {
  if (!(error instanceof StartError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

function verify(url: string): Promise<number> {
  const child = spawn(process.execPath, [join(root, 'dist/backend/verify-stats.js'), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, DATABASE_URL: url },
  });
  return new Promise((settle, fail) => {
    child.on('error', fail);
    child.on('exit', (code) => settle(code ?? 1));
  });
}
