import { mkdtemp } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EmbeddedPostgres } from '../../../backend/src/database/embedded/embedded-postgres.ts';
import { FAKE_LLM_KEY, FakeLlmServer } from '../../../backend/test/support/fake-llm-server.ts';
import { ApiProcess } from '../../../tools/launcher/api.ts';
import { createWebServer } from '../../../tools/web/web-server.ts';

/** A whole desk: real PostgreSQL, the built API and web app; only the LLM is played by a small server. */
export interface Desk {
  readonly url: string;
  readonly apiUrl: string;
  readonly llmUrl: string;
  readonly stop: () => Promise<void>;
}

export async function startDesk(): Promise<Desk> {
  const folder = await mkdtemp(join(tmpdir(), 'support-tickets-e2e-'));
  const database = await EmbeddedPostgres.start({ dataDir: join(folder, 'database'), ephemeral: true });
  const llm = new FakeLlmServer();
  const openaiBaseUrl = await llm.start();
  const port = await freePort();
  const api = new ApiProcess({
    main: 'dist/backend/main.js',
    logFile: join(folder, 'api.log'),
    environment: {
      DATABASE_URL: database.url,
      HOST: '127.0.0.1',
      PORT: String(port),
      LLM_API_KEY: FAKE_LLM_KEY,
      OPENAI_BASE_URL: openaiBaseUrl,
      LLM_TIMEOUT_MS: '3000',
    },
  });
  await api.ready();
  const apiUrl = `http://127.0.0.1:${String(port)}`;
  const web = await createWebServer({ folder: join(process.cwd(), 'dist/frontend/browser'), apiUrl });
  const url = await web.listen({ host: '127.0.0.1', port: 0 });
  return {
    url,
    apiUrl,
    llmUrl: new URL(openaiBaseUrl).origin,
    stop: async () => {
      await web.close();
      await api.stop();
      await llm.stop();
      await database.stop();
    },
  };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
