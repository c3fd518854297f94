import { type DataSource, type EntityManager, QueryFailedError } from 'typeorm';
import { ImpatientClient, isOutdatedStatement } from './impatient-client.ts';

/**
 * Runs work as one transaction. Should tables change under it, so that a statement that was prepared no longer counts, it is
 * rolled back and run once more: work awaits nothing but the database, and keeps nothing of its first run.
 */
export async function withTransaction<T>(
  dataSource: DataSource,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
  try {
    return await transact(dataSource, work);
  } catch (error) {
    if (!(error instanceof QueryFailedError && isOutdatedStatement(error.driverError))) throw error;
    return transact(dataSource, work);
  }
}

/** Lets the statements of a transaction take so many milliseconds, in place of what statements may take elsewhere. */
export async function allowStatements(manager: EntityManager, ms: number): Promise<void> {
  await manager.query(`SET LOCAL statement_timeout = ${String(ms)}`);
  const client: unknown = await manager.queryRunner?.connect();
  if (client instanceof ImpatientClient) client.bear(ms);
}

async function transact<T>(dataSource: DataSource, work: (manager: EntityManager) => Promise<T>): Promise<T> {
  let client: unknown;
  try {
    return await dataSource.transaction(async (manager) => {
      client = await manager.queryRunner?.connect();
      return work(manager);
    });
  } finally {
    if (client instanceof ImpatientClient) client.bear();
  }
}
