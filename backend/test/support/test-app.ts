import type { AddressInfo } from 'node:net';
import { DataSource } from 'typeorm';
import { createApp } from '../../src/create-app.ts';
import { ApiClient } from './api-client.ts';
import { createTestDatabase } from './test-database.ts';
import { type TestRole, cookieOf } from './test-people.ts';

/** The whole API on a real port over a database of its own. Real: HTTP, PostgreSQL, everything in between. */
export interface TestApp {
  readonly url: string;
  /** Where its database is, for another API beside it. */
  readonly databaseUrl: string;
  /** Those started over its database by `startReplica`. */
  readonly replicas: TestApp[];
  /** The agent `test-agent` in a browser. */
  readonly api: ApiClient;
  /** `test-agent` or `test-admin` in a browser. */
  readonly as: (role: TestRole) => ApiClient;
  /** Somebody without credentials. */
  readonly anonymous: ApiClient;
  /** Straight to the database, past all code of ours. */
  readonly sql: <Row = Record<string, unknown>>(statement: string, parameters?: unknown[]) => Promise<Row[]>;
  readonly get: <T>(token: abstract new (...args: never[]) => T) => T;
  readonly close: () => Promise<void>;
}

/** No test waits for a quota that it does not test. */
const UNLIMITED = { RATE_LIMIT_PER_MINUTE: '1000000', RATE_LIMIT_CLASSIFY_PER_MINUTE: '1000000' };

/** Starts the API; `variables` are environment variables that differ from the defaults of a test. */
export async function startTestApp(variables: Record<string, string> = {}): Promise<TestApp> {
  const database = await createTestDatabase();
  const app = await startApi(database.url, variables);
  const close = async () => {
    await Promise.all(app.replicas.map((replica) => replica.close()));
    await app.close();
    await database.drop();
  };
  return { ...app, close };
}

/** Starts one more API over the database of another, with which it closes at the latest. */
export async function startReplica(of: TestApp, variables: Record<string, string> = {}): Promise<TestApp> {
  const replica = await startApi(of.databaseUrl, variables);
  of.replicas.push(replica);
  return replica;
}

/** Starts the API over a database that the test makes itself; who is in it is the test's business too. */
export async function startApi(databaseUrl: string, variables: Record<string, string>): Promise<TestApp> {
  const app = await createApp({
    NODE_ENV: 'test',
    DATABASE_URL: databaseUrl,
    LOG_LEVEL: 'silent',
    // Nobody has to hear of it.
    STOP_NOTICE_MS: '0',
    SEED_DEMO_DATA: 'false',
    // What suggests by itself is for the tests that are about it.
    LLM_PROVIDER: 'openai',
    // What is drawn by lot is for the tests that are about it.
    HIDDEN_SHARE: '0',
    // Tests play the proxy in front.
    TRUSTED_PROXIES: 'loopback',
    ...UNLIMITED,
    ...variables,
  });
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  const url = `http://127.0.0.1:${String(port)}`;
  const sql: TestApp['sql'] = (statement, parameters) => app.get(DataSource).query(statement, parameters);
  let closing: Promise<void> | undefined;
  const get: TestApp['get'] = (token) => app.get(token);
  const clients = {
    agent: new ApiClient(url, cookieOf({ get }, 'agent')),
    admin: new ApiClient(url, cookieOf({ get }, 'admin')),
  };
  return {
    ...{ url, databaseUrl, replicas: [], sql },
    api: clients.agent,
    as: (role) => clients[role],
    anonymous: new ApiClient(url),
    get,
    close: () => (closing ??= app.close()),
  };
}
