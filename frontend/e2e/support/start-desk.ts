import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEphemeralPostgres } from '../../../tools/postgres/ephemeral-postgres.ts';
import { FAKE_LLM_KEY, FakeLlmServer } from '../../../backend/test/support/fake-llm-server.ts';
import { BackendProcess } from '../../../tools/launcher/backend-process.ts';
import { freePort } from '../../../tools/free-port.ts';
import { newProxySecret } from '../../../tools/web/proxy-secret.ts';
import { createWebServer } from '../../../tools/web/web-server.ts';
import { ADMIN } from './people.ts';

/** A whole desk: real PostgreSQL, the built API and web app; only the LLM is played by a small server. */
export interface Desk {
  readonly url: string;
  readonly apiUrl: string;
  readonly llmUrl: string;
  readonly databaseUrl: string;
}

/**
 * Every part that has started is stopped by `cleanup`, also when a later one does not start.
 *
 * @param settings of the API beside those that all journeys need.
 */
export async function startDesk(
  cleanup: AsyncDisposableStack,
  settings: Readonly<Record<string, string>> = {},
): Promise<Desk> {
  const database = await startEphemeralPostgres();
  cleanup.defer(() => database.stop());
  const llm = new FakeLlmServer();
  const openaiBaseUrl = await llm.start();
  cleanup.defer(() => llm.stop());

  const folder = await mkdtemp(join(tmpdir(), 'support-tickets-e2e-'));
  cleanup.defer(() => rm(folder, { recursive: true, force: true }));
  const port = await freePort();
  const proxySecret = newProxySecret();
  const api = new BackendProcess({
    name: 'API',
    main: 'dist/backend/main.js',
    logFile: join(folder, 'api.log'),
    // Everything that the API reads, so that the caller's own settings bend nothing.
    environment: {
      NODE_ENV: 'production',
      // Of no effect: the address of the database alone counts.
      ...{ PGHOST: 'nowhere.invalid', PGSSLMODE: 'require', PGOPTIONS: '-c search_path=nowhere' },
      LOG_LEVEL: 'info',
      PROCESS_ROLE: 'all',
      HOST: '127.0.0.1',
      PORT: String(port),
      DATABASE_URL: database.url,
      DATABASE_POOL_SIZE: '10',
      DATABASE_STATEMENT_TIMEOUT_MS: '10000',
      SEED_DEMO_DATA: 'true',
      DEMO_SIGN_IN: 'true',
      ADMIN_PASSWORD: ADMIN.password,
      SECRET_KEY: randomBytes(32).toString('base64'),
      // Journeys are faster than people.
      RATE_LIMIT_PER_MINUTE: '100000',
      RATE_LIMIT_CLASSIFY_PER_MINUTE: '10000',
      LLM_PROVIDER: 'openai',
      LLM_API_KEY: FAKE_LLM_KEY,
      OPENAI_MODEL: 'gpt-4o-mini',
      OPENAI_BASE_URL: openaiBaseUrl,
      // More than the fake takes to answer on a busy machine.
      LLM_TIMEOUT_MS: '20000',
      // Journeys that hide a suggestion say so.
      HIDDEN_SHARE: '0',
      PROXY_SECRET: proxySecret,
      ...settings,
    },
  });
  cleanup.defer(() => api.stop());
  await api.ready();

  const apiUrl = `http://127.0.0.1:${String(port)}`;
  const web = await createWebServer({ folder: join(process.cwd(), 'dist/frontend/browser'), apiUrl, proxySecret });
  cleanup.defer(() => web.close());
  const url = await web.listen({ host: '127.0.0.1', port: 0 });
  return { url, apiUrl, llmUrl: new URL(openaiBaseUrl).origin, databaseUrl: database.url };
}
