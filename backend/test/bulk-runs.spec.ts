import type { ProblemBody, TicketBody } from './support/api-client.ts';
import { type BulkRunBody, finished, runToEnd, undoToEnd } from './support/bulk-runs.ts';
import { addPerson, idOf } from './support/people.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import type { TicketEventListBody } from './support/ticket-event-body.ts';
import { clearTickets, insertTickets } from './support/ticket-rows.ts';

let app: TestApp;
let agent: number;
let admin: number;
beforeAll(async () => {
  app = await startTestApp();
  agent = await idOf(app, 'test-agent');
  admin = await idOf(app, 'test-admin');
});
afterAll(() => app.close());
beforeEach(() => clearTickets(app));

const BULK = '/api/admin/tickets/bulk';
const to = (changes: object) => ({ kind: 'change', changes });
const run = (selection: object, action: object) => runToEnd(app.as('admin'), { selection, action });
const undo = (id: string) => undoToEnd(app.as('admin'), id);
const read = async (id: number) => (await app.api.get<TicketBody>(`/api/tickets/${String(id)}`)).body;
const lastEvent = async (id: number) =>
  (await app.api.get<TicketEventListBody>(`/api/tickets/${String(id)}/events`)).body.results.at(-1);
const audited = (kind: string) =>
  app.sql('SELECT actor_id, subject_id, details FROM audit_events WHERE kind = $1 ORDER BY id DESC LIMIT 1', [kind]);

/** So many tickets of all categories; every second one is open, the others are in progress. */
const fill = (count: number) =>
  insertTickets(
    app,
    `(title, description, category, priority, status)
     SELECT 'Ticket ' || n, 'Text', (ARRAY['billing', 'technical', 'account', 'general'])[1 + n % 4], 'medium',
       (ARRAY['open', 'in_progress'])[1 + n % 2]
     FROM generate_series(1, $1::int) AS n`,
    [count],
  );

describe('changing many tickets', () => {
  it('changes all that match, by the rules for one, and tells the history of each', async () => {
    const ids = await fill(1_203);
    const selection = { filter: { status: ['open'], category: ['billing', 'account'] } };
    const action = to({ status: 'resolved', assignee: agent });
    const preview = await app.as('admin').post(`${BULK}/preview`, { selection, action });
    expect(preview.body).toEqual({ count: 601 });
    const done = await runToEnd(app.as('admin'), { selection, action, expected_count: 601 });
    expect(done).toMatchObject({
      ...{ kind: 'change', state: 'done', action, requested_by: admin, total: 601, processed: 601 },
      ...{ changed: 601, unchanged: 0, failed: 0, failures: [], undo_of: null, undone_by: null, can_undo: true },
    });
    const list = await app.api.list({ status: 'resolved', assignee: String(agent) });
    expect(list.count).toBe(601);
    const [ticket] = list.results;
    expect(ticket).toMatchObject({ version: 2, resolved_at: ticket?.updated_at });
    expect(await lastEvent(ticket?.id ?? 0)).toMatchObject({
      ...{ kind: 'changed', version: 2, actor: admin, via: 'web', bulk_run_id: done.id, at: ticket?.updated_at },
      changes: [
        { field: 'status', from: 'open', to: 'resolved' },
        { field: 'assignee', from: null, to: agent },
      ],
    });
    expect(await read(ids[0] ?? 0)).toMatchObject({ status: 'in_progress', version: 1 });
    expect(await audited('tickets_bulk_changed')).toMatchObject([
      { actor_id: String(admin), subject_id: done.id, details: { ...action, total: 601 } },
    ]);
  });

  it('counts apart what is so already, and names what is not there', async () => {
    const [one, two] = await fill(4);
    await app.api.patch(`/api/tickets/${String(one)}`, { priority: 'low' });
    const done = await run({ ids: [one, two, 999_999] }, to({ priority: 'low' }));
    expect(done).toMatchObject({
      ...{ total: 3, processed: 3, changed: 1, unchanged: 1, failed: 1 },
      failures: [{ ticket: 999_999, reason: 'The ticket does not exist.' }],
    });
    const preview = await app.as('admin').post(`${BULK}/preview`, {
      ...{ selection: { ids: [one, two, 999_999] }, action: to({ priority: 'low' }) },
    });
    expect(preview.body).toEqual({ count: 2 });
  });

  it('means by a filter what the list means by it', async () => {
    await fill(40);
    const mine = await app.as('admin').createTicket({ title: 'Zebra crossing', assignee: admin });
    await app.as('admin').createTicket({ title: 'Yellow zebra', assignee: agent });
    for (const [filter, count] of [
      [{}, 42],
      [{ search: 'zebra' }, 2],
      [{ search: `#${String(mine.id)}` }, 1],
      [{ search: 'zebra', assignee: ['me'] }, 1],
      [{ assignee: ['none'], status: ['open'] }, 20],
      [{ assignee: ['me', agent], priority: ['medium'] }, 2],
      [{ assignee: ['me'], category: ['billing'] }, 0],
    ] as const) {
      const { body } = await app
        .as('admin')
        .post(`${BULK}/preview`, { selection: { filter }, action: { kind: 'delete' } });
      expect({ filter, body }).toEqual({ filter, body: { count } });
    }
    expect(await run({ filter: { search: 'zebra', assignee: ['me'] } }, to({ status: 'closed' }))).toMatchObject({
      changed: 1,
    });
    expect(await read(mine.id)).toMatchObject({ status: 'closed' });
  });

  it('settles which tickets at the start, and does not ask for a few more or less than expected', async () => {
    await fill(40);
    const order = (expected: number) => ({
      ...{ selection: { filter: {} }, action: to({ status: 'closed' }), expected_count: expected },
    });
    const refused = await app.as('admin').post<ProblemBody>(BULK, order(1));
    expect(refused).toMatchObject({ status: 409, body: { code: 'bulk_selection_changed' } });
    expect((await app.api.list({ status: 'closed' })).count).toBe(0);
    expect((await runToEnd(app.as('admin'), order(39))).changed).toBe(40);
  });

  it('of no tickets ends at once', async () => {
    expect(await run({ filter: { status: ['closed'] } }, { kind: 'delete' })).toMatchObject({
      ...{ state: 'done', total: 0, changed: 0, can_undo: false },
    });
  });

  it.each([
    ['an unknown category', to({ category: 'nope' }), 'category'],
    ['an unknown person', to({ assignee: 999_999 }), 'assignee'],
  ])('is refused for %s', async (_, action, field) => {
    await fill(4);
    const refused = await app.as('admin').post<ProblemBody>(BULK, { selection: { filter: {} }, action });
    expect(refused.status).toBe(400);
    expect(refused.body.errors?.[0]?.field).toMatch(field);
  });

  it('is told by its id, newest first, and unknown ids are not found', async () => {
    const [id] = await fill(1);
    const first = await run({ ids: [id] }, to({ priority: 'low' }));
    const second = await run({ ids: [id] }, to({ priority: 'high' }));
    const { body } = await app.as('admin').get<{ results: BulkRunBody[] }>(BULK);
    expect(body.results.slice(0, 2).map((listed) => listed.id)).toEqual([second.id, first.id]);
    const unknown = await app.as('admin').get(`${BULK}/019643f2-6a5e-7c3b-9d0e-3f1d2c4b5a69`);
    expect(unknown).toMatchObject({ status: 404, body: { code: 'bulk_run_not_found' } });
  });
});

