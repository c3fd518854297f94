import type { QueryResult } from 'pg';
import { QueryFailedError } from 'typeorm';

/** What a statement gives, as TypeORM gives it: its rows, and of an UPDATE or DELETE the rows and their number. */
export function resultOf({ command, rows, rowCount }: QueryResult): unknown {
  return command === 'UPDATE' || command === 'DELETE' ? [rows, rowCount] : rows;
}

/** A failure as TypeORM tells of it. */
export function failed(sql: string, parameters: unknown[] | undefined, error: unknown): QueryFailedError {
  return new QueryFailedError(sql, parameters, error as Error);
}
