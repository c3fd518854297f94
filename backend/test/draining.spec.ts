import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';
import { text } from 'node:stream/consumers';
import type { BulkRunBody } from './support/bulk-runs.ts';
import { EventStream } from './support/event-stream.ts';
import { hold, processed, waiting } from './support/held-ticket.ts';
import { type TestApp, startReplica, startTestApp } from './support/test-app.ts';
import { cookieOf } from './support/test-people.ts';
import { insertTickets } from './support/ticket-rows.ts';
import { until } from './support/until.ts';

/** Waits until a process says that it is about to stop, and that it is alive all the same. */
async function drains({ anonymous }: TestApp): Promise<void> {
  await until(async () => (await anonymous.get('/api/health/ready')).status !== 200);
  expect(await anonymous.get('/api/health/ready')).toMatchObject({ status: 503, body: { code: 'draining' } });
  expect(await anonymous.get('/api/health/live')).toMatchObject({ status: 200, body: { status: 'ok' } });
}

/** Asks a process to stop that is at a change of a ticket, until that may end. */
async function stopWhileBusy(app: TestApp): Promise<{ end: () => Promise<void> }> {
  const { id } = await app.api.createTicket();
  const { letGo } = await hold(app, id);
  const underWay = app.api.patch(`/api/tickets/${String(id)}`, { status: 'closed' });
  await waiting(app, 1);
  const stopped = app.close();
  await drains(app);
  const end = async () => {
    await letGo();
    expect(await underWay).toMatchObject({ status: 200, body: { status: 'closed' } });
    await stopped;
  };
  return { end };
}

/** More than a test takes to ask once more. */
const NOTICE_MS = '3000';

/** Writes a ticket on a connection of this agent: the answer, and whether a connection was used that stood already. */
async function write(app: TestApp, agent: Agent): Promise<{ status: number; connection: string; reused: boolean }> {
  const asked = request(`${app.url}/api/tickets`, {
    ...{ method: 'POST', agent, headers: { ...cookieOf(app, 'agent'), 'content-type': 'application/json' } },
  });
  asked.end(JSON.stringify({ title: 'Late', description: 'Still.', category: 'general', priority: 'low' }));
  const [answer] = (await once(asked, 'response')) as [IncomingMessage];
  await text(answer);
  return { status: answer.statusCode!, connection: String(answer.headers.connection), reused: asked.reusedSocket };
}

describe('a process that was asked to stop', () => {
  it('goes on for as long as it gives notice, and ends the connections that others keep with their next answer', async () => {
    const app = await startTestApp({ PROCESS_ROLE: 'api', STOP_NOTICE_MS: NOTICE_MS });
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    expect(await write(app, agent)).toEqual({ status: 201, connection: 'keep-alive', reused: false });
    const stopped = app.close();
    await drains(app);
    expect(await write(app, agent)).toEqual({ status: 201, connection: 'close', reused: true });
    expect(await write(app, agent)).toEqual({ status: 201, connection: 'close', reused: false });
    await stopped;
    await expect(write(app, agent)).rejects.toMatchObject({ code: 'ECONNREFUSED' });
  });

  it('closes connections that nobody used meanwhile', async () => {
    const app = await startTestApp({ PROCESS_ROLE: 'api', STOP_NOTICE_MS: '100' });
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    await write(app, agent);
    const [kept] = Object.values(agent.freeSockets).flat();
    const closed = once(kept!, 'close');
    await app.close();
    await closed;
  });

  it('is alive, not ready, and answers whoever has not heard of it, until what was under way is finished', async () => {
    const app = await startTestApp({ PROCESS_ROLE: 'api' });
    const { end } = await stopWhileBusy(app);
    const late = await app.api.post('/api/tickets?classify=true', { title: 'Late', description: 'Still answered.' });
    expect(late.status).toBe(201);
    expect(late.headers.get('connection')).toBe('close');
    await end();
    await expect(fetch(`${app.url}/api/health/live`)).rejects.toThrow();
  });

  it('tells other processes what it does to the last', async () => {
    const other = await startTestApp({ PROCESS_ROLE: 'api' });
    const leaving = await startReplica(other, { PROCESS_ROLE: 'api' });
    const stream = await EventStream.open(other.url, cookieOf(other, 'agent'));
    const told = () =>
      stream.events.filter(({ name }) => name === 'categories.changed').flatMap(({ data }) => data['keys']);
    const rename = async (key: string) => {
      const renamed = await leaving.as('admin').patch(`/api/admin/categories/${key}`, { label: `New ${key}` });
      expect(renamed.status).toBe(200);
    };
    const { end } = await stopWhileBusy(leaving);
    await rename('billing');
    await stream.until(() => told().length === 1);
    await rename('technical');
    await rename('general');
    await end();
    await stream.until(() => told().length === 3);
    expect(told()).toEqual(['billing', 'technical', 'general']);
    stream.cut();
    await other.close();
  });

  it('says goodbye to a stream that is opened meanwhile, and leaves no connection to the database for it', async () => {
    const other = await startTestApp({ PROCESS_ROLE: 'api' });
    const leaving = await startReplica(other, { PROCESS_ROLE: 'api' });
    const { end } = await stopWhileBusy(leaving);
    const stream = await EventStream.open(leaving.url, cookieOf(leaving, 'agent'));
    await stream.event('goodbye');
    await stream.closed();
    await end();
    const listening = await other.sql(`SELECT 1 FROM pg_stat_activity WHERE datname = current_database()
      AND application_name = 'support-ticket-system live'`);
    expect(listening).toEqual([]);
    await other.close();
  });

  it('is alive and not ready while it finishes its job', async () => {
    const api = await startTestApp({ PROCESS_ROLE: 'api' });
    const values = `(title, description, category, priority) SELECT 'Ticket ' || n, 'x', 'general', 'low' FROM generate_series(1, $1::int) AS n`;
    const ids = await insertTickets(api, values, [600]);
    const worker = await startReplica(api, { PROCESS_ROLE: 'worker' });
    await until(async () => (await worker.anonymous.get('/api/health/ready')).status === 200);
    const { letGo } = await hold(api, ids[550]);
    const action = { kind: 'change', changes: { priority: 'high' } };
    const { body } = await api
      .as('admin')
      .post<BulkRunBody>('/api/admin/tickets/bulk', { selection: { filter: {} }, action });
    await processed(api, body.id, 500);
    const stopped = worker.close();
    await drains(worker);
    await letGo();
    await stopped;
    await api.close();
  });
});