describe('deleting many tickets', () => {
  it('keeps their history, and undo brings them back whole', async () => {
    const before = await Promise.all(
      ['Zebra crossing', 'Yellow zebra'].map((title) => app.api.createTicket({ title, assignee: agent })),
    );
    await app.api.patch(`/api/tickets/${String(before[0]?.id)}`, { status: 'resolved' });
    const kept = await Promise.all(before.map(({ id }) => read(id)));
    const done = await run({ filter: { search: 'zebra' } }, { kind: 'delete' });
    expect(done).toMatchObject({ kind: 'delete', changed: 2, failed: 0, can_undo: true });
    expect((await app.api.list()).count).toBe(0);
    expect((await app.api.get(`/api/tickets/${String(kept[0]?.id)}`)).status).toBe(404);
    expect(await lastEvent(kept[0]?.id ?? 0)).toMatchObject({
      ...{ kind: 'deleted', version: 3, actor: admin, bulk_run_id: done.id, changes: [] },
    });

    const undone = await undo(done.id);
    expect(undone).toMatchObject({ kind: 'undo', changed: 2, failed: 0, undo_of: done.id, can_undo: false });
    for (const ticket of kept) {
      const back = await read(ticket.id);
      expect(back).toEqual({ ...ticket, version: ticket.version + 2, updated_at: back.updated_at });
      expect(await lastEvent(ticket.id)).toMatchObject({ kind: 'restored', version: back.version, changes: [] });
    }
    expect((await app.api.list({ search: 'zebra' })).count).toBe(2);
    expect((await app.api.patch(`/api/tickets/${String(kept[1]?.id)}`, { status: 'closed' })).status).toBe(200);
    expect((await app.as('admin').get<BulkRunBody>(`${BULK}/${done.id}`)).body).toMatchObject({
      ...{ undone_by: undone.id, can_undo: false },
    });
    expect(await audited('tickets_bulk_deleted')).toMatchObject([{ subject_id: done.id }]);
    expect(await audited('tickets_bulk_undone')).toMatchObject([{ subject_id: undone.id }]);
  });

  it('keeps the suggestion that a ticket was written with', async () => {
    const [suggestion] = await app.sql<{ id: string }>(
      `INSERT INTO suggestions (input_hash, suggested_category, suggested_priority, source, asked, latency_ms)
       VALUES (repeat('a', 64), 'billing', 'low', 'llm', 'llm', 1) RETURNING id`,
    );
    const { id } = await app.api.createTicket({ suggestion_id: suggestion?.id ?? '' });
    const owner = async () =>
      (await app.sql<{ ticket_id: string }>('SELECT ticket_id FROM suggestions WHERE id = $1', [suggestion?.id]))[0];
    const done = await run({ ids: [id] }, { kind: 'delete' });
    expect(await owner()).toEqual({ ticket_id: String(id) });
    await undo(done.id);
    expect(await owner()).toEqual({ ticket_id: String(id) });
  });

  it('is for good after thirty days, and undo says so', async () => {
    const [old, young] = await fill(2);
    const done = await run({ ids: [old, young] }, { kind: 'delete' });
    await app.sql('DELETE FROM tickets WHERE id = $1', [old]);
    expect(await undo(done.id)).toMatchObject({
      ...{ changed: 1, failed: 1 },
      failures: [{ ticket: old, reason: expect.stringContaining('30 days') }],
    });
  });
});

