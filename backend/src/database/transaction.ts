import type { DataSource, EntityManager } from 'typeorm';
import { ImpatientClient } from './impatient-client.ts';

/** Runs work as one transaction. */
export async function withTransaction<T>(
  dataSource: DataSource,
  work: (manager: EntityManager) => Promise<T>,
): Promise<T> {
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

/** Lets the statements of a transaction take so many milliseconds, in place of what statements may take elsewhere. */
export async function allowStatements(manager: EntityManager, ms: number): Promise<void> {
  await manager.query(`SET LOCAL statement_timeout = ${String(ms)}`);
  const client: unknown = await manager.queryRunner?.connect();
  if (client instanceof ImpatientClient) client.bear(ms);
}
