import { setTimeout as wait } from 'node:timers/promises';
import { Client } from 'pg';
import { createDataSource } from '../src/database/data-source.ts';
import { prepareDatabase } from '../src/setup/prepare-database.ts';
import { verifyStats } from '../src/setup/verify-stats.ts';
import { CountVerification } from '../src/stats/count-verification.repository.ts';
import { sessionCookie } from './support/accounts.ts';
import { ApiClient, type ProblemBody } from './support/api-client.ts';
import { ClusterLoad } from './support/cluster-load.ts';
import { type DatabaseCluster, type DatabaseServer, startDatabaseCluster } from './support/database-cluster.ts';
import { type DatabaseProxy, startDatabaseProxy } from './support/database-proxy.ts';
import { PGBOUNCER_MISSING, PGBOUNCER_VERSION, type PgBouncer, startPgBouncer } from './support/pgbouncer.ts';
import { ReplicaProcess } from './support/replica-process.ts';
import { TEST_PASSWORD, makeTestPeople } from './support/test-people.ts';
import { until } from './support/until.ts';

/** `npm run test:cluster` does all of it; `npm test` a part that is over within a minute. */
const IS_WHOLE = process.env['CLUSTER_TEST'] === 'whole';
const TERMINATIONS = IS_WHOLE ? 100 : 10;
const only = IS_WHOLE ? '' : ' (skipped: npm run test:cluster does it)';
const inWhole = IS_WHOLE ? it : it.skip;

const STATEMENT_TIMEOUT_MS = 1_500;
const TICKET = { title: 'A ticket', description: 'What happened.', category: 'general', priority: 'medium' };
/** What a process takes for itself: connections that are lost are noticed one by one, and tried again after a while. */
const ENOUGH = 30;

/** Real: two servers of PostgreSQL, one a synchronous standby, two processes of the API. Played: who moves the address. */
class Desk {
  readonly replicas: ReplicaProcess[] = [];
  readonly cluster: DatabaseCluster;
  /** The server that is the primary by now, and the one that is its standby. */
  primary: DatabaseServer;
  standby: DatabaseServer;
  readonly writing: DatabaseProxy;
  readonly reading: DatabaseProxy;
  private pooler: PgBouncer | null = null;
  private headers: Record<string, string> = {};

  private constructor(cluster: DatabaseCluster, writing: DatabaseProxy, reading: DatabaseProxy) {
    this.cluster = cluster;
    this.primary = cluster.primary;
    this.standby = cluster.standby;
    this.writing = writing;
    this.reading = reading;
  }

  static async start({ pooled = false } = {}): Promise<Desk> {
    const cluster = await startDatabaseCluster();
    await prepareDatabase(cluster.primary.url, { seedDemoData: false });
    await makeTestPeople(cluster.primary.url);
    const [writing, reading] = [
      await startDatabaseProxy(cluster.primary.url),
      await startDatabaseProxy(cluster.standby.url),
    ];
    const desk = new Desk(cluster, writing, reading);
    if (pooled) desk.pooler = await startPgBouncer(writing.url);
    const variables = {
      ...(desk.pooler
        ? {
            DATABASE_URL: desk.pooler.url,
            DATABASE_DIRECT_URL: writing.url,
            DATABASE_PREPARED_STATEMENTS: 'false',
          }
        : { DATABASE_URL: writing.url }),
      DATABASE_READ_URL: reading.url,
      DATABASE_STATEMENT_TIMEOUT_MS: String(STATEMENT_TIMEOUT_MS),
      DATABASE_POOL_SIZE: '6',
    };
    desk.replicas.push(...(await Promise.all([1, 2].map(() => ReplicaProcess.start(variables)))));
    const credentials = { username: 'test-agent', password: TEST_PASSWORD };
    const signedIn = await new ApiClient(desk.replicas[0]!.url).post('/api/auth/login', credentials);
    desk.headers = { cookie: sessionCookie(signedIn) };
    await desk.isReadFrom('up');
    return desk;
  }

  async stop(): Promise<void> {
    await Promise.all(this.replicas.map((replica) => replica.kill()));
    await this.pooler?.stop();
    await Promise.all([this.writing.close(), this.reading.close()]);
    await this.cluster.stop();
  }

  load(options: { readonly keyed?: boolean } = {}): ClusterLoad {
    return new ClusterLoad(
      this.replicas.map(({ url }) => url),
      this.headers,
      options,
    );
  }

