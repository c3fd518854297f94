import fc from 'fast-check';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { verifyStats } from '../src/setup/verify-stats.ts';
import { CountVerification } from '../src/stats/count-verification.repository.ts';
import { type BulkRunBody, finished, runToEnd, undoToEnd } from './support/bulk-runs.ts';
import { beforeMigration } from './support/earlier-schema.ts';
import { createTestDatabase } from './support/test-database.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { insertTickets } from './support/ticket-rows.ts';

const FOLDING_LOCK = 7_204_118;
const CATEGORIES = ['billing', 'technical', 'account', 'general'] as const;
const PRIORITIES = ['low', 'medium', 'high', 'critical'] as const;
const STATUSES = ['open', 'in_progress', 'resolved', 'closed'] as const;

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const verification = () => new CountVerification(app.get(DataSource));

/** Does something on a connection of its own, which breaks off in the middle of its transaction. */
async function breakOff(...statements: string[]): Promise<void> {
  const client = new Client({ connectionString: app.databaseUrl });
  const broken = new Promise((resolve) => client.once('end', resolve));
  client.on('error', () => undefined);
  await client.connect();
  const { rows } = await client.query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
  await client.query('BEGIN');
  for (const statement of statements) await client.query(statement);
  await app.sql('SELECT pg_terminate_backend($1)', [rows[0]?.pid]);
  await broken;
}

const ADD = `INSERT INTO tickets (title, description, category, priority, created_at)
  SELECT 'Never', 'there', 'billing', 'low', now() - n * interval '1 hour' FROM generate_series(1, 90) AS n`;

/** Some of the newest tickets; nobody else may have them meanwhile. */
async function some(count: number): Promise<number[]> {
  const { results } = await app.api.list({ limit: String(count) });
  return results.map(({ id }) => id);
}

const bulk = async (action: object, count: number) => {
  const ids = await some(count);
  if (ids.length > 0) await runToEnd(app.as('admin'), { selection: { ids }, action });
};
let merged = 0;

type Deed = readonly [kind: number, choice: number];

/** What people and the desk do with tickets, and what happens to them meanwhile. */
const DEEDS: readonly ((choice: number) => Promise<unknown>)[] = [
  (n) =>
    app.api.createTicket({
      category: CATEGORIES[n % 4]!,
      priority: PRIORITIES[(n >> 2) % 4]!,
      assignee: n % 3 === 0 ? 1 : null,
    }),
  (n) => app.api.post('/api/tickets?classify=true', { title: `Waits ${String(n)}`, description: 'to be sorted' }),
  (n) => insertTickets(app, ADD.replace('INSERT INTO tickets', '').replace('90', String(1 + (n % 70)))),
  async (n) => {
    for (const id of await some(4)) {
      await app.api.patch(`/api/tickets/${String(id)}`, {
        status: STATUSES[n % 4],
        priority: PRIORITIES[(n >> 2) % 4],
      });
    }
  },
  async (n) => {
    for (const id of await some(3)) await app.api.patch(`/api/tickets/${String(id)}`, { assignee: n % 2 ? 1 : null });
  },
  (n) => bulk({ kind: 'change', changes: { status: STATUSES[n % 4] } }, 40),
  async () => {
    const [id] = await some(1);
    if (id === undefined) return;
    await app.as('admin').delete(`/api/admin/tickets/${String(id)}`);
    const { body } = await app.as('admin').get<{ results: BulkRunBody[] }>('/api/admin/tickets/bulk');
    const last = body.results.find(({ can_undo: canUndo }) => canUndo);
    if (last) await undoToEnd(app.as('admin'), last.id).catch(() => undefined);
  },
  () => bulk({ kind: 'delete' }, 20),
  async (n) => {
    const key = `short_lived_${String((merged += 1))}`;
    await app.sql(`INSERT INTO categories (key, label, description, position) VALUES ($1, $1, '', 9)`, [key]);
    await app.api.createTicket({ category: key, priority: 'low' });
    const into = CATEGORIES[n % 4];
    const { body } = await app.as('admin').post<BulkRunBody>(`/api/admin/categories/${key}/merge`, { into });
    await finished(app.as('admin'), body.id);
  },
  () => breakOff(ADD),
  () => breakOff(ADD, `SELECT pg_advisory_xact_lock(${String(FOLDING_LOCK)})`, 'SELECT fold_ticket_changes()'),
  () => breakOff('SELECT rebuild_ticket_counts()'),
  () =>
    app.get(DataSource).transaction(async (transaction) => {
      await transaction.query('SELECT pg_advisory_xact_lock($1)', [FOLDING_LOCK]);
      await transaction.query('SELECT fold_ticket_changes()');
    }),
  () => verification().rebuild(),
  async () => expect(await verification().wrong()).toEqual([]),
];

