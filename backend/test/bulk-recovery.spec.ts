import { PgBoss } from 'pg-boss';
import { type BulkRunBody, finished } from './support/bulk-runs.ts';
import { hold, processed, waiting } from './support/held-ticket.ts';
import { type TestApp, startReplica, startTestApp } from './support/test-app.ts';
import { clearTickets, insertTickets } from './support/ticket-rows.ts';
import { BulkRunRescue } from '../src/tickets/bulk/bulk-run-rescue.service.ts';

const TICKETS = 2_600;

let app: TestApp;
let ids: number[];
beforeEach(async () => {
  app = await startTestApp();
  await clearTickets(app);
  ids = await insertTickets(
    app,
    `(title, description, category, priority) SELECT 'Ticket ' || n, 'x', 'general', 'low' FROM generate_series(1, $1::int) AS n`,
    [TICKETS],
  );
});

afterEach(() => app.close());

const BULK = '/api/admin/tickets/bulk';
const start = async (by = app) => {
  const order = { selection: { filter: {} }, action: { kind: 'change', changes: { priority: 'high' } } };
  return (await by.as('admin').post<BulkRunBody>(BULK, order)).body.id;
};

/** Every ticket was changed, and once. */
async function expectAllChangedOnce(by: TestApp, id: string): Promise<void> {
  expect(await finished(by.as('admin'), id)).toMatchObject({
    ...{ state: 'done', total: TICKETS, processed: TICKETS, changed: TICKETS, unchanged: 0, failed: 0 },
  });
  const [told] = await by.sql(
    `SELECT count(*)::int AS events, count(DISTINCT ticket_id)::int AS tickets, max(version) AS version
     FROM ticket_events WHERE bulk_run_id = $1`,
    [id],
  );
  expect(told).toEqual({ events: TICKETS, tickets: TICKETS, version: 2 });
  expect(await by.sql('SELECT 1 FROM bulk_run_batches')).toEqual([]);
}

describe('a run', () => {
  it('goes on in another process when its own stops in the middle', async () => {
    const { letGo } = await hold(app, ids[1_200]);
    const leaving = await startReplica(app);
    const id = await start(leaving);
    await processed(app, id, 1_000);
    const stopped = leaving.close();
    await letGo();
    await stopped;
    expect((await app.as('admin').get<BulkRunBody>(`${BULK}/${id}`)).body.processed).toBeLessThan(TICKETS);
    await expectAllChangedOnce(app, id);
  });

  it('is taken up again when its worker gives no sign of life, and is done once even if that one comes back', async () => {
    const { letGo } = await hold(app, ids[1_200]);
    const id = await start();
    await processed(app, id, 1_000);
    const other = await startReplica(app);
    await app.sql(`UPDATE pgboss.job SET heartbeat_on = now() - interval '5 minutes' WHERE state = 'active'`);
    const supervisor = new PgBoss({ connectionString: app.databaseUrl, supervise: false, schedule: false, max: 1 });
    await supervisor.start();
    await supervisor.supervise('bulk-runs');
    const [job] = await app.sql(`SELECT state FROM pgboss.job WHERE name = 'bulk-runs'`);
    expect(job).toEqual({ state: 'retry' });
    await waiting(app, 2);
    await letGo();
    await expectAllChangedOnce(other, id);
    await supervisor.stop({ graceful: false });
    await other.close();
  });

  it('gets a new job when its last try ended with nobody left to tell, and only then', async () => {
    const { letGo } = await hold(app, ids[1_200]);
    const id = await start();
    await processed(app, id, 1_000);
    const jobs = () => app.sql(`SELECT state FROM pgboss.job WHERE name = 'bulk-runs' ORDER BY created_on`);
    await app.get(BulkRunRescue).rescue();
    expect(await jobs()).toEqual([{ state: 'active' }]);
    await app.sql(`UPDATE pgboss.job SET state = 'failed' WHERE name = 'bulk-runs'`);
    await app.get(BulkRunRescue).rescue();
    await app.get(BulkRunRescue).rescue();
    expect(await jobs()).toHaveLength(2);
    await letGo();
    await expectAllChangedOnce(app, id);
    await app.get(BulkRunRescue).rescue();
    expect(await jobs()).toHaveLength(2);
  });

  it('is shared out among replicas, each run to one of them', async () => {
    const other = await startReplica(app);
    const runs = await Promise.all(
      ['low', 'critical', 'medium'].map(async (priority) => {
        const order = { selection: { filter: {} }, action: { kind: 'change', changes: { priority } } };
        return (await other.as('admin').post<BulkRunBody>(BULK, order)).body.id;
      }),
    );
    const ends = await Promise.all(runs.map((id) => finished(other.as('admin'), id)));
    expect(ends.map(({ state, processed: count, failed }) => ({ state, count, failed }))).toEqual(
      ends.map(() => ({ state: 'done', count: TICKETS, failed: 0 })),
    );
    const [disorder] = await app.sql(
      `SELECT count(*)::int AS count FROM tickets AS t
       WHERE t.version <> (SELECT count(*) FROM ticket_events AS e WHERE e.ticket_id = t.id)`,
    );
    expect(disorder).toEqual({ count: 0 });
    await other.close();
  });
});
