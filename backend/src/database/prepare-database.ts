import type { DataSource } from 'typeorm';
import { createDataSource } from './data-source.ts';
import { seedDemoTickets } from './seeds/seed-demo-tickets.ts';

/** Any number will do, as long as every replica uses the same. */
const PREPARATION_LOCK = 7_204_115;

/**
 * Brings the schema up to date and, if asked, fills an empty desk with demo tickets. Replicas that start together wait
 * for each other; only the first has anything to do.
 */
export async function prepareDatabase(url: string, { seedDemoData }: { seedDemoData: boolean }): Promise<void> {
  const dataSource = await createDataSource(url).initialize();
  try {
    await withLock(dataSource, async () => {
      await dataSource.runMigrations();
      if (seedDemoData) await seedDemoTickets(dataSource);
    });
  } finally {
    await dataSource.destroy();
  }
}

async function withLock(dataSource: DataSource, work: () => Promise<void>): Promise<void> {
  const holder = dataSource.createQueryRunner();
  try {
    await holder.query('SELECT pg_advisory_lock($1)', [PREPARATION_LOCK]);
    await work();
    await holder.query('SELECT pg_advisory_unlock($1)', [PREPARATION_LOCK]);
  } finally {
    await holder.release();
  }
}