  /** Somebody who is signed in, at one of the processes. */
  at(replica: number): ApiClient {
    return new ApiClient(this.replicas[replica]!.url, this.headers);
  }

  /** Waits until both say this of the standby. */
  async isReadFrom(standby: 'up' | 'behind' | 'away'): Promise<void> {
    await until(async () => {
      const told = await Promise.all([0, 1].map((at) => this.at(at).get<{ standby: string }>('/api/health/ready')));
      return told.every(({ status, body }) => status === 200 && body.standby === standby);
    });
  }

  /** Does what a tool for failover does: the standby becomes the primary, and the address of the primary leads to it. */
  async failOver(): Promise<void> {
    await this.standby.promote();
    this.writing.leadTo(this.standby.url);
    this.primary = this.standby;
  }

  /** Makes a new standby of the primary, which then waits for it again. */
  async addStandby(): Promise<void> {
    this.standby = await this.cluster.addStandby(this.primary);
    this.reading.leadTo(this.standby.url);
    this.reading.cut();
    await this.isReadFrom('up');
    await this.primary.set('synchronous_standby_names', '*');
  }

  /** What is wrong with what is kept: nothing acknowledged is lost, the history tells all of it, all is counted. */
  async faultsIn({ acknowledged }: ClusterLoad, { keyed = true } = {}): Promise<unknown> {
    const rows = await this.primary.ask<{ id: string; version: number; told: number[] }>(
      `SELECT t.id, t.version, array_agg(e.version ORDER BY e.version) AS told
       FROM tickets t LEFT JOIN ticket_events e ON e.ticket_id = t.id GROUP BY t.id`,
    );
    const versions = new Map(rows.map(({ id, version }) => [Number(id), version]));
    const doubles = `SELECT title FROM tickets GROUP BY title HAVING count(*) > 1`;
    const dataSource = await createDataSource(this.primary.url).initialize();
    const counts = await verifyStats(new CountVerification(dataSource), { repair: false });
    await dataSource.destroy();
    return {
      lost: Array.from(acknowledged).filter(([id, version]) => (versions.get(id) ?? 0) < version),
      untold: rows.filter(({ version, told }) => told.some((n, at) => n !== at + 1) || told.length !== version),
      doubles: keyed ? await this.primary.ask(doubles) : [],
      counts: counts.right ? [] : counts.words,
    };
  }
}

const NONE = { lost: [], untold: [], doubles: [], counts: [] };

function say(words: string): void {
  process.stdout.write(`${words}\n`);
}

/** What was killed, until writes are acknowledged again. */
async function untilWritten(load: ClusterLoad, killed: number): Promise<number> {
  await load.written(1);
  while (load.lastWrite < killed) await load.written(1);
  const recovered = load.lastWrite - killed;
  await load.written(ENOUGH);
  return recovered;
}

function itSurvivesItsPrimary(deskOf: () => Desk): void {
  it('loses nothing that it acknowledged when its primary is killed, says when to come again, and goes on by itself', async () => {
    const desk = deskOf();
    const load = desk.load();
    await load.written(ENOUGH);
    await desk.primary.kill();
    const killed = performance.now();
    await until(() => Promise.resolve(load.tally.comeAgain > 0));
    await desk.failOver();
    const promoted = performance.now() - killed;
    const recovered = await untilWritten(load, killed);
    const { comeAgain, unanswered, faults } = await load.end();
    say(
      `The primary was killed: a standby was promoted after ${promoted.toFixed(0)} ms, writes went on after ${recovered.toFixed(0)} ms; ${String(comeAgain)} answers said when to come again.`,
    );
    expect(faults).toEqual([]);
    expect(unanswered).toBe(0);
    expect(await desk.faultsIn(load)).toEqual(NONE);
    await desk.isReadFrom('away');
    await desk.addStandby();
  });
}