describe('the counts of tickets', () => {
  it('are what a scan finds after anything that may happen side by side', async () => {
    const deed = fc.tuple(fc.nat(DEEDS.length - 1), fc.nat(63));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(deed, { maxLength: 5 }), { minLength: 4, maxLength: 4 }), async (people) => {
        await Promise.all(
          people.map(async (deeds: readonly Deed[]) => {
            for (const [kind, choice] of deeds) await DEEDS[kind]?.(choice);
          }),
        );
        expect(await verification().wrong()).toEqual([]);
      }),
      { numRuns: 4 },
    );
  });

  it('are the counts of every list', async () => {
    const anyOf = <T>(values: readonly T[]) =>
      fc.option(fc.subarray([...values], { minLength: 1 }), { nil: undefined });
    const filter = fc.record({
      status: anyOf(STATUSES),
      category: anyOf(CATEGORIES),
      priority: anyOf(PRIORITIES),
      assignee: anyOf(['none', '1', '2']),
      triage: fc.constantFrom(undefined, ['pending']),
    });
    await fc.assert(
      fc.asyncProperty(filter, async (asked) => {
        const given = Object.entries(asked).flatMap(([name, values]) => (values ? [[name, values] as const] : []));
        const query = Object.fromEntries(given.map(([name, values]) => [name, values.join(',')]));
        const { count, count_exact: isExact } = await app.api.list({ ...query, limit: '1' });
        const sorted = (asked.category ?? asked.priority) && !asked.triage ? ['triage IS NULL'] : [];
        const conditions = given.map(([name, values]) => {
          const column = name === 'assignee' ? `coalesce(assignee::text, 'none')` : name;
          return `${column} IN (${values.map((value) => `'${value}'`).join(', ')})`;
        });
        const [row] = await app.sql<{ count: number }>(
          `SELECT count(*)::int AS count FROM tickets
           WHERE ${['deleted_at IS NULL', ...conditions, ...sorted].join(' AND ')}`,
        );
        expect([count, isExact]).toEqual([row?.count, true]);
      }),
      { numRuns: 30 },
    );
  });

  it('are exact beyond ten thousand', async () => {
    const before = (await app.api.list({ limit: '1' })).count;
    const past = ['tickets_index_text', 'tickets_history_check'];
    for (const trigger of past) await app.sql(`ALTER TABLE tickets DISABLE TRIGGER ${trigger}`);
    await app.sql(
      `INSERT INTO tickets (title, description, category, priority)
       SELECT 'One of many', 'x', 'general', 'low' FROM generate_series(1, 10001)`,
    );
    for (const trigger of past) await app.sql(`ALTER TABLE tickets ENABLE TRIGGER ${trigger}`);
    expect(await app.api.list({ limit: '1' })).toMatchObject({ count: before + 10_001, count_exact: true });
    expect(await verification().wrong()).toEqual([]);
  });

  it('make no writer wait for another, nor for one who adds them up', async () => {
    const busy = new Client({ connectionString: app.databaseUrl });
    await busy.connect();
    await busy.query('BEGIN');
    await busy.query('SELECT pg_advisory_xact_lock($1)', [FOLDING_LOCK]);
    await busy.query('SELECT fold_ticket_changes()');
    const before = (await app.api.list({ category: 'billing', limit: '1' })).count;
    await insertTickets(app, ADD.replace('INSERT INTO tickets', ''));
    expect((await app.api.list({ category: 'billing', limit: '1' })).count).toBe(before + 90);
    await busy.query('COMMIT');
    await busy.end();
    expect((await app.api.list({ category: 'billing', limit: '1' })).count).toBe(before + 90);
  });

  it('are proved and repaired while tickets are written', async () => {
    await app.sql('UPDATE ticket_counts SET tickets = tickets + 3 WHERE assignee = -1');
    await app.sql(`DELETE FROM ticket_days WHERE day = (SELECT max(day) FROM ticket_days)`);
    await app.sql(`INSERT INTO ticket_count_changes VALUES (1, 1960000, NULL, 5, false, 'open', 'billing', 'low')`);
    const wrong = await verification().wrong();
    expect(wrong.map(({ what }) => what)).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^all, open, billing, low/),
        expect.stringMatching(/^of user 1, open, billing, low/),
        'created from 2025-11-24 16:00 UTC on',
      ]),
    );
    expect(await verifyStats(verification(), { repair: false })).toMatchObject({ right: false });
    const writing = Promise.all(Array.from({ length: 12 }, () => app.api.createTicket({ category: 'account' })));
    const told = await verifyStats(verification(), { repair: true });
    await writing;
    expect(told.words).toMatch(/^\d+ counts are wrong.*\n {2}all, .*: \d+, not \d+\n/);
    expect(told).toMatchObject({
      right: true,
      words: expect.stringMatching(/They were counted anew and are right now.$/),
    });
    expect(await verifyStats(verification(), { repair: false })).toMatchObject({ right: true });
  });
});

describe('a database from before tickets were counted', () => {
  it('has them counted, those too that are written meanwhile', async () => {
    const database = await createTestDatabase();
    await beforeMigration(database, 'CountTickets', async (sql) => {
      await insertTickets({ sql }, ADD.replace('INSERT INTO tickets', ''));
      await insertTickets(
        { sql },
        `(title, description, category, priority, status, created_at, resolved_at, deleted_at)
         SELECT 't', 'd', 'general', 'high', 'resolved', now() - interval '2 days', now(), NULL FROM generate_series(1, 5)`,
      );
    });
    const dataSource = new DataSource({ type: 'postgres', url: database.url });
    await dataSource.initialize();
    expect(await new CountVerification(dataSource).wrong()).toEqual([]);
    const [sum] = await dataSource.query('SELECT sum(tickets)::int AS tickets FROM ticket_counts WHERE assignee = -1');
    expect(sum).toEqual({ tickets: 95 });
    await dataSource.destroy();
    await database.drop();
  });
});
