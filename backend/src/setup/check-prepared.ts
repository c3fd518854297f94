import type { DataSource } from 'typeorm';
import { createDataSource } from '../database/data-source.ts';
import { areJobsPrepared } from '../jobs/prepare-jobs.ts';

/** Thrown when a process that does not migrate finds a database that is behind it; the message is fit for a log. */
export class NotPreparedError extends Error {
  constructor(missing: readonly string[]) {
    super(
      `The database is behind this version, first of all by ${missing.slice(0, 1).join()}: ` +
        'run migrate.js of this version, or set MIGRATE_AT_START=true.',
    );
  }
}

/**
 * Looks whether `prepareDatabase` of this version was run, and changes nothing. A database that is ahead will do: replicas of
 * an earlier version work on, and start again, while and after a later one is brought out.
 *
 * @throws NotPreparedError when migrations are missing.
 */
export async function checkPrepared(url: string): Promise<void> {
  const dataSource = await createDataSource(url).initialize();
  try {
    const done = new Set(await migrationsDone(dataSource));
    const missing = dataSource.migrations.map(({ name, constructor }) => name ?? constructor.name);
    const behind = missing.filter((name) => !done.has(name));
    if (behind.length > 0) throw new NotPreparedError(behind);
    if (!(await areJobsPrepared(dataSource))) throw new NotPreparedError(['the tables of the job queue']);
  } finally {
    await dataSource.destroy();
  }
}

async function migrationsDone(dataSource: DataSource): Promise<string[]> {
  const [{ there }] = await dataSource.query<[{ there: boolean }]>(
    `SELECT to_regclass('migrations') IS NOT NULL AS there`,
  );
  if (!there) return [];
  const rows = await dataSource.query<{ name: string }[]>('SELECT name FROM migrations');
  return rows.map(({ name }) => name);
}
