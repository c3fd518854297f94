import { join, resolve } from 'node:path';
import { hash } from '@node-rs/argon2';
import pg from 'pg';
import { newProxySecret } from '../../../tools/web/proxy-secret.ts';
import { createWebServer } from '../../../tools/web/web-server.ts';
import { copiedDesk } from '../desk/bench-database.ts';
import { startApi } from '../desk/bench-servers.ts';

const WEB_APP = resolve(import.meta.dirname, '../../../dist/frontend/browser');

/** A desk in its production build, and an agent who can sign in to it. */
export interface WebDesk {
  readonly url: string;
  readonly username: string;
  readonly password: string;
  readonly databaseUrl: string;
}

/** Starts API and web app over a copy of the kept desk of a size; `cleanup` ends all of it. */
export async function startWebDesk(
  { serverUrl, size, logFolder }: { readonly serverUrl: string; readonly size: number; readonly logFolder: string },
  cleanup: AsyncDisposableStack,
): Promise<WebDesk> {
  const desk = await copiedDesk(serverUrl, size);
  cleanup.defer(() => desk.drop());
  const proxySecret = newProxySecret();
  const environment = { PROXY_SECRET: proxySecret };
  const api = await startApi({
    databaseUrl: desk.url,
    callers: [],
    logFolder: join(logFolder, 'web'),
    cleanup,
    environment,
  });
  const web = await createWebServer({ folder: WEB_APP, apiUrl: api.url, proxySecret });
  cleanup.defer(() => web.close());
  const url = await web.listen({ host: '127.0.0.1', port: 0 });
  return { url, databaseUrl: desk.url, ...(await agentOf(desk.url)) };
}

/** The first agent, with a password that this run knows. */
async function agentOf(databaseUrl: string): Promise<Pick<WebDesk, 'username' | 'password'>> {
  const password = crypto.randomUUID();
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ username: string }>(
      `UPDATE users SET password_hash = $1, must_change_password = false, password_expires_at = NULL
       WHERE id = (SELECT min(id) FROM users WHERE active AND role = 'agent') RETURNING username`,
      [await hash(password)],
    );
    return { username: rows[0]?.username ?? '', password };
  } finally {
    await client.end();
  }
}