describe('taking a run back', () => {
  it('restores the values where nobody has changed them since, and names the others', async () => {
    const [one, two, three] = await fill(3);
    const before = await Promise.all([one, two, three].map((id) => read(id ?? 0)));
    const done = await run({ ids: [one, two, three] }, to({ category: 'general', priority: 'critical' }));
    await app.api.patch(`/api/tickets/${String(two)}`, { priority: 'low' });
    await app.api.patch(`/api/tickets/${String(three)}`, { status: 'closed' });
    const undone = await undo(done.id);
    expect(undone).toMatchObject({
      ...{ kind: 'undo', total: 3, changed: 2, failed: 1, action: { kind: 'undo', of: done.action } },
      failures: [{ ticket: two, reason: 'Somebody has changed it since.' }],
    });
    const category = (index: number) => before[index]?.category;
    expect(await read(one ?? 0)).toMatchObject({ category: category(0), priority: 'medium', version: 3 });
    expect(await read(two ?? 0)).toMatchObject({ category: 'general', priority: 'low', version: 3 });
    expect(await read(three ?? 0)).toMatchObject({ category: category(2), priority: 'medium', status: 'closed' });
    expect(await lastEvent(one ?? 0)).toMatchObject({ kind: 'changed', bulk_run_id: undone.id });
  });

  it('wipes a time of resolving that the run set', async () => {
    const [id] = await fill(1);
    const done = await run({ ids: [id] }, to({ status: 'resolved' }));
    expect((await read(id ?? 0)).resolved_at).not.toBeNull();
    await undo(done.id);
    expect(await read(id ?? 0)).toMatchObject({ resolved_at: null });
  });

  it('gives no ticket back to a retired category or to somebody who has left', async () => {
    await app.sql(`INSERT INTO categories (key, label, description, position) VALUES ('fax', 'Fax', '', 9)`);
    const leaving = await addPerson(app, 'leaving');
    const faxed = await app.api.createTicket({ category: 'fax' });
    const theirs = await app.api.createTicket({ assignee: leaving });
    const done = await run({ ids: [faxed.id, theirs.id] }, to({ category: 'billing', assignee: agent }));
    await app.sql(`UPDATE categories SET active = false WHERE key = 'fax'`);
    await app.sql('UPDATE users SET active = false WHERE id = $1', [leaving]);
    expect((await undo(done.id)).failures).toEqual([
      { ticket: faxed.id, reason: 'The category is not in use any more.' },
      { ticket: theirs.id, reason: 'The assignee is not active any more.' },
    ]);
  });

  it('is possible once, also when two admins ask at the same moment', async () => {
    const [id] = await fill(1);
    const done = await run({ ids: [id] }, to({ status: 'closed' }));
    const answers = await Promise.all(
      Array.from({ length: 6 }, () => app.as('admin').post<BulkRunBody>(`${BULK}/${done.id}/undo`, {})),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([202, 409, 409, 409, 409, 409]);
    const accepted = answers.find(({ status }) => status === 202)?.body.id ?? '';
    await finished(app.as('admin'), accepted);
    const again = await app.as('admin').post(`${BULK}/${accepted}/undo`, {});
    expect(again).toMatchObject({ status: 409, body: { code: 'bulk_run_not_undoable' } });
  });
});
