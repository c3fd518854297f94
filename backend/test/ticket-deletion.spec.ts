import type { TicketBody } from './support/api-client.ts';
import { type BulkRunBody, undoToEnd } from './support/bulk-runs.ts';
import { idOf } from './support/people.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import type { TicketEventListBody } from './support/ticket-event-body.ts';
import { TicketHousekeeping } from '../src/tickets/ticket-housekeeping.service.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const remove = (id: number, headers: Record<string, string> = {}) =>
  app.as('admin').delete(`/api/admin/tickets/${String(id)}`, headers);

describe('deleting a ticket', () => {
  it('takes it from every list, keeps its history and the whole row, and tells the audit log', async () => {
    const admin = await idOf(app, 'test-admin');
    const { id } = await app.api.createTicket({ title: 'Zebra crossing', priority: 'high' });
    expect((await remove(id)).status).toBe(204);
    expect((await app.api.get(`/api/tickets/${String(id)}`)).status).toBe(404);
    expect((await app.api.list({ search: 'zebra' })).count).toBe(0);
    const { body } = await app.api.get<TicketEventListBody>(`/api/tickets/${String(id)}/events`);
    expect(body.results).toMatchObject([
      { kind: 'created' },
      { kind: 'deleted', version: 2, actor: admin, changes: [] },
    ]);
    const [kept] = await app.sql<{ ticket: object }>('SELECT ticket FROM deleted_tickets WHERE ticket_id = $1', [id]);
    expect(kept?.ticket).toMatchObject({ id, title: 'Zebra crossing', priority: 'high', version: 1 });
    expect(
      await app.sql(`SELECT actor_id, subject_id, subject_label FROM audit_events WHERE kind = 'ticket_deleted'`),
    ).toEqual([{ actor_id: String(admin), subject_id: String(id), subject_label: 'Zebra crossing' }]);
    expect((await remove(id)).status).toBe(404);
  });

  it('is listed under the recent changes of many, where it can be taken back', async () => {
    const { id } = await app.api.createTicket({ title: 'Yellow line' });
    await remove(id);
    const recent = await app.as('admin').get<{ results: BulkRunBody[] }>('/api/admin/tickets/bulk');
    const [run] = recent.body.results;
    expect(run).toMatchObject({ kind: 'delete', state: 'done', total: 1, processed: 1, changed: 1, can_undo: true });
    expect(await undoToEnd(app.as('admin'), run?.id ?? '')).toMatchObject({ total: 1, changed: 1, failed: 0 });
    const back = await app.api.get<TicketBody>(`/api/tickets/${String(id)}`);
    expect(back).toMatchObject({ status: 200, body: { title: 'Yellow line', version: 3 } });
  });

  it('is refused when the ticket has changed since, and to agents', async () => {
    const { id } = await app.api.createTicket();
    await app.api.patch<TicketBody>(`/api/tickets/${String(id)}`, { status: 'closed' });
    expect(await remove(id, { 'if-match': '"1"' })).toMatchObject({ status: 412, body: { code: 'stale_version' } });
    expect((await app.api.delete(`/api/admin/tickets/${String(id)}`)).status).toBe(403);
    expect((await remove(id, { 'if-match': '"2"' })).status).toBe(204);
  });

  it('lets go of the row after thirty days', async () => {
    const [young, old] = await Promise.all([app.api.createTicket(), app.api.createTicket()]);
    await Promise.all([remove(young.id), remove(old.id)]);
    const age = (days: number, id: number) =>
      app.sql(`UPDATE deleted_tickets SET deleted_at = now() - interval '${String(days)} days' WHERE ticket_id = $1`, [
        id,
      ]);
    await Promise.all([age(29, young.id), age(31, old.id)]);
    await app.get(TicketHousekeeping).tidy();
    const left = await app.sql('SELECT ticket_id FROM deleted_tickets WHERE ticket_id = ANY ($1)', [
      [young.id, old.id],
    ]);
    expect(left).toEqual([{ ticket_id: String(young.id) }]);
  });
});
