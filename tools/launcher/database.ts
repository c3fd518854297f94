import { EmbeddedPostgres } from '../postgres/embedded-postgres.ts';
import type { LauncherSettings } from './settings.ts';

/** Where the app's data is. */
export interface Database {
  readonly url: string;
  /** For people; never contains the password. */
  readonly description: string;
  /** True when a killed run was cleaned up, whose other processes may need a moment to end. */
  readonly recovered: boolean;
  /** Settles if the database server ends; never for a database that is not ours. */
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** The user's own database when DATABASE_URL is set, otherwise the built-in PostgreSQL with its data in DATA_DIR. */
export async function openDatabase(settings: LauncherSettings): Promise<Database> {
  if (settings.databaseUrl !== null) {
    return {
      url: settings.databaseUrl,
      description: 'your PostgreSQL at DATABASE_URL',
      recovered: false,
      ended: new Promise(() => undefined),
      stop: () => Promise.resolve(),
    };
  }
  const server = await EmbeddedPostgres.start({ dataDir: settings.dataDir });
  return {
    url: server.url,
    description: `built-in PostgreSQL, data in ${settings.dataDir}`,
    recovered: server.recovered,
    ended: server.exited,
    stop: () => server.stop(),
  };
}
