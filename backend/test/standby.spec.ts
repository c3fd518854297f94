import { randomUUID } from 'node:crypto';
import { jest } from '@jest/globals';
import { Settings } from '../src/config/settings.ts';
import { createDataSource } from '../src/database/data-source.ts';
import { ServerOnlyReads } from '../src/database/impatient-client.ts';
import type { StandbyState } from '../src/database/not-here.ts';
import { StandbyReads } from '../src/database/standby-reads.ts';
import { Metrics } from '../src/metrics/metrics.ts';
import { prepareDatabase } from '../src/setup/prepare-database.ts';
import { startFailure } from '../src/start-failure.ts';
import type { TicketBody } from './support/api-client.ts';
import { type DatabaseCluster, startDatabaseCluster } from './support/database-cluster.ts';
import { type DatabaseProxy, startDatabaseProxy } from './support/database-proxy.ts';
import { Figures } from './support/figures.ts';
import { captureLogs } from './support/log-capture.ts';
import { openPort } from './support/open-port.ts';
import { type TestApp, startApi, startReplica } from './support/test-app.ts';
import { makeTestPeople } from './support/test-people.ts';
import { until } from './support/until.ts';

/** Longer than a standby takes that is well, and less than a read waits for it. */
const APPLY_DELAY_MS = 40;

let cluster: DatabaseCluster;
/** What leads to the server that writes, and to the one that is read from. */
let writing: DatabaseProxy;
let reading: DatabaseProxy;
let one: TestApp;
let other: TestApp;
let variables: Record<string, string>;

beforeAll(async () => {
  cluster = await startDatabaseCluster();
  await prepareDatabase(cluster.primary.url, { seedDemoData: false });
  await makeTestPeople(cluster.primary.url);
  writing = await startDatabaseProxy(cluster.primary.url);
  reading = await startDatabaseProxy(cluster.standby.url);
  variables = { DATABASE_READ_URL: reading.url, DATABASE_STATEMENT_TIMEOUT_MS: '3000' };
  one = await startApi(writing.url, { ...variables, METRICS_PORT: String(await openPort()) });
  other = await startReplica(one, variables);
});
afterAll(async () => {
  // Of what a server had in hand that is gone now, nobody waits for an answer.
  [writing, reading].forEach((network) => network.cut());
  await other.close();
  await one.close();
  await Promise.all([writing.close(), reading.close()]);
  await cluster.stop();
});

const stateOf = (app: TestApp): StandbyState | null => app.get(StandbyReads).state;
/** What health says once it says so. */
const isIn = async (state: StandbyState, app = one): Promise<void> => {
  await until(async () => (await app.api.get<{ standby: string }>('/api/health/ready')).body.standby === state);
};
/** By which server how many reads were made. */
const readsBy = async (by: 'standby' | 'primary'): Promise<number> =>
  new Figures((await one.get(Metrics).exposition()).text).value('desk_standby_reads_total', { by });
const newest = async ({ api }: Pick<TestApp, 'api'>): Promise<string | undefined> =>
  (await api.list({ limit: '1' })).results[0]?.title;
const written = async ({ api }: Pick<TestApp, 'api'>): Promise<string> =>
  (await api.createTicket({ title: `Written ${randomUUID()}` })).title;