describe('a desk on two servers of PostgreSQL, in two processes', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.start();
  });
  afterAll(() => desk.stop());

  itSurvivesItsPrimary(() => desk);

  it('says when to come again while the standby that commits wait for is dead, and goes on when they no longer do', async () => {
    const load = desk.load();
    await load.written(ENOUGH);
    await desk.standby.kill();
    await until(async () => {
      await wait(20);
      return load.tally.comeAgain > 3;
    });
    await desk.primary.set('synchronous_standby_names', '');
    await load.written(ENOUGH);
    const { unanswered, faults } = await load.end();
    expect(faults).toEqual([]);
    expect(unanswered).toBe(0);
    expect(await desk.faultsIn(load)).toEqual(NONE);
    await desk.isReadFrom('away');
    await desk.addStandby();
  });

  it('goes on in the other process when one is killed', async () => {
    const load = desk.load();
    await load.written(ENOUGH);
    await desk.replicas[0]!.kill();
    await load.written(ENOUGH);
    await desk.replicas[0]!.start();
    await load.written(ENOUGH);
    const { comeAgain, unanswered, faults } = await load.end();
    say(`A process was killed: ${String(unanswered)} requests were left without an answer, and made again.`);
    expect(faults).toEqual([]);
    expect(comeAgain).toBe(0);
    expect(unanswered).toBeGreaterThan(0);
    expect(await desk.faultsIn(load)).toEqual(NONE);
  });

  it(`bears that its connections are ended ${String(TERMINATIONS)} times`, async () => {
    const load = desk.load();
    await load.written(ENOUGH);
    for (let n = 0; n < TERMINATIONS; n += 1) {
      await desk.primary.ask(
        `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name LIKE 'support-ticket-system%'`,
      );
      await load.written(3);
    }
    await load.written(ENOUGH);
    const { comeAgain, unanswered, faults } = await load.end();
    say(`Connections were ended ${String(TERMINATIONS)} times: ${String(comeAgain)} answers said when to come again.`);
    expect(faults).toEqual([]);
    expect(unanswered).toBe(0);
    expect(await desk.faultsIn(load)).toEqual(NONE);
  });

  it('says when to come again while the primary stands still, and goes on when that is over', async () => {
    const load = desk.load();
    await load.written(ENOUGH);
    const goOn = await desk.primary.freeze();
    const before = load.tally.comeAgain;
    await until(async () => {
      await wait(20);
      return load.tally.comeAgain > before + 3;
    });
    goOn();
    await load.written(ENOUGH);
    const { unanswered, faults } = await load.end();
    expect(faults).toEqual([]);
    expect(unanswered).toBe(0);
    expect(await desk.faultsIn(load)).toEqual(NONE);
  });

  inWhole(
    `says when to come again while all of its connections are waiting, and goes on after that${only}`,
    async () => {
      const load = desk.load();
      await load.written(ENOUGH);
      const holder = new Client({ connectionString: desk.primary.url });
      await holder.connect();
      await holder.query('BEGIN; LOCK TABLE tickets IN ACCESS EXCLUSIVE MODE');
      const answers = await Promise.all(
        Array.from({ length: 40 }, (_, n) => desk.at(n % 2).post<ProblemBody>('/api/tickets', TICKET)),
      );
      await holder.end();
      await load.written(ENOUGH);
      const { faults } = await load.end();
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]));
      expect(answers.filter(({ headers }) => headers.get('retry-after') === null)).toEqual([]);
      expect(faults).toEqual([]);
      expect(await desk.faultsIn(load)).toEqual(NONE);
    },
  );

  it('is started anew, one process after the other, and leaves no request without an answer', async () => {
    const load = desk.load({ keyed: false });
    await load.written(ENOUGH);
    for (const at of IS_WHOLE ? [0, 1, 0, 1] : [1]) {
      await desk.replicas[at]!.stop();
      await load.written(ENOUGH);
      await desk.replicas[at]!.start();
      await load.written(ENOUGH);
    }
    const { comeAgain, unanswered, faults } = await load.end();
    say(`Started anew one after the other: ${String(unanswered)} requests found nobody and went to the other process.`);
    expect(faults).toEqual([]);
    expect(comeAgain).toBe(0);
    expect(await desk.faultsIn(load, { keyed: false })).toEqual(NONE);
  });
});

const behind = PGBOUNCER_VERSION === null ? PGBOUNCER_MISSING : `PgBouncer ${PGBOUNCER_VERSION}${only}`;
(PGBOUNCER_VERSION !== null && IS_WHOLE ? describe : describe.skip)(`the same behind PgBouncer: ${behind}`, () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await Desk.start({ pooled: true });
  });
  afterAll(() => desk.stop());

  itSurvivesItsPrimary(() => desk);
});
