import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { ClientWentAway } from '../src/common/problems/domain-error.ts';
import { AbortableReads } from '../src/database/abortable-reads.ts';
import { withTransaction } from '../src/database/transaction.ts';
import { UnitOfWork } from '../src/database/unit-of-work.ts';
import { startFailure } from '../src/start-failure.ts';
import type { ProblemBody } from './support/api-client.ts';
import { runToEnd } from './support/bulk-runs.ts';
import { sessionCookie, signIn } from './support/accounts.ts';
import { EventStream } from './support/event-stream.ts';
import { hold } from './support/held-ticket.ts';
import { PGBOUNCER_MISSING, PGBOUNCER_VERSION, type PgBouncer, startPgBouncer } from './support/pgbouncer.ts';
import { type TestApp, startApi, startReplica, startTestApp } from './support/test-app.ts';
import { createTestDatabase } from './support/test-database.ts';
import { until } from './support/until.ts';

/** The number by which processes that migrate wait for each other. */
const PREPARATION_LOCK = 7_204_115;
const SHORT = { DATABASE_STATEMENT_TIMEOUT_MS: '1000' };
const limits = `SELECT current_setting('statement_timeout') AS statement,
  current_setting('idle_in_transaction_session_timeout') AS idle`;
const BOTH = [{ statement: '1s', idle: '30s' }];

let app: TestApp;
let pooler: PgBouncer;

/** The same database under another name, as what is in front of a pooler looks to the desk. */
function otherNameOf(url: string): string {
  return url.replace('127.0.0.1', 'localhost');
}

/** Whether what is slow is cut, whichever way it is asked. */
function itHoldsItsLimits(desk: () => TestApp): void {
  it('holds its limits in statements that stand alone, with values and without', async () => {
    expect(await desk().sql(limits)).toEqual(BOTH);
    expect(await desk().sql(limits, [])).toEqual(BOTH);
    expect(await desk().sql(limits, [])).toEqual(BOTH);
    await expect(desk().sql('SELECT pg_sleep(30)')).rejects.toThrow('statement timeout');
    await expect(desk().sql('SELECT pg_sleep($1)', [30])).rejects.toThrow('statement timeout');
  });

  it('holds its limits in transactions, but where one is allowed more', async () => {
    const ask = (work: Parameters<typeof withTransaction<unknown>>[1]) => withTransaction(desk().get(DataSource), work);
    expect(await ask((transaction) => transaction.query(limits, []))).toEqual(BOTH);
    expect(await ask((transaction) => transaction.query(limits))).toEqual(BOTH);
    expect(await ask((transaction) => transaction.last(limits, []))).toEqual(BOTH);
    await expect(ask((transaction) => transaction.query('SELECT pg_sleep($1)', [30]))).rejects.toThrow(
      'statement timeout',
    );
    const longer = await ask(async (transaction) => {
      await transaction.allow(60_000);
      return transaction.query(limits, []);
    });
    expect(longer).toEqual([{ statement: '1min', idle: '30s' }]);
    expect(await desk().sql(limits)).toEqual(BOTH);
  });

  it('can ask again what failed, and commits nothing of it', async () => {
    const broken = 'SELECT 1 / $1::int AS whole';
    for (let n = 0; n < 3; n += 1) await expect(desk().sql(broken, [0])).rejects.toThrow('division by zero');
    expect(await desk().sql(broken, [1])).toEqual([{ whole: 1 }]);
    expect(await desk().sql(broken, [1])).toEqual([{ whole: 1 }]);
    const { id } = await desk().api.createTicket();
    const fail = desk()
      .get(UnitOfWork)
      .run(async (transaction) => {
        await transaction.query(`UPDATE tickets SET title = 'never' WHERE id = $1`, [id]);
        await transaction.query(broken, [0]);
      });
    await expect(fail).rejects.toThrow('division by zero');
    expect((await desk().api.get<{ title: string }>(`/api/tickets/${String(id)}`)).body.title).not.toBe('never');
  });
}

beforeAll(async () => {
  app = await startTestApp(SHORT);
});
afterAll(() => app.close());

describe('a desk that tells its limits with each transaction, statements under names', () => {
  let desk: TestApp;
  beforeAll(async () => {
    desk = await startReplica(app, { ...SHORT, DATABASE_DIRECT_URL: otherNameOf(app.databaseUrl) });
  });
  itHoldsItsLimits(() => desk);

  it('prepares each statement once for a connection all the same', async () => {
    const one = await startReplica(app, { DATABASE_DIRECT_URL: otherNameOf(app.databaseUrl), DATABASE_POOL_SIZE: '1' });
    for (let n = 0; n < 3; n += 1) await one.api.list({ status: 'open' });
    const lists = await one.sql<{ uses: number }>(
      `SELECT (generic_plans + custom_plans)::int AS uses FROM pg_prepared_statements
       WHERE statement LIKE '%FROM tickets AS t%' AND statement NOT LIKE '%pg_prepared%'`,
    );
    expect(lists).toEqual([{ uses: 3 }]);
    await one.close();
  });
});

const behindPgBouncer = PGBOUNCER_VERSION === null ? describe.skip : describe;
const name =
  PGBOUNCER_VERSION === null ? `behind PgBouncer: ${PGBOUNCER_MISSING}` : `behind PgBouncer ${PGBOUNCER_VERSION}`;

