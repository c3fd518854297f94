import { once } from 'node:events';
import { jest } from '@jest/globals';
import { Client } from 'pg';
import { BulkProgressRepository } from '../src/tickets/bulk/bulk-progress.repository.ts';
import { type BulkRunBody, finished } from './support/bulk-runs.ts';
import { hold, processed } from './support/held-ticket.ts';
import { type TestApp, startReplica, startTestApp } from './support/test-app.ts';
import { clearTickets, insertTickets } from './support/ticket-rows.ts';
import { until } from './support/until.ts';

const BULK = '/api/admin/tickets/bulk';
const TICKETS = 1_200;

let api: TestApp;
let ids: number[];
beforeEach(async () => {
  api = await startTestApp({ PROCESS_ROLE: 'api' });
  await clearTickets(api);
  ids = await insertTickets(
    api,
    `(title, description, category, priority) SELECT 'Ticket ' || n, 'x', 'general', 'low' FROM generate_series(1, $1::int) AS n`,
    [TICKETS],
  );
});
afterEach(() => api.close());

const worker = (variables: Record<string, string> = {}) => startReplica(api, { PROCESS_ROLE: 'worker', ...variables });

const order = async (priority: string): Promise<string> => {
  const body = { selection: { filter: {} }, action: { kind: 'change', changes: { priority } } };
  return (await api.as('admin').post<BulkRunBody>(BULK, body)).body.id;
};

const jobs = () => api.sql<{ state: string }>(`SELECT state FROM pgboss.job WHERE name = 'bulk-runs'`);

describe('a process that serves the API', () => {
  it('sends jobs and leaves them to the workers', async () => {
    const touched = jest.spyOn(api.get(BulkProgressRepository), 'hold');
    const waiting = await order('high');
    expect(await jobs()).toEqual([{ state: 'created' }]);
    await worker();
    const runs = [waiting, await order('low'), await order('critical')];
    for (const id of runs)
      expect(await finished(api.as('admin'), id)).toMatchObject({ state: 'done', changed: TICKETS });
    expect(touched).not.toHaveBeenCalled();
    const timetable = await api.sql<{ name: string }>('SELECT name FROM pgboss.schedule ORDER BY name');
    expect(timetable.map(({ name }) => name)).toEqual([
      ...[
        'attachment-housekeeping',
        'bulk-runs-rescue',
        'canned-housekeeping',
        'count-words',
        'index-people',
        'mail-housekeeping',
        'message-departures',
        'model-check',
        'nearest-tickets',
        'notification-housekeeping',
        'portal-housekeeping',
        'replays-rescue',
        'sending-housekeeping',
        'sent-housekeeping',
        'ticket-housekeeping',
      ],
    ]);
  });

  it('tells the workers of a new run the moment it is there, and not of one that was rolled back', async () => {
    const [channel] = await api.sql<{ name: string }>(
      `SELECT 'pgboss_' || left(encode(sha224('pgboss'), 'hex'), 24) AS name`,
    );
    const client = new Client({ connectionString: api.databaseUrl });
    await client.connect();
    const told: (string | undefined)[] = [];
    client.on('notification', ({ payload }) => told.push(payload));
    await client.query(`LISTEN "${channel?.name ?? ''}"`);
    const first = once(client, 'notification');
    const changed = { selection: { filter: {} }, action: { kind: 'delete' }, expected_count: 1 };
    expect(await api.as('admin').post(BULK, changed)).toMatchObject({ status: 409 });
    await order('high');
    await first;
    expect(told).toEqual(['bulk-runs']);
    await client.end();
  });
});

describe('a process that works', () => {
  it('listens for new jobs', async () => {
    await worker();
    const [listener] = await api.sql<{ count: number }>(
      `SELECT count(*)::int AS count FROM pg_stat_activity
       WHERE datname = current_database() AND query ~ 'LISTEN|pg_listening_channels'`,
    );
    expect(listener).toEqual({ count: 1 });
  });

  it('answers health checks and nothing else', async () => {
    const { anonymous, as } = await worker();
    expect((await anonymous.get('/api/health/live')).status).toBe(200);
    for (const path of ['/api/tickets', '/api/docs', '/api/docs-json', '/api/health', '/admin', '/'])
      expect([path, (await as('admin').get(path)).status]).toEqual([path, 404]);
    expect(await anonymous.post('/api/auth/login', {})).toMatchObject({ status: 404, body: { code: 'not_found' } });
  });

  it('stops when its time is up, with a job in hand that then is done by another, once', async () => {
    const { letGo } = await hold(api, ids[700]);
    const leaving = await worker({ STOP_TIMEOUT_MS: '300' });
    const id = await order('high');
    await processed(api, id, 500);
    const stopped = leaving.close();
    await until(async () => (await jobs())[0]?.state !== 'active');
    const [given] = await api.sql<{ why: string }>(
      `SELECT output::text AS why FROM pgboss.job WHERE name = 'bulk-runs'`,
    );
    expect(given?.why).toContain('shut down while active');
    await worker();
    await letGo();
    await stopped;
    expect(await finished(api.as('admin'), id)).toMatchObject({ state: 'done', changed: TICKETS, failed: 0 });
    const [told] = await api.sql('SELECT count(*)::int AS events FROM ticket_events WHERE bulk_run_id = $1', [id]);
    expect(told).toEqual({ events: TICKETS });
  });
});
