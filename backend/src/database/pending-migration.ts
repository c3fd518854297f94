import type { DataSource } from 'typeorm';

/** The name of the first migration of this version that the database lacks; undefined when it has them all. */
export async function pendingMigration(dataSource: DataSource): Promise<string | undefined> {
  const done = new Set(await migrationsDone(dataSource));
  const known = dataSource.migrations.map(({ name, constructor }) => name ?? constructor.name);
  return known.find((name) => !done.has(name));
}

async function migrationsDone(dataSource: DataSource): Promise<string[]> {
  const [{ there }] = await dataSource.query<[{ there: boolean }]>(
    `SELECT to_regclass('migrations') IS NOT NULL AS there`,
  );
  if (!there) return [];
  const rows = await dataSource.query<{ name: string }[]>('SELECT name FROM migrations');
  return rows.map(({ name }) => name);
}
