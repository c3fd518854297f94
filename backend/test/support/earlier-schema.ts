import { createDataSource } from '../../src/database/data-source.ts';
import { type TestApp, startApi } from './test-app.ts';
import type { TestDatabase } from './test-database.ts';

/** The API over a database, for as long as `work` takes. */
export async function withApiOver<T>({ url }: TestDatabase, work: (app: TestApp) => Promise<T>): Promise<T> {
  const app = await startApi(url, {});
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

/** The database as it was before a migration, whose name begins so, for as long as `work` takes; then it is migrated again. */
export async function beforeMigration(
  { url }: TestDatabase,
  migration: string,
  work: (sql: TestApp['sql']) => Promise<void>,
): Promise<void> {
  const dataSource = await createDataSource(url).initialize();
  try {
    const sql = dataSource.query.bind(dataSource) as TestApp['sql'];
    const migrations = await sql<{ name: string }>('SELECT name FROM migrations ORDER BY id DESC');
    const steps = migrations.findIndex(({ name }) => name.startsWith(migration)) + 1;
    for (let step = 0; step < steps; step += 1) await dataSource.undoLastMigration();
    await work(sql);
    await dataSource.runMigrations();
  } finally {
    await dataSource.destroy();
  }
}
