import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { prepareDatabase } from '../../src/setup/prepare-database.ts';
import { createDataSource } from '../../src/database/data-source.ts';
import { verifyStats } from '../../src/setup/verify-stats.ts';
import { CountVerification } from '../../src/stats/count-verification.repository.ts';
import { sessionCookie } from './accounts.ts';
import { ApiClient, type TicketBody } from './api-client.ts';
import { ClusterLoad } from './cluster-load.ts';
import { type DatabaseCluster, type DatabaseServer, startDatabaseCluster } from './database-cluster.ts';
import { type DatabaseProxy, startDatabaseProxy } from './database-proxy.ts';
import { EventStream } from './event-stream.ts';
import { type PgBouncer, startPgBouncer } from './pgbouncer.ts';
import { ReplicaProcess } from './replica-process.ts';
import { TEST_PASSWORD, type TestRole, makeTestPeople } from './test-people.ts';
import { until } from './until.ts';

const STATEMENT_TIMEOUT_MS = 1_500;
const MOMENT_MS = 50;
const TICKET = { description: 'What happened.', category: 'general', priority: 'medium' };

/** Real: two servers of PostgreSQL, one a synchronous standby, two processes of the API. Played: who moves the address. */
export class ReplicatedDesk {
  readonly replicas: ReplicaProcess[] = [];
  readonly cluster: DatabaseCluster;
  /** The server that is the primary by now, and the one that is its standby. */
  primary: DatabaseServer;
  standby: DatabaseServer;
  readonly writing: DatabaseProxy;
  readonly reading: DatabaseProxy;
  private pooler: PgBouncer | null = null;
  private readonly sessions = new Map<TestRole, string>();
  private readonly stopping = new AbortController();

  private constructor(cluster: DatabaseCluster, writing: DatabaseProxy, reading: DatabaseProxy) {
    this.cluster = cluster;
    this.primary = cluster.primary;
    this.standby = cluster.standby;
    this.writing = writing;
    this.reading = reading;
  }

  static async start({ pooled = false } = {}): Promise<ReplicatedDesk> {
    const cluster = await startDatabaseCluster();
    await prepareDatabase(cluster.primary.url, { seedDemoData: false });
    await makeTestPeople(cluster.primary.url);
    const [writing, reading] = [
      await startDatabaseProxy(cluster.primary.url),
      await startDatabaseProxy(cluster.standby.url),
    ];
    const desk = new ReplicatedDesk(cluster, writing, reading);
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
    for (const role of ['agent', 'admin'] as const) {
      const credentials = { username: `test-${role}`, password: TEST_PASSWORD };
      const signedIn = await new ApiClient(desk.replicas[0]!.url).post('/api/auth/login', credentials);
      desk.sessions.set(role, sessionCookie(signedIn));
    }
    await desk.isReadFrom('up');
    return desk;
  }

  /** Ends whoever still waits for something here, after a test that failed. */
  get stopped(): AbortSignal {
    return this.stopping.signal;
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.replicas.map((replica) => replica.kill()));
    await this.pooler?.stop();
    await Promise.all([this.writing.close(), this.reading.close()]);
    await this.cluster.stop();
  }

  load(options: { readonly keyed?: boolean } = {}): ClusterLoad {
    return new ClusterLoad(
      this.replicas.map(({ url }) => url),
      this.headersOf('agent'),
      { ...options, stopped: this.stopped },
    );
  }

  /** Somebody who is signed in, at one of the processes. */
  at(replica: number, role: TestRole = 'agent'): ApiClient {
    return new ApiClient(this.replicas[replica]!.url, this.headersOf(role));
  }

  /** What the browser of one of them sends. */
  headersOf(role: TestRole): Record<string, string> {
    return { cookie: this.sessions.get(role) ?? '' };
  }

  /** Makes a ticket, however often it takes, and gives its number. */
  async createTicket(): Promise<number> {
    const title = `By hand ${randomUUID()}`;
    const key = { 'idempotency-key': randomUUID() };
    for (let at = 0; ; at = 1 - at) {
      const made = await this.at(at)
        .post<TicketBody>('/api/tickets', { ...TICKET, title }, key)
        .catch(() => null);
      if (made?.status === 201) return made.body.id;
      await wait(MOMENT_MS, undefined, { signal: this.stopped });
    }
  }

  /** Follows at one of the processes, from a position on or from now on, however often it has to come. */
  async follow(replica: number, lastId: string | null = null): Promise<EventStream> {
    for (;;) {
      const stream = await EventStream.open(this.replicas[replica]!.url, this.headersOf('agent'), lastId).catch(
        () => null,
      );
      if (stream) return stream;
      await wait(MOMENT_MS, undefined, { signal: this.stopped });
    }
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

/** Nothing is wrong. */
export const NONE = { lost: [], untold: [], doubles: [], counts: [] };
