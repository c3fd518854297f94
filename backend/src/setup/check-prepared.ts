import { createDataSource } from '../database/data-source.ts';
import { pendingMigration } from '../database/pending-migration.ts';
import { areJobsPrepared } from '../jobs/prepare-jobs.ts';

/** Thrown when a process that does not migrate finds a database that is behind it; the message is fit for a log. */
export class NotPreparedError extends Error {
  /** @param missing the first thing that this version needs and the database does not have. */
  constructor(missing: string) {
    super(
      `The database is behind this version, first of all by ${missing}: ` +
        'run migrate.js of this version, or set MIGRATE_AT_START=true.',
    );
  }
}

/**
 * Looks whether the migrations of this version were run and the tables of its job queue are there, and changes nothing; people,
 * categories and the first model are not looked for. A database that is ahead will do: replicas of an earlier version work on, and
 * start again, while and after a later one is brought out.
 *
 * @throws NotPreparedError when something is missing.
 */
export async function checkPrepared(url: string): Promise<void> {
  const dataSource = await createDataSource(url).initialize();
  try {
    const missing = await pendingMigration(dataSource);
    if (missing !== undefined) throw new NotPreparedError(missing);
    if (!(await areJobsPrepared(dataSource))) throw new NotPreparedError('the tables of the job queue');
  } finally {
    await dataSource.destroy();
  }
}
