import { type Db, PgBoss } from 'pg-boss';
import type { DataSource } from 'typeorm';

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