describe('a desk with a standby to read from', () => {
  it.each<[string, (ticket: TicketBody) => string]>([
    ['lists', () => '/api/tickets?status=open'],
    ['searches', () => '/api/tickets?search=okapi'],
    ['searches for signs', () => '/api/tickets?search=okapi-12'],
    ['looks for a number', ({ id }) => `/api/tickets?search=%23${String(id)}`],
    ['finds what is similar', ({ id }) => `/api/tickets/${String(id)}/similar`],
    ['counts views', () => '/api/tickets/views'],
    ['counts the desk', () => '/api/tickets/stats'],
    ['counts what became of suggestions', () => '/api/admin/suggestions/quality'],
    ['exports', () => '/api/tickets.csv'],
  ])('%s there', async (_, pathOf) => {
    const path = pathOf(await one.api.createTicket({ title: 'An okapi-12 at the standby' }));
    const before = await readsBy('standby');
    // On a busy machine a standby may be behind for a moment.
    await until(async () => {
      await isIn('up');
      expect((await one.as('admin').get(path)).status).toBe(200);
      return (await readsBy('standby')) > before;
    });
  });

  it('shows what was written a moment ago, by whichever process, though the standby comes behind', async () => {
    await cluster.standby.set('recovery_min_apply_delay', `${String(APPLY_DELAY_MS)}ms`);
    const there = await readsBy('standby');
    const apps = [one, other];
    for (let n = 0; n < 30; n += 1) {
      const title = await written(apps[n % 2]!);
      expect(await newest(apps[(n + 1) % 2]!)).toBe(title);
    }
    await Promise.all(
      Array.from({ length: 6 }, async (_, n) => {
        for (let turn = 0; turn < 5; turn += 1) {
          const title = await written(apps[n % 2]!);
          const shown = await apps[(n + 1) % 2]!.api.list({ limit: '100' });
          expect(shown.results.map((ticket) => ticket.title)).toContain(title);
        }
      }),
    );
    await cluster.standby.set('recovery_min_apply_delay', '0');
    expect(await readsBy('standby')).toBeGreaterThan(there + 10);
  });

  it('asks the primary while the standby stays behind, says so, and comes back', async () => {
    await isIn('up');
    await cluster.standby.ask('SELECT pg_wal_replay_pause()');
    const title = await written(other);
    expect(await newest(one)).toBe(title);
    expect(await cluster.standby.ask('SELECT 1 FROM tickets WHERE title = $1', [title])).toEqual([]);
    await isIn('behind');
    await cluster.standby.ask('SELECT pg_wal_replay_resume()');
    await isIn('up');
    expect(await newest(one)).toBe(title);
  });

  it.each<[string, () => void]>([
    ['says nothing', () => reading.freeze()],
    [
      'is not there',
      () => {
        reading.leadTo('postgres://127.0.0.1:1/nobody');
        reading.cut();
      },
    ],
  ])('asks the primary while the standby %s, says so, and comes back', async (_, fail) => {
    await isIn('up');
    fail();
    const title = await written(one);
    expect(await newest(one)).toBe(title);
    await isIn('away');
    reading.leadTo(cluster.standby.url);
    reading.thaw();
    await isIn('up');
  });

  it('reads once more, at the primary, what the standby had to end', async () => {
    await isIn('up');
    await cluster.standby.set('max_standby_streaming_delay', '0');
    const sleeping = `SELECT 1 FROM pg_stat_activity WHERE query LIKE 'SELECT pg_sleep%' AND state = 'active'`;
    const lock = async (): Promise<void> => {
      await until(async () => (await cluster.standby.ask(sleeping)).length === 1);
      await cluster.primary.ask('BEGIN; LOCK TABLE idempotency_keys IN ACCESS EXCLUSIVE MODE; COMMIT');
    };
    const rows = await one.get(StandbyReads).read<unknown>(
      async (transaction) => {
        await transaction.query('SELECT count(*) FROM idempotency_keys', []);
        return Promise.all([transaction.query('SELECT pg_sleep($1)', [60]), lock()]);
      },
      () => Promise.resolve('of the primary'),
    );
    expect(rows).toBe('of the primary');
    expect(stateOf(one)).toBe('up');
    await cluster.standby.set('max_standby_streaming_delay', '30s');
  });

  it.each([
    ['the standby does not say how far it is', 'pg_control_checkpoint()'],
    ['the primary does not say how far it is', 'pg_walfile_name(pg_lsn)'],
  ])('asks the primary while %s, says so, and comes back', async (_, needed) => {
    await isIn('up');
    const hidden = needed.replace('(', '_hidden(');
    const nameOf = (signature: string) => signature.replace(/\(.*/, '');
    await cluster.primary.ask(`ALTER FUNCTION ${needed} RENAME TO ${nameOf(hidden)}`);
    // What is prepared knows it by its number.
    [writing, reading].forEach((network) => network.cut());
    await until(async () => (await one.api.get('/api/auth/me')).status === 200);
    const title = await written(one);
    expect(await newest(one)).toBe(title);
    await isIn('away');
    await cluster.primary.ask(`ALTER FUNCTION ${hidden} RENAME TO ${nameOf(needed)}`);
    await isIn('up');
  });

  it('waits once for a primary that stands still', async () => {
    await isIn('up');
    const atPrimary = jest.fn(() => Promise.resolve());
    writing.freeze();
    const read = one.get(StandbyReads).read(() => Promise.resolve(), atPrimary);
    await expect(read).rejects.toMatchObject({ driverError: { code: 'ETIMEDOUT' } });
    writing.thaw();
    expect(atPrimary).not.toHaveBeenCalled();
    expect(stateOf(one)).toBe('up');
  });

  it('asks the primary when all connections to the standby are in use, and comes back when one is free', async () => {
    await isIn('up');
    const done = Promise.withResolvers<undefined>();
    const { poolSize } = one.get(Settings).database;
    const begun = Array.from({ length: poolSize }, () => Promise.withResolvers<undefined>());
    const reads = begun.map(({ resolve }) =>
      one.get(StandbyReads).read(
        () => {
          resolve(undefined);
          return done.promise;
        },
        () => Promise.reject(new Error('not at the standby')),
      ),
    );
    await Promise.all(begun.map(({ promise }) => promise));
    const title = await written(one);
    expect(await newest(one)).toBe(title);
    await isIn('busy');
    done.resolve(undefined);
    await Promise.all(reads);
    await isIn('up');
  });

  it.each(['XX001', '58030'])('leaves a standby that is broken (%s) for longer than a look', async (code) => {
    const third = await startReplica(one, variables);
    const logs = captureLogs();
    const reads = third.get(StandbyReads);
    await isIn('up', third);
    const broken = `DO $$ BEGIN RAISE EXCEPTION 'invalid page in block 7' USING ERRCODE = '${code}'; END $$`;
    const read = reads.read(
      (transaction) => transaction.query(broken),
      () => Promise.resolve('of the primary'),
    );
    expect(await read).toBe('of the primary');
    await isIn('broken', third);
    expect(logs.lines().filter(({ state }) => state === 'broken')).toHaveLength(1);
    await third.close();
  });

  it('reads on at a standby at which a statement fails by its own fault', async () => {
    await isIn('up');
    const failing = one.get(StandbyReads).read(
      (transaction) => transaction.query(`DO $$ BEGIN RAISE EXCEPTION 'no plan' USING ERRCODE = 'XX000'; END $$`),
      () => Promise.resolve('of the primary'),
    );
    await expect(failing).rejects.toThrow('no plan');
    await isIn('up');
  });

  it('counts a read by the server that made it, also when its work fails', async () => {
    await isIn('up');
    const [there, here] = [await readsBy('standby'), await readsBy('primary')];
    const failing = one.get(StandbyReads).read(
      async (transaction) => {
        await transaction.query('SELECT 1', []);
        throw new Error('of the work');
      },
      () => Promise.resolve(),
    );
    await expect(failing).rejects.toThrow('of the work');
    expect([await readsBy('standby'), await readsBy('primary')]).toEqual([there + 1, here]);
  });
});

describe('a desk whose standby is promoted', () => {
  it('refuses to begin at a server that only reads', async () => {
    const failure = await startApi(cluster.standby.url, {}).catch(startFailure);
    expect(failure).toBe('DATABASE_URL leads to a standby, which only reads; it has to lead to the primary.');
    await expect(createDataSource(cluster.standby.url).initialize()).rejects.toThrow(ServerOnlyReads);
  });

  it('shows nothing while its address leads to a server that only reads', async () => {
    const { id } = await one.api.createTicket();
    writing.leadTo(cluster.standby.url);
    writing.cut();
    const path = `/api/tickets/${String(id)}`;
    await until(async () => (await one.api.get(path)).status === 503);
    expect(await one.api.get(path)).toMatchObject({ status: 503, body: { code: 'database_unavailable' } });
    writing.leadTo(cluster.primary.url);
    await until(async () => (await one.api.get(path)).status === 200);
  });

  it('reads nothing from whoever follows the old primary, though it is further, and from the new standby', async () => {
    const follower = await cluster.addStandby(cluster.primary);
    await cluster.standby.promote();
    writing.leadTo(cluster.standby.url);
    [writing, reading].forEach((network) => network.cut());
    await until(async () => (await one.api.get('/api/health/ready')).status === 200);
    const alone = await written(one);
    expect(await newest(one)).toBe(alone);
    await isIn('away');
    // The old primary goes on alone, and is soon ahead of the new one.
    await cluster.primary.set('synchronous_standby_names', '');
    await cluster.primary.ask('CREATE TABLE elsewhere AS SELECT generate_series(1, 300000)');
    await until(() => follower.hasAllOf(cluster.primary));
    expect(await follower.hasAllOf(cluster.standby)).toBe(true);
    reading.leadTo(follower.url);
    reading.cut();
    await isIn('behind');
    const title = await written(one);
    expect(await newest(one)).toBe(title);

    const successor = await cluster.addStandby(cluster.standby);
    reading.leadTo(successor.url);
    reading.cut();
    await isIn('up');
    const there = await readsBy('standby');
    const last = await written(other);
    expect(await newest(one)).toBe(last);
    expect(await readsBy('standby')).toBeGreaterThan(there);
  });
});
