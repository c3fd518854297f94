import type { BulkRunBody } from './support/bulk-runs.ts';
import { hold, processed, waiting } from './support/held-ticket.ts';
import { type TestApp, startReplica, startTestApp } from './support/test-app.ts';
import { insertTickets } from './support/ticket-rows.ts';
import { until } from './support/until.ts';

/** Waits until a process says that it is about to stop, and that it is alive all the same. */
async function drains({ anonymous }: TestApp): Promise<void> {
  await until(async () => (await anonymous.get('/api/health/ready')).status !== 200);
  expect(await anonymous.get('/api/health/ready')).toMatchObject({ status: 503, body: { code: 'draining' } });
  expect(await anonymous.get('/api/health/live')).toMatchObject({ status: 200, body: { status: 'ok' } });
}

describe('a process that was asked to stop', () => {
  it('is alive, not ready, and answers whoever has not heard of it, until what was under way is finished', async () => {
    const app = await startTestApp({ PROCESS_ROLE: 'api' });
    const { id } = await app.api.createTicket();
    const { letGo } = await hold(app, id);
    const underWay = app.api.patch(`/api/tickets/${String(id)}`, { status: 'closed' });
    await waiting(app, 1);
    const stopped = app.close();
    await drains(app);
    const late = await app.api.post('/api/tickets?classify=true', { title: 'Late', description: 'Still answered.' });
    expect(late.status).toBe(201);
    expect(late.headers.get('connection')).toBe('close');
    await letGo();
    expect(await underWay).toMatchObject({ status: 200, body: { status: 'closed' } });
    await stopped;
    await expect(fetch(`${app.url}/api/health/live`)).rejects.toThrow();
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
