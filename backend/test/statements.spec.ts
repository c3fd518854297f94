import { CallerRepository } from '../src/auth/caller.repository.ts';
import { hashToken } from '../src/auth/domain/opaque-token.ts';
import { bearer, browserOf, makePerson, makeToken } from './support/accounts.ts';
import type { ApiClient } from './support/api-client.ts';
import { idOf } from './support/people.ts';
import { type TestApp, startReplica, startTestApp } from './support/test-app.ts';

let app: TestApp;
let agent: ApiClient;
let secret: string;
// One connection, so that all that is asked can be counted on it.
beforeAll(async () => {
  app = await startTestApp({ DATABASE_POOL_SIZE: '1' });
  await makePerson(app, 'counted');
  ({ secret } = await makeToken(await browserOf(app, 'counted'), ['tickets:read', 'tickets:write']));
  agent = bearer(app, secret);
});
afterAll(() => app.close());

/**
 * How many statements with values the connection has been asked so far, and how often each; without that by which a process
 * tells others of a commit, and the one by which it looks for a newer model, for which no request waits.
 */
async function asked(): Promise<Map<string, number>> {
  const rows = await app.sql<{ statement: string; uses: number }>(
    `SELECT statement, (generic_plans + custom_plans)::int AS uses FROM pg_prepared_statements
     WHERE statement !~ 'pg_notify|FROM models'`,
  );
  return new Map(rows.map(({ statement, uses }) => [statement, uses]));
}

async function askedBy(work: () => Promise<unknown>): Promise<string[]> {
  const before = await asked();
  await work();
  const after = await asked();
  return [...after].flatMap(([statement, uses]) =>
    Array.from({ length: uses - (before.get(statement) ?? 0) }, () => statement),
  );
}

describe('a request, sign-in included,', () => {
  let id: number;
  beforeAll(async () => {
    const text = { title: 'Counted', description: 'How often is the database asked?' };
    const { body } = await agent.post('/api/tickets', { ...text, category: 'general', priority: 'low' });
    ({ id } = body as { id: number });
  });

  it.each([
    ['the newest tickets', '/api/tickets', 2],
    ['the tickets of three filters', '/api/tickets?status=open&category=general&priority=low', 2],
    ['the unresolved, most urgent first', '/api/tickets?status=open,in_progress&sort=most_urgent', 2],
    ['the counts of the tabs', '/api/tickets/views', 2],
    ['a list that is empty', '/api/tickets?status=closed&assignee=me', 3],
  ])('for %s (%s) takes %i statements', async (_, path, statements) => {
    await agent.get(path);
    expect(await askedBy(() => agent.get(path))).toHaveLength(statements);
  });

  it('for a ticket asks two statements', async () => {
    expect(await askedBy(() => agent.get(`/api/tickets/${String(id)}`))).toHaveLength(2);
  });

  it('that changes a ticket asks three statements, and that writes one asks two', async () => {
    const change = (status: string) => agent.patch(`/api/tickets/${String(id)}`, { status });
    const text = { title: 'Another', description: 'And again?' };
    const create = () => agent.post('/api/tickets', { ...text, category: 'general', priority: 'low' });
    expect(await askedBy(() => change('in_progress'))).toHaveLength(3);
    expect(await askedBy(create)).toHaveLength(2);
  });

  it('that gives a ticket to somebody else asks four statements, by which that person is told as well', async () => {
    const give = (assignee: number) => agent.patch(`/api/tickets/${String(id)}`, { assignee });
    await give(await idOf(app, 'test-agent'));
    const other = await idOf(app, 'test-admin');
    expect(await askedBy(() => give(other))).toHaveLength(4);
    expect(await app.sql('SELECT FROM notifications WHERE user_id = $1', [other])).toHaveLength(1);
  });
});

describe('a list that is asked for again and again', () => {
  it.each(['status=open&category=general&priority=low', 'category=general', 'assignee=me&status=open,in_progress'])(
    'is planned for any values, not each time (%s)',
    async (query) => {
      const asks = 12;
      for (let turn = 0; turn < asks; turn += 1) await agent.get(`/api/tickets?${query}`);
      const often = await app.sql<{ planned: number }>(
        `SELECT custom_plans::int AS planned FROM pg_prepared_statements
         WHERE statement LIKE '%FROM tickets AS t%' AND generic_plans + custom_plans >= $1::int`,
        [asks],
      );
      expect(often.length).toBeGreaterThan(0);
      for (const { planned } of often) expect(planned).toBeLessThanOrEqual(5);
    },
  );
});

describe('what is asked of lists of one', () => {
  it('is planned for any list, not each time: the caller and the ticket', async () => {
    const { body } = await agent.get<{ results: { id: number }[] }>('/api/tickets');
    for (let turn = 0; turn < 12; turn += 1) await agent.get(`/api/tickets/${String(body.results[0]?.id)}`);
    const often = await app.sql<{ planned: number }>(
      `SELECT custom_plans::int AS planned FROM pg_prepared_statements
       WHERE statement ~ 'token_hash = ANY|FROM tickets WHERE id = ANY' AND generic_plans + custom_plans >= 12`,
    );
    expect(often).toHaveLength(2);
    for (const { planned } of often) expect(planned).toBeLessThanOrEqual(5);
  });
});

describe('callers who come while another is looked up', () => {
  it('are looked up in one statement, and each is who they are', async () => {
    await makePerson(app, 'another');
    const other = await makeToken(await browserOf(app, 'another'), ['tickets:read']);
    const callers = app.get(CallerRepository);
    const hashes = [secret, 'desk_nobody', other.secret, secret].map(hashToken);
    let found: unknown[] = [];
    const statements = await askedBy(async () => {
      found = await Promise.all(hashes.map((hash) => callers.findToken(hash)));
    });
    expect(statements).toHaveLength(2);
    expect(found).toMatchObject([
      { user: { username: 'counted' } },
      null,
      { user: { username: 'another' }, scopes: ['tickets:read'] },
      { user: { username: 'counted' } },
    ]);
  });
});

describe('a token that is revoked while many use it', () => {
  it('opens nothing any more once that has answered, at either API', async () => {
    const owner = await browserOf(app, 'counted');
    const { token, secret: revoked } = await makeToken(owner, ['tickets:read']);
    const replica = await startReplica(app);
    let hasAnswered = false;
    const told = [app, replica].flatMap((desk) =>
      Array.from({ length: 6 }, async () => {
        for (;;) {
          const isOver = hasAnswered;
          const { status } = await bearer(desk, revoked).get('/api/auth/me');
          if (isOver) return status;
        }
      }),
    );
    for (let turn = 0; turn < 10; turn += 1) {
      expect((await bearer(turn % 2 ? app : replica, revoked).get('/api/auth/me')).status).toBe(200);
    }
    expect((await owner.delete(`/api/auth/tokens/${token.id}`)).status).toBe(204);
    hasAnswered = true;
    expect(await Promise.all(told)).toEqual(told.map(() => 401));
  });
});
