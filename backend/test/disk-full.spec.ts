import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureDatabase } from '../../tools/postgres/ensure-database.ts';
import { openCluster } from '../../tools/postgres/cluster.ts';
import { createDataSource } from '../src/database/data-source.ts';
import { prepareDatabase } from '../src/setup/prepare-database.ts';
import { verifyStats } from '../src/setup/verify-stats.ts';
import { CountVerification } from '../src/stats/count-verification.repository.ts';
import type { Answer, ProblemBody, TicketBody } from './support/api-client.ts';
import { DatabaseServer } from './support/database-cluster.ts';
import { type DatabaseProxy, startDatabaseProxy } from './support/database-proxy.ts';
import { SMALL_DISK_MISSING, SmallDisk } from './support/small-disk.ts';
import { type TestApp, startApi } from './support/test-app.ts';
import { makeTestPeople } from './support/test-people.ts';
import { until } from './support/until.ts';

/** The database of an empty desk takes about half of it. */
const MEGABYTES = 200;
const LONG = 'What happened. '.repeat(1_000);

const onSmallDisk = SmallDisk.isPossible ? describe : describe.skip;
const name = SmallDisk.isPossible ? '' : `: ${SMALL_DISK_MISSING}`;

// Real: PostgreSQL on a file system of its own, which is full. It has its log apart or beside it.
onSmallDisk.each([
  ['of its tables', true],
  ['of its tables and its log', false],
])(`a database on whose disk, that %s, there is no room${name}`, (_, isLogApart) => {
  let disk: SmallDisk;
  let log: string;
  let server: DatabaseServer;
  let network: DatabaseProxy;
  let app: TestApp;
  beforeAll(async () => {
    disk = SmallDisk.mount(MEGABYTES)!;
    log = mkdtempSync(join(tmpdir(), 'support-tickets-wal-'));
    const cluster = { ...openCluster(disk.folder, { ephemeral: true }), logFile: join(log, 'words') };
    if (isLogApart) {
      const [inside, outside] = [join(cluster.folder, 'pg_wal'), join(log, 'pg_wal')];
      cpSync(inside, outside, { recursive: true });
      cluster.account.takeOver(log);
      rmSync(inside, { recursive: true });
      symlinkSync(outside, inside);
      cluster.account.takeOver(inside);
    }
    server = await DatabaseServer.start(cluster);
    await ensureDatabase(server.url);
    await prepareDatabase(server.url, { seedDemoData: false });
    await makeTestPeople(server.url);
    network = await startDatabaseProxy(server.url);
    app = await startApi(network.url, {});
  });
  afterAll(async () => {
    await app.close();
    await network.close();
    await server.stop();
    disk.unmount();
    rmSync(log, { recursive: true });
  });

  it('says so and when to come again, loses nothing that it acknowledged, and goes on once there is room', async () => {
    const acknowledged: number[] = [];
    const write = async (): Promise<Answer<TicketBody & ProblemBody>> => {
      const ticket = { title: 'A ticket', description: LONG, category: 'general', priority: 'medium' };
      const answer = await app.api.post<TicketBody & ProblemBody>('/api/tickets', ticket);
      if (answer.status === 201) acknowledged.push(answer.body.id);
      return answer;
    };
    await write();
    disk.fill();
    let refused = await write();
    await until(async () => (refused = await write()).status !== 201);
    expect([refused.status, refused.body.code]).toEqual([503, 'database_unavailable']);
    expect(refused.headers.get('retry-after')).not.toBeNull();
    if (isLogApart) {
      expect(refused.body.detail).toContain('Its disk is full');
      // What is there can be read.
      expect((await app.api.get(`/api/tickets/${String(acknowledged[0])}`)).status).toBe(200);
      expect((await app.api.list()).count).toBe(acknowledged.length);
    } else {
      // A server that cannot write its log ends all that it does, and then perhaps itself.
      const more = `SELECT pg_logical_emit_message(false, 'more', 'of it'), pg_switch_wal()`;
      const panicked = () => readFileSync(server.cluster.logFile, 'utf8').includes('PANIC');
      await until(async () => server.ask(more).then(panicked, panicked));
      const answer = await write();
      if (answer.status !== 201) {
        expect([answer.status, answer.body.code]).toEqual([503, 'database_unavailable']);
        expect(answer.headers.get('retry-after')).not.toBeNull();
      }
    }
    disk.clear();
    await until(async () => {
      // As whoever looks after it does; it may answer once more before it ends.
      if (await server.endsByItself()) {
        server = await DatabaseServer.start(server.cluster);
        network.leadTo(server.url);
      }
      return (await write()).status === 201;
    });
    const rows = await server.ask<{ id: string }>('SELECT id FROM tickets');
    const kept = new Set(rows.map(({ id }) => Number(id)));
    expect(acknowledged.filter((id) => !kept.has(id))).toEqual([]);
    const untold = `SELECT id FROM tickets t WHERE NOT EXISTS (SELECT FROM ticket_events e WHERE e.ticket_id = t.id)`;
    expect(await server.ask(untold)).toEqual([]);
    const dataSource = await createDataSource(server.url).initialize();
    expect(await verifyStats(new CountVerification(dataSource), { repair: false })).toMatchObject({ right: true });
    await dataSource.destroy();
  });
});
