import { createHash, randomBytes } from 'node:crypto';
import { type Answer, ApiClient } from './api-client.ts';
import type { TestApp } from './test-app.ts';
import { TEST_PASSWORD, type TestRole, cookieWith } from './test-people.ts';

export interface AccountBody {
  id: number;
  username: string;
  display_name: string;
  role: TestRole;
  must_change_password: boolean;
}

export interface TokenBody {
  id: string;
  name: string;
  scopes: string[];
  created_at: string;
  expires_at: string;
  last_used_at: string | null;
  expired: boolean;
}

/** Makes a person, who has the password of all test people, and gives back their id. */
export async function makePerson(
  app: TestApp,
  username: string,
  { role = 'agent', mustChange = false }: { role?: TestRole; mustChange?: boolean } = {},
): Promise<number> {
  const [row] = await app.sql<{ id: string }>(
    `INSERT INTO users (username, display_name, role, must_change_password, password_hash)
     SELECT $1, $1, $2, $3, password_hash FROM users WHERE username = 'test-agent' RETURNING id`,
    [username, role, mustChange],
  );
  return Number(row?.id);
}

/** Somebody in a browser of their own, in which they have signed in as `makePerson` made them. */
export async function browserOf(app: TestApp, username: string): Promise<ApiClient> {
  const token = randomBytes(32).toString('base64url');
  await app.sql(
    `INSERT INTO sessions (user_id, token_hash, expires_at, address, user_agent)
     SELECT id, $2, now() + interval '1 day', '127.0.0.1', 'test' FROM users WHERE username = $1`,
    [username, sha256(token)],
  );
  return new ApiClient(app.url, cookieWith(app, token));
}

/** Signs in over HTTP. */
export function signIn(
  app: TestApp,
  username: string,
  password: string = TEST_PASSWORD,
  headers: Record<string, string> = {},
): Promise<Answer<{ user: AccountBody }>> {
  return app.anonymous.post('/api/auth/login', { username, password }, headers);
}

/** What a browser sends back after an answer: the session that the answer set. */
export function sessionCookie({ headers }: Answer<unknown>): string {
  const [pair = ''] = headers.get('set-cookie')?.split(';') ?? [];
  return pair;
}

/** Somebody who shows this API token. */
export function bearer(app: TestApp, secret: string): ApiClient {
  return new ApiClient(app.url, { authorization: `Bearer ${secret}` });
}

/** Makes an API token over HTTP. */
export async function makeToken(
  owner: ApiClient,
  scopes: readonly string[],
): Promise<{ token: TokenBody; secret: string }> {
  const wanted = { name: 'For a test', scopes, expires_in_days: 1 };
  const { status, body } = await owner.post<{ token: TokenBody; secret: string }>('/api/auth/tokens', wanted);
  if (status !== 201) throw new Error(`The token was not made: ${JSON.stringify(body)}`);
  return body;
}

export interface AuditRow {
  kind: string;
  actor_id: string | null;
  via: string;
  address: string | null;
  subject_type: string | null;
  subject_id: string | null;
  subject_label: string | null;
  details: Record<string, unknown>;
}

/** The events of one kind, oldest first. */
export function auditEvents(app: TestApp, kind: string): Promise<AuditRow[]> {
  return app.sql<AuditRow>(
    `SELECT kind, actor_id, via, address, subject_type, subject_id, subject_label, details
     FROM audit_events WHERE kind = $1 ORDER BY id`,
    [kind],
  );
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
