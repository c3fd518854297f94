import { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { ImpatientClient } from './impatient-client.ts';

/** The pool that a data source takes its connections from. */
export function poolOf({ driver }: DataSource): Pool {
  return (driver as PostgresDriver).master as Pool;
}

/** Where connections come from: a data source, or a pool of its own. */
export type ConnectionSource = DataSource | Pool;

/** Lends a connection of the pool to work, and takes it back when that has ended; the pool closes what broke meanwhile. */
export async function withConnection<T>(
  source: ConnectionSource,
  work: (client: ImpatientClient) => Promise<T>,
): Promise<T> {
  const client = await (source instanceof Pool ? source : poolOf(source)).connect();
  try {
    if (!(client instanceof ImpatientClient)) throw new Error('The pool has connections of another kind');
    return await work(client);
  } finally {
    client.release();
  }
}
