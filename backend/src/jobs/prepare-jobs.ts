import { type Db, PgBoss } from 'pg-boss';
import packageJson from 'pg-boss/package.json' with { type: 'json' };
import type { DataSource } from 'typeorm';

/** The version of its tables that this pg-boss writes. */
const SCHEMA_VERSION = packageJson.pgboss.schema;

/** Brings the tables of pg-boss, in the schema `pgboss`, up to date. Call it with the preparation lock held. */
export async function prepareJobs(dataSource: DataSource): Promise<void> {
  const runner = dataSource.createQueryRunner();
  const db: Db = {
    executeSql: async (text, values) => ({ rows: (await runner.query(text, values, true)).records }),
  };
  const boss = new PgBoss({ db, supervise: false, schedule: false, registerInstance: false });
  try {
    await boss.start();
    await boss.stop({ graceful: false });
  } finally {
    await runner.release();
  }
}

/** Whether the tables of pg-boss are there and no older than this version needs. */
export async function areJobsPrepared(dataSource: DataSource): Promise<boolean> {
  const [{ there }] = await dataSource.query<[{ there: boolean }]>(
    `SELECT to_regclass('pgboss.version') IS NOT NULL AS there`,
  );
  if (!there) return false;
  const [row] = await dataSource.query<{ version: number }[]>('SELECT version FROM pgboss.version');
  return row !== undefined && row.version >= SCHEMA_VERSION;
}
