import type { QueryResult } from 'pg';
import { QueryFailedError } from 'typeorm';

/** What a statement gives, or how it fails, in the way in which TypeORM tells of it. */
export async function answer<T>(
  sql: string,
  parameters: unknown[] | undefined,
  ask: () => Promise<QueryResult>,
): Promise<T> {
  try {
    const { command, rows, rowCount } = await ask();
    return (command === 'UPDATE' || command === 'DELETE' ? [rows, rowCount] : rows) as T;
  } catch (error) {
    throw new QueryFailedError(sql, parameters, error as Error);
  }
}