behindPgBouncer(name, () => {
  let desk: TestApp;
  const behind = (databaseUrl: string) => ({
    ...SHORT,
    DATABASE_URL: pooledUrl(databaseUrl),
    DATABASE_DIRECT_URL: databaseUrl,
    DATABASE_PREPARED_STATEMENTS: 'false',
  });
  const pooledUrl = (databaseUrl: string): string => {
    const url = new URL(databaseUrl);
    url.host = new URL(pooler.url).host;
    return url.href;
  };
  beforeAll(async () => {
    pooler = await startPgBouncer(app.databaseUrl);
    desk = await startReplica(app, behind(app.databaseUrl));
  });
  afterAll(async () => {
    await desk.close();
    await pooler.stop();
  });

  itHoldsItsLimits(() => desk);

  it('signs people in, and they create, change, list and search', async () => {
    const signedIn = await signIn(desk, 'test-agent');
    expect(signedIn).toMatchObject({ status: 200 });
    expect(sessionCookie(signedIn)).toContain('=');
    const { id } = await desk.api.createTicket({ title: 'A platypus behind a pooler' });
    const changed = await desk.api.patch(`/api/tickets/${String(id)}`, { status: 'in_progress' });
    expect(changed).toMatchObject({ status: 200, body: { version: 2, status: 'in_progress' } });
    expect((await desk.api.list({ status: 'in_progress' })).results[0]).toMatchObject({ id });
    expect((await desk.api.list({ search: 'platypus' })).results).toMatchObject([{ id }]);
    expect((await desk.api.get('/api/tickets/stats')).status).toBe(200);
  });

  it('serves many more at once than there are connections to the database', async () => {
    const made = await Promise.all(Array.from({ length: 60 }, () => desk.api.createTicket()));
    const read = await Promise.all(made.map(({ id }) => desk.api.get(`/api/tickets/${String(id)}`)));
    expect(read.map(({ status }) => status)).toEqual(made.map(() => 200));
  });

  it('does changes of many tickets', async () => {
    const { id } = await desk.api.createTicket({ title: 'One of many' });
    const order = { selection: { ids: [id] }, action: { kind: 'change', changes: { priority: 'critical' } } };
    expect(await runToEnd(desk.as('admin'), order)).toMatchObject({ state: 'done', changed: 1, failed: 0 });
  });

  it('hears at once what other processes tell', async () => {
    const stream = await EventStream.open(desk.url, desk.as('admin').headers);
    await app.as('admin').post('/api/admin/categories', { label: 'Pooled', description: 'x' });
    expect((await stream.event('categories.changed')).data).toEqual({ keys: ['pooled'] });
    const { id } = await app.api.createTicket();
    await stream.until(() => stream.tickets.some(([, ticket]) => ticket === id));
    stream.cut();
  });

  it('tells whoever waits too long for a ticket that somebody else holds', async () => {
    const { id } = await desk.api.createTicket();
    const held = await hold(app, id);
    const { status, body } = await desk.api.patch<ProblemBody>(`/api/tickets/${String(id)}`, { priority: 'low' });
    await held.letGo();
    expect([status, body.code]).toEqual([503, 'database_timeout']);
    expect((await desk.api.patch(`/api/tickets/${String(id)}`, { priority: 'low' })).status).toBe(200);
  });

  it('ends a read that nobody waits for any more, and no later one', async () => {
    const gone = new AbortController();
    const reading = desk.get(AbortableReads).run(
      gone.signal,
      async (ask) => {
        await ask({ sql: 'SELECT pg_advisory_xact_lock($1)', parameters: [815] });
        return ask({ sql: `SELECT 'left', pg_sleep($1)`, parameters: [30] });
      },
      60_000,
    );
    const outcome = expect(reading).rejects.toBeInstanceOf(ClientWentAway);
    const sleeping = () =>
      app.sql(`SELECT 1 FROM pg_stat_activity WHERE query LIKE 'SELECT ''left''%' AND state = 'active'`);
    await until(async () => (await sleeping()).length === 1);
    gone.abort();
    await outcome;
    expect(await sleeping()).toEqual([]);
    expect(await desk.sql(limits)).toEqual(BOTH);
  });

  it('leaves nothing behind on the connections that others get', async () => {
    await Promise.all(Array.from({ length: 20 }, () => desk.sql(limits, [])));
    const stranger = new Client({ connectionString: pooledUrl(app.databaseUrl) });
    await stranger.connect();
    for (let n = 0; n < 10; n += 1)
      expect((await stranger.query(limits)).rows).toEqual([{ statement: '0', idle: '0' }]);
    await stranger.end();
  });

  it('migrates past the pooler: those who start together wait for whoever holds the lock', async () => {
    const database = await createTestDatabase({ migrated: false });
    const holder = new Client({ connectionString: database.url });
    await holder.connect();
    await holder.query('SELECT pg_advisory_lock($1)', [PREPARATION_LOCK]);
    const starting = [1, 2].map(() => startApi(database.url, behind(database.url)));
    const asking = async () =>
      (
        await holder.query(
          `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
             AND query LIKE '%pg_try_advisory_lock%'`,
        )
      ).rowCount;
    await until(async () => (await asking()) === 2);
    expect((await holder.query(`SELECT to_regclass('tickets') AS made`)).rows).toEqual([{ made: null }]);
    await holder.query('SELECT pg_advisory_unlock($1)', [PREPARATION_LOCK]);
    const [one, other] = await Promise.all(starting);
    const migrations = await one!.sql<{ name: string }>('SELECT name FROM migrations');
    expect(new Set(migrations.map(({ name: migration }) => migration)).size).toBe(migrations.length);
    await Promise.all([one!.close(), other!.close(), holder.end()]);
    await database.drop();
  });

  it('says in one sentence what is missing when nobody told where the database itself is', async () => {
    const failure = await startApi(pooledUrl(app.databaseUrl), {}).catch(startFailure);
    expect(failure).toBe(
      'DATABASE_URL leads through a proxy that pools connections; set DATABASE_DIRECT_URL to the address of PostgreSQL itself.',
    );
  });
});
