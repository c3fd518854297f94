import { DataSource } from 'typeorm';
import type { AdminCategoryBody } from './support/admin-bodies.ts';
import type { TicketBody } from './support/api-client.ts';
import { type BulkRunBody, runToEnd, undoToEnd } from './support/bulk-runs.ts';
import { idOf } from './support/people.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import type { TicketEventListBody } from './support/ticket-event-body.ts';
import { insertTickets } from './support/ticket-rows.ts';
import { TicketHousekeeping } from '../src/tickets/ticket-housekeeping.service.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const remove = (id: number, headers: Record<string, string> = {}) =>
  app.as('admin').delete(`/api/admin/tickets/${String(id)}`, headers);

/** Lets a deleted ticket look as if it had been deleted so many days ago, which the history check forbids everybody. */
const age = (days: number, id: number) =>
  app.get(DataSource).transaction(async (transaction) => {
    await transaction.query('SET LOCAL session_replication_role = replica');
    await transaction.query(
      `UPDATE tickets SET deleted_at = now() - interval '${String(days)} days' WHERE id = $1 AND deleted_at IS NOT NULL`,
      [id],
    );
  });

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
    expect(await app.sql('SELECT title, priority, version FROM tickets WHERE id = $1', [id])).toEqual([
      { title: 'Zebra crossing', priority: 'high', version: 2 },
    ]);
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
    await Promise.all([age(29, young.id), age(31, old.id)]);
    await app.get(TicketHousekeeping).tidy();
    const left = await app.sql('SELECT id FROM tickets WHERE id = ANY ($1)', [[young.id, old.id]]);
    expect(left).toEqual([{ id: String(young.id) }]);
    const { body } = await app.api.get<TicketEventListBody>(`/api/tickets/${String(old.id)}/events`);
    expect(body.results).toMatchObject([{ kind: 'created' }, { kind: 'deleted' }]);
  });

  it('lets go of more rows than one step takes', async () => {
    const ids = await insertTickets(
      app,
      `(title, description, category, priority) SELECT 't', 'd', 'billing', 'low' FROM generate_series(1, 2001)`,
    );
    await app.sql(
      `WITH gone AS (UPDATE tickets SET deleted_at = now() - interval '31 days', version = 2 WHERE id = ANY ($1) RETURNING id)
       INSERT INTO ticket_events (ticket_id, version, kind, via, changes) SELECT id, 2, 'deleted', 'system', '[]' FROM gone`,
      [ids],
    );
    await app.get(TicketHousekeeping).tidy();
    expect(await app.sql('SELECT id FROM tickets WHERE id = ANY ($1)', [ids])).toEqual([]);
  });
});

describe('a deleted ticket', () => {
  const action = { kind: 'delete' };

  /** Everything that lists or counts tickets. */
  const shown = async () => {
    const admin = app.as('admin');
    const [stats, overview, categories, preview] = await Promise.all([
      app.api.get<Readonly<Record<string, unknown>>>('/api/tickets/stats'),
      admin.get<{ counts: { tickets: number; open_tickets: number } }>('/api/admin/overview'),
      admin.get<{ results: AdminCategoryBody[] }>('/api/admin/categories'),
      admin.post('/api/admin/tickets/bulk/preview', { selection: { filter: {} }, action }),
    ]);
    const queries: Record<string, string>[] = [
      {},
      { status: 'open' },
      { status: 'open', category: 'account' },
      { assignee: 'none' },
    ];
    return {
      lists: await Promise.all([...queries, { sort: 'recently_changed' }].map((query) => app.api.list(query))),
      stats: { ...stats.body, as_of: undefined },
      counts: [overview.body.counts.tickets, overview.body.counts.open_tickets],
      categories: categories.body.results.map(({ tickets }) => tickets),
      preview: preview.body,
    };
  };

  it('is in no list and no figure', async () => {
    const before = await shown();
    const { id } = await app.api.createTicket({ category: 'account' });
    const between = await shown();
    for (const part of ['lists', 'stats', 'counts', 'categories', 'preview'] as const)
      expect(between[part]).not.toEqual(before[part]);
    await remove(id);
    expect(await shown()).toEqual(before);
    expect((await app.api.list({ id: String(id) })).count).toBe(0);
    expect((await app.api.list({ search: `#${String(id)}` })).count).toBe(0);
    const order = { selection: { ids: [id] }, action };
    expect((await app.as('admin').post('/api/admin/tickets/bulk/preview', order)).body).toEqual({ count: 0 });
  });

  it('is changed by nobody', async () => {
    const { id } = await app.api.createTicket();
    await remove(id);
    const path = `/api/tickets/${String(id)}`;
    expect(await app.api.patch(path, { status: 'closed' })).toMatchObject({
      status: 404,
      body: { code: 'ticket_not_found' },
    });
    const selection = { ids: [id] };
    const close = { kind: 'change', changes: { status: 'closed' } };
    expect(await runToEnd(app.as('admin'), { selection, action: close })).toMatchObject({ changed: 0, failed: 1 });
  });

  it('is in no index that a list reads', async () => {
    const indexes = await app.sql<{ indexname: string }>(
      `SELECT indexname FROM pg_indexes WHERE tablename = 'tickets' AND indexdef !~ 'deleted_at IS NULL' ORDER BY indexname`,
    );
    expect(indexes.map(({ indexname }) => indexname)).toEqual(['tickets_deleted_at_idx', 'tickets_pk']);
  });
});

describe('what refers to a ticket', () => {
  it('is there as long as the row, without a copy, whatever it is', async () => {
    await app.sql(`
      CREATE TABLE notes (
        ticket_id bigint NOT NULL REFERENCES tickets (id) ON DELETE CASCADE,
        text text NOT NULL
      )`);
    const { id } = await app.api.createTicket({ title: 'Purple heron' });
    await app.sql(`INSERT INTO notes VALUES ($1, 'Call back on Monday')`, [id]);
    const notes = () => app.sql('SELECT text FROM notes WHERE ticket_id = $1', [id]);
    const note = [{ text: 'Call back on Monday' }];

    await remove(id);
    expect(await notes()).toEqual(note);
    const recent = await app.as('admin').get<{ results: BulkRunBody[] }>('/api/admin/tickets/bulk');
    await undoToEnd(app.as('admin'), recent.body.results[0]?.id ?? '');
    expect((await app.api.list({ search: 'heron' })).results).toMatchObject([{ id }]);
    expect(await notes()).toEqual(note);

    await remove(id);
    await age(31, id);
    await app.get(TicketHousekeeping).tidy();
    expect(await notes()).toEqual([]);
  });
});

describe('the text index', () => {
  it('knows no deleted ticket, so that a search costs what the others cost', async () => {
    const { id } = await app.api.createTicket({ title: 'Ultramarine' });
    const indexed = () => app.sql('SELECT 1 FROM ticket_search WHERE ticket_id = $1', [id]);
    expect(await indexed()).toHaveLength(1);
    await remove(id);
    expect(await indexed()).toHaveLength(0);
  });
});
