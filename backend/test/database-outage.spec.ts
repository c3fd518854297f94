import { randomUUID } from 'node:crypto';
import { PgBoss } from 'pg-boss';
import { DataSource } from 'typeorm';
import { Settings } from '../src/config/settings.ts';
import { dataSourceOptions } from '../src/database/data-source.ts';
import { DatabaseSilent } from '../src/database/impatient-client.ts';
import { withTransaction } from '../src/database/transaction.ts';
import { bossOptions } from '../src/jobs/boss-options.ts';
import type { Answer, ProblemBody, TicketBody } from './support/api-client.ts';
import { type DatabaseProxy, startDatabaseProxy } from './support/database-proxy.ts';
import { hold, waiting } from './support/held-ticket.ts';
import { type TestApp, startApi, startTestApp } from './support/test-app.ts';

let direct: TestApp;
let network: DatabaseProxy;
let app: TestApp;
beforeAll(async () => {
  direct = await startTestApp();
  network = await startDatabaseProxy(direct.databaseUrl);
  app = await startApi(network.url, { DATABASE_POOL_SIZE: '2', DATABASE_STATEMENT_TIMEOUT_MS: '2000' });
});
afterAll(async () => {
  // Or the job queue would bear with the silence of what the network has forgotten, for half a minute.
  network.cut();
  await app.close();
  await network.close();
  await direct.close();
});

const TICKET = { title: 'A ticket', description: 'What happened.', category: 'general', priority: 'medium' };

function expectToComeAgain({ status, headers, body }: Answer<ProblemBody>): void {
  expect([status, headers.get('retry-after'), body.code]).toEqual([503, '5', 'database_unavailable']);
}

describe('a connection that is lost', () => {
  // A request that writes gets about ten answers from the database.
  const moments = Array.from({ length: 12 }, (_, n) => n + 1);
  it.each(moments.flatMap((n) => [[n, 'silently'] as const, [n, 'with last words'] as const]))(
    'after the answer %i of the database, %s, is a reason to come again, and what was written is written once',
    async (answers, way) => {
      const key = { 'idempotency-key': randomUUID() };
      const title = `Cut after ${String(answers)} ${way}`;
      network.breakAfter(answers, way);
      const first = await app.api.post<ProblemBody>('/api/tickets', { ...TICKET, title }, key);
      if (first.status !== 201) expectToComeAgain(first);
      network.breakAfter(Infinity);
      const again = await untilAnswered(() => app.api.post<TicketBody>('/api/tickets', { ...TICKET, title }, key));
      expect(again.status).toBe(201);
      expect(await direct.sql('SELECT id::int FROM tickets WHERE title = $1', [title])).toEqual([
        { id: again.body.id },
      ]);
    },
  );

  it('while a change waits for its turn leaves the ticket as it was', async () => {
    const { id } = await direct.api.createTicket();
    const path = `/api/tickets/${String(id)}`;
    const held = await hold(direct, id);
    const change = app.api.patch<ProblemBody>(path, { status: 'closed' });
    await waiting(direct, 1);
    network.cut();
    expectToComeAgain(await change);
    await held.letGo();
    const answer = await untilAnswered(() => app.api.patch(path, { status: 'closed' }));
    expect(answer).toMatchObject({ status: 200, body: { status: 'closed', version: 2 } });
  });
});

describe('a database that stands still', () => {
  it('is given up a little after the time that a statement has, and asked again on another connection', async () => {
    await untilAnswered(() => app.api.get('/api/categories'));
    network.freeze();
    expectToComeAgain(await app.api.get<ProblemBody>('/api/categories'));
    network.thaw();
    expect((await untilAnswered(() => app.api.get('/api/categories'))).status).toBe(200);
  });
});

describe('connections that the network has forgotten', () => {
  it('cost one request altogether: those that nobody uses are closed before it gives up', async () => {
    const ask = () => app.api.get<ProblemBody>('/api/categories');
    await untilAnswered(ask);
    // So that both connections of the pool are there.
    expect((await Promise.all(Array.from({ length: 8 }, ask))).map(({ status }) => status)).toEqual(Array(8).fill(200));
    network.forget();
    expectToComeAgain(await ask());
    expect((await ask()).status).toBe(200);
  });
});

