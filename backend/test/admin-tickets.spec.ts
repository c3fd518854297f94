import type { AuditPageBody } from './support/admin-bodies.ts';
import type { ProblemBody, TicketBody } from './support/api-client.ts';
import { type BulkRunBody, finished } from './support/bulk-runs.ts';
import { problem } from './support/problem.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const path = (id: number) => `/api/admin/tickets/${String(id)}`;
const edit = (id: number, body: unknown, headers: Record<string, string> = {}) =>
  app.as('admin').patch<TicketBody & ProblemBody>(path(id), body, headers);
const bulk = <Body = BulkRunBody & ProblemBody>(body: unknown, at = '') =>
  app.as('admin').post<Body>(`/api/admin/tickets/bulk${at}`, body);

describe('an admin', () => {
  it('edits every field of a ticket', async () => {
    const { id } = await app.api.createTicket();
    const body = {
      title: 'New title',
      description: 'New text.',
      status: 'resolved',
      category: 'billing',
      priority: 'low',
    };
    const edited = await edit(id, body);
    expect(edited).toMatchObject({ status: 200, body: { ...body, id, version: 2 } });
    expect(edited.headers.get('etag')).toBe('"2"');
    expect(await edit(id, { assignee: 1 })).toMatchObject({ status: 200, body: { assignee: 1, version: 3 } });
    expect((await app.api.list({ search: 'new title' })).results[0]?.id).toBe(id);
  });

  it('edits only the version that was seen, if told so', async () => {
    const { id } = await app.api.createTicket();
    await edit(id, { title: 'Changed meanwhile' });
    expect(problem(await edit(id, { title: 'Mine' }, { 'if-match': '"1"' }))).toBe('412 stale_version');
    expect(await edit(id, { title: 'Mine' }, { 'if-match': '"2"' })).toMatchObject({ status: 200 });
  });

  it('deletes a ticket; the log tells of it', async () => {
    const { id } = await app.api.createTicket({ title: 'To be deleted' });
    expect(problem(await app.as('admin').delete<ProblemBody>(path(id), { 'if-match': '"7"' }))).toBe(
      '412 stale_version',
    );
    expect((await app.as('admin').delete(path(id), { 'if-match': '"1"' })).status).toBe(204);
    expect(problem(await app.api.get<ProblemBody>(`/api/tickets/${String(id)}`))).toBe('404 ticket_not_found');
    expect(problem(await app.as('admin').delete<ProblemBody>(path(id)))).toBe('404 ticket_not_found');
    const { body } = await app.as('admin').get<AuditPageBody>('/api/admin/audit?kind=ticket_deleted');
    expect(body.results[0]).toMatchObject({ subject: { type: 'ticket', id: String(id) } });
  });

  it.each([
    ['nothing', {}, 'body empty'],
    ['a blank title', { title: ' ' }, 'title required'],
    ['null as title', { title: null }, 'title required'],
    ['a blank description', { description: '' }, 'description required'],
    ['a retired or unknown category', { category: 'nothing' }, 'category unknown_value'],
    ['an unknown status', { status: 'done' }, 'status unknown_value'],
    ['an assignee who is nobody', { assignee: 999 }, 'assignee unknown_value'],
    ['its number', { id: 5 }, 'id unknown_field'],
    ['its version', { version: 5 }, 'version unknown_field'],
    ['when it was written', { created_at: '2020-01-01T00:00:00Z' }, 'created_at unknown_field'],
    ['who wrote it', { created_by: 1 }, 'created_by unknown_field'],
    ['when it was resolved', { resolved_at: null }, 'resolved_at unknown_field'],
  ])('cannot give a ticket %s', async (_, body, expected) => {
    const { id } = await app.api.createTicket();
    expect(problem(await edit(id, body))).toBe(`400 validation_failed ${expected}`);
    expect((await app.api.get<TicketBody>(`/api/tickets/${String(id)}`)).body.version).toBe(1);
  });
});

