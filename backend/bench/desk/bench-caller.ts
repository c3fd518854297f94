import type { Client } from 'pg';
import { makeApiTokenSecret } from '../../src/auth/domain/api-token-secret.ts';
import { hashToken } from '../../src/auth/domain/opaque-token.ts';

/** Who asks in a bench: an agent, with a token that lasts for a day. */
export interface BenchCaller {
  readonly userId: number;
  readonly headers: Readonly<Record<string, string>>;
}

/** Gives so many tokens to the agents of the desk, one after another; past the API, which would ask for their passwords. */
export async function benchCallers(client: Client, count: number): Promise<readonly BenchCaller[]> {
  const secrets = Array.from({ length: count }, makeApiTokenSecret);
  const { rows } = await client.query<{ user_id: string; token_hash: string }>(
    `INSERT INTO api_tokens (user_id, name, scopes, token_hash, expires_at)
     SELECT agent.id, 'bench', '{tickets:read,tickets:write}', hash, now() + interval '1 day'
     FROM (SELECT id, row_number() OVER (ORDER BY id) AS place, count(*) OVER () AS agents
           FROM users WHERE active AND role = 'agent') AS agent
       JOIN unnest($1::text[]) WITH ORDINALITY AS token (hash, turn) ON (turn - 1) % agents = place - 1
     RETURNING user_id, token_hash`,
    [secrets.map(hashToken)],
  );
  const byHash = new Map(secrets.map((secret) => [hashToken(secret), secret]));
  return rows.map(({ user_id: id, token_hash: hash }) => ({
    userId: Number(id),
    headers: { authorization: `Bearer ${byHash.get(hash) ?? ''}` },
  }));
}
