import { createHash } from 'node:crypto';
import { Client } from 'pg';
import { hashPassword } from '../../src/auth/password-hasher.ts';
import { SessionCookie } from '../../src/auth/session-cookie.ts';
import type { TestApp } from './test-app.ts';

/** Both people of every test database sign in with it. */
export const TEST_PASSWORD = 'a password for tests';

export type TestRole = 'agent' | 'admin';

/** In place of the first admin, a test database has one admin and one agent, who are signed in already. */
export async function makeTestPeople(url: string): Promise<void> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const hash = await hashPassword(TEST_PASSWORD);
    await client.query(
      `UPDATE users SET username = 'test-admin', display_name = 'Test Admin', password_hash = $1,
         must_change_password = false`,
      [hash],
    );
    await client.query(
      `INSERT INTO users (username, display_name, role, password_hash) VALUES ('test-agent', 'Test Agent', 'agent', $1)`,
      [hash],
    );
    for (const role of ['agent', 'admin'] as const) {
      await client.query(
        `INSERT INTO sessions (user_id, token_hash, expires_at, address, user_agent)
         SELECT id, $2, now() + interval '1 day', '127.0.0.1', 'test' FROM users WHERE username = $1`,
        [`test-${role}`, createHash('sha256').update(tokenOf(role)).digest('hex')],
      );
    }
  } finally {
    await client.end();
  }
}

/** The session that each of them has from the start: what their browser sends. */
export function cookieOf(app: Pick<TestApp, 'get'>, role: TestRole): { readonly cookie: string } {
  return cookieWith(app, tokenOf(role));
}

/** What a browser sends to this desk when it carries the session of this secret. */
export function cookieWith(app: Pick<TestApp, 'get'>, token: string): { readonly cookie: string } {
  return { cookie: `${app.get(SessionCookie).nameFor({ secure: false })}=${token}` };
}

function tokenOf(role: TestRole): string {
  return `session-of-test-${role}`;
}
