import type { AddressInfo } from 'node:net';
import { DataSource } from 'typeorm';
import { createApp } from '../../src/create-app.ts';
import { ApiClient } from './api-client.ts';
import { createTestDatabase } from './test-database.ts';

/** The whole API on a real port over a database of its own. Real: HTTP, PostgreSQL, everything in between. */
export interface TestApp {
  readonly url: string;
  readonly api: ApiClient;
  /** Straight to the database, past all code of ours. */
  readonly sql: <Row = Record<string, unknown>>(statement: string, parameters?: unknown[]) => Promise<Row[]>;
  readonly get: <T>(token: abstract new (...args: never[]) => T) => T;
  readonly close: () => Promise<void>;
}

/** Starts the API; `variables` are environment variables that differ from the defaults of a test. */
export async function startTestApp(variables: Record<string, string> = {}): Promise<TestApp> {
  const database = await createTestDatabase();
  const app = await createApp({
    NODE_ENV: 'test',
    DATABASE_URL: database.url,
    LOG_LEVEL: 'silent',
    SEED_DEMO_DATA: 'false',
    ...variables,
  });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const url = `http://127.0.0.1:${String(port)}`;
  return {
    url,
    api: new ApiClient(url),
    sql: (statement, parameters) => app.get(DataSource).query(statement, parameters),
    get: (token) => app.get(token),
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}