describe('a change of many tickets', () => {
  const close = { kind: 'change', changes: { status: 'closed' } };

  it('is previewed, done in the background, followed and taken back', async () => {
    const tickets = await Promise.all([1, 2, 3].map(() => app.api.createTicket({ title: 'Bulk by number' })));
    const selection = { ids: [...tickets, ...tickets].map(({ id }) => id) };
    expect(await bulk({ selection, action: close }, '/preview')).toMatchObject({ status: 200, body: { count: 3 } });
    const started = await bulk({ selection, action: close, expected_count: 3 });
    expect(started).toMatchObject({ status: 202, body: { kind: 'change', total: 3, undo_of: null } });
    expect(started.headers.get('location')).toBe(`/api/admin/tickets/bulk/${started.body.id}`);
    expect(await finished(app.as('admin'), started.body.id)).toMatchObject({
      state: 'done',
      ...{ processed: 3, changed: 3, unchanged: 0, failed: 0, failures: [], can_undo: true },
    });
    const { body: recent } = await app.as('admin').get<{ results: BulkRunBody[] }>('/api/admin/tickets/bulk');
    expect(recent.results[0]).toMatchObject({ id: started.body.id, state: 'done' });

    const undo = await bulk(undefined, `/${started.body.id}/undo`);
    expect(undo).toMatchObject({ status: 202, body: { kind: 'undo', undo_of: started.body.id } });
    await finished(app.as('admin'), undo.body.id);
    expect((await app.api.list({ status: 'open', search: 'bulk by number' })).count).toBe(3);
    expect(problem(await bulk(undefined, `/${started.body.id}/undo`))).toBe('409 bulk_run_not_undoable');
  });

  it('takes all that a filter finds, as the list would', async () => {
    await app.api.createTicket({ title: 'Zebra one', priority: 'low' });
    await app.api.createTicket({ title: 'Zebra two', priority: 'high' });
    const filter = { search: 'zebra', priority: ['low'], status: ['open'], category: ['general'], assignee: ['none'] };
    expect(await bulk({ selection: { filter }, action: close }, '/preview')).toMatchObject({ body: { count: 1 } });
    const everything = await bulk<{ count: number }>({ selection: { filter: {} }, action: close }, '/preview');
    const [all] = await app.sql<{ count: number }>(
      'SELECT count(*)::int AS count FROM tickets WHERE deleted_at IS NULL',
    );
    expect(everything.body).toEqual(all);
  });

  const one = { ids: [1] };
  it.each<[string, unknown, string]>([
    ['nothing', {}, 'selection not_an_object, action not_an_object'],
    ['lists in place of objects', { selection: [], action: [] }, 'selection not_an_object, action not_an_object'],
    ['no selection', { selection: {}, action: close }, 'selection ids_or_filter'],
    ['two selections', { selection: { ...one, filter: {} }, action: close }, 'selection ids_or_filter'],
    ['null as ids', { selection: { ids: null }, action: close }, 'selection.ids not_a_list'],
    ['no ids', { selection: { ids: [] }, action: close }, 'selection.ids empty'],
    ['words as ids', { selection: { ids: ['1'] }, action: close }, 'selection.ids not_an_integer'],
    ['half a ticket', { selection: { ids: [1.5] }, action: close }, 'selection.ids not_an_integer'],
    ['ticket zero', { selection: { ids: [0] }, action: close }, 'selection.ids too_small'],
    ['an id past all numbers', { selection: { ids: [1e300] }, action: close }, 'selection.ids too_large'],
    ['lists as ids', { selection: { ids: [[1]] }, action: close }, 'selection.ids not_an_integer'],
    [
      '1,001 ids',
      { selection: { ids: Array.from({ length: 1001 }, (_, index) => index + 1) }, action: close },
      'selection.ids too_many',
    ],
    ['null as filter', { selection: { filter: null }, action: close }, 'selection.filter not_an_object'],
    ['a list as filter', { selection: { filter: [] }, action: close }, 'selection.filter not_an_object'],
    [
      'an unknown status to filter by',
      { selection: { filter: { status: ['done'] } }, action: close },
      'selection.filter.status unknown_value',
    ],
    [
      'a status to filter by that is no list',
      { selection: { filter: { status: 'open' } }, action: close },
      'selection.filter.status not_a_list',
    ],
    [
      'an empty list to filter by, which could mean everything',
      { selection: { filter: { category: [] } }, action: close },
      'selection.filter.category empty',
    ],
    [
      'a misspelt filter, which would mean everything',
      { selection: { filter: { categories: ['billing'] } }, action: close },
      'selection.filter.categories unknown_field',
    ],
    [
      'an assignee to filter by who is nobody',
      { selection: { filter: { assignee: ['me', 'you'] } }, action: close },
      'selection.filter.assignee unknown_value',
    ],
    [
      'a search that is too long',
      { selection: { filter: { search: 'x'.repeat(201) } }, action: close },
      'selection.filter.search too_long',
    ],
    ['an unknown action', { selection: one, action: { kind: 'merge' } }, 'action.kind unknown_value'],
    ['no kind of action', { selection: one, action: {} }, 'action.kind required'],
    ['no changes', { selection: one, action: { kind: 'change' } }, 'action.changes not_an_object'],
    ['empty changes', { selection: one, action: { kind: 'change', changes: {} } }, 'action.changes empty'],
    [
      'changes together with delete',
      { selection: one, action: { ...close, kind: 'delete' } },
      'action.changes not_with_delete',
    ],
    [
      'a text for all of them',
      { selection: one, action: { kind: 'change', changes: { title: 'Same' } } },
      'action.changes.title unknown_field',
    ],
    [
      'an unknown priority',
      { selection: one, action: { kind: 'change', changes: { priority: 'urgent' } } },
      'action.changes.priority unknown_value',
    ],
    [
      'an assignee that is no number',
      { selection: one, action: { kind: 'change', changes: { assignee: 'me' } } },
      'action.changes.assignee not_an_integer',
    ],
    ['a count that is none', { selection: one, action: close, expected_count: -1 }, 'expected_count too_small'],
    ['who asks for it', { selection: one, action: close, requested_by: 1 }, 'requested_by unknown_field'],
  ])('is refused with %s, by the field', async (_, body, expected) => {
    const answer = await bulk(body);
    expect([answer.status, answer.body.code]).toEqual([400, 'validation_failed']);
    expect(answer.body.errors?.map(({ field, code }) => `${field} ${code}`).join(', ')).toBe(expected);
    for (const { message } of answer.body.errors ?? []) expect(message).toMatch(/^[A-Z].*[.]$/);
  });

  it('is refused by what only the database knows', async () => {
    const filter = { category: ['nothing'] };
    expect(problem(await bulk({ selection: { filter }, action: close }))).toMatch(/^400 validation_failed .*category/);
    const move = { kind: 'change', changes: { category: 'nothing' } };
    expect(problem(await bulk({ selection: one, action: move }))).toMatch(/^400 validation_failed .*category/);
  });

  it.each([
    ['GET', '/api/admin/tickets/bulk/01997c1e-5b1c-7a60-8f0e-6f3b1c2d4e5f', '404 bulk_run_not_found'],
    ['POST', '/api/admin/tickets/bulk/01997c1e-5b1c-7a60-8f0e-6f3b1c2d4e5f/undo', '404 bulk_run_not_found'],
    ['GET', '/api/admin/tickets/bulk/1', '400 validation_failed id not_a_uuid'],
  ])('that is unknown: %s %s', async (method, at, expected) => {
    expect(problem(await app.as('admin').send<ProblemBody>(method, at, undefined, {}))).toBe(expected);
  });
});