describe('the job queue on a connection that is silent', () => {
  it('throws it away, and goes on when the database answers again', async () => {
    const { database } = app.get(Settings);
    const boss = new PgBoss({ ...bossOptions({ database, works: false }), ...{ silence_timeout: 1_500 } });
    const problems: unknown[] = [];
    boss.on('error', (error) => problems.push(error));
    await boss.start();
    network.freeze();
    await expect(boss.getQueues()).rejects.toThrow(DatabaseSilent);
    network.thaw();
    expect(await boss.getQueues()).not.toEqual([]);
    await boss.stop({ graceful: false });
  });
});

describe('a connection that is silent', () => {
  let dataSource: DataSource;
  beforeAll(async () => {
    const options = dataSourceOptions(direct.databaseUrl, { poolSize: 1, statementTimeoutMs: 0 });
    const extra: object = { ...options.extra, silence_timeout: 1_000 };
    dataSource = await new DataSource({ ...options, extra }).initialize();
  });
  afterAll(() => dataSource.destroy());

  const sleep = (on: { query(sql: string): Promise<unknown> }) => on.query('SELECT pg_sleep(2)');

  it('is thrown away', async () => {
    await expect(withTransaction(dataSource, sleep)).rejects.toMatchObject({ driverError: expect.any(DatabaseSilent) });
  });

  it('is borne with in a transaction whose statements may take longer, and in none after it', async () => {
    const pids: unknown[] = [];
    await withTransaction(dataSource, async (transaction) => {
      await transaction.allow(60_000);
      await sleep(transaction);
      pids.push(await transaction.query('SELECT pg_backend_pid() AS pid'));
    });
    pids.push(await dataSource.query('SELECT pg_backend_pid() AS pid'));
    expect(pids[0]).toEqual(pids[1]);
    await expect(sleep(dataSource.manager)).rejects.toMatchObject({ driverError: expect.any(DatabaseSilent) });
  });
});

describe('a database that cannot do what it is asked', () => {
  it.each([
    ['has no room left on its disk', '53100', 'database_unavailable'],
    ['has no memory left', '53200', 'database_unavailable'],
    ['has too many connections', '53300', 'database_unavailable'],
    ['gave up on the statement', '57014', 'database_timeout'],
    ['cannot read its files', '58030', 'database_unavailable'],
    ['is told to stop', '57P01', 'database_unavailable'],
    ['comes back from a crash', '57P02', 'database_unavailable'],
    ['is not up yet', '57P03', 'database_unavailable'],
    ['loses its connection', '08006', 'database_unavailable'],
    ['became a replica that only reads', '25006', 'database_unavailable'],
    ['found a deadlock', '40P01', 'database_timeout'],
    ['cannot put two changes in order', '40001', 'database_timeout'],
  ])('is asked again: it %s', async (_, sqlstate, code) => {
    await direct.sql(`
      CREATE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'no' USING ERRCODE = '${sqlstate}'; END $$;
      CREATE TRIGGER fail BEFORE INSERT ON tickets EXECUTE FUNCTION fail()`);
    const answer = await direct.api.post<ProblemBody>('/api/tickets', TICKET);
    await direct.sql('DROP FUNCTION fail CASCADE');
    expect([answer.status, answer.headers.get('retry-after'), answer.body.code]).toEqual([503, '5', code]);
    const title = code === 'database_timeout' ? 'took too long to answer' : 'cannot do this right now';
    expect(answer.body.title).toBe(`The database ${title}`);
    if (sqlstate === '53100') expect(answer.body.detail).toContain('Its disk is full');
  });
});

/** Those that are cut while they are used, or being made, are noticed one question each. */
async function untilAnswered<Body>(ask: () => Promise<Answer<Body>>): Promise<Answer<Body>> {
  for (let tries = 0; tries < 4; tries++) {
    const answer = await ask();
    if (answer.status !== 503) return answer;
  }
  return ask();
}
