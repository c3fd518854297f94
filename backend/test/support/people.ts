import type { TestApp } from './test-app.ts';

/** The id of a person of the desk. */
export async function idOf({ sql }: Pick<TestApp, 'sql'>, username: string): Promise<number> {
  const [row] = await sql<{ id: string }>('SELECT id FROM users WHERE username = $1', [username]);
  if (!row) throw new Error(`There is no user ${username}`);
  return Number(row.id);
}

/** Adds a person who cannot sign in, and gives the id. */
export async function addPerson(
  { sql }: Pick<TestApp, 'sql'>,
  username: string,
  { active = true } = {},
): Promise<number> {
  const [row] = await sql<{ id: string }>(
    `INSERT INTO users (username, display_name, role, active, password_hash)
     VALUES ($1, $1, 'agent', $2, '$argon2id$none') RETURNING id`,
    [username, active],
  );
  return Number(row?.id);
}
