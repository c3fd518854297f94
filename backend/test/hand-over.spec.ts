import { Client } from 'pg';
import type { AuditPageBody } from './support/admin-bodies.ts';
import type { ProblemBody, TicketBody } from './support/api-client.ts';
import { finished, undoToEnd } from './support/bulk-runs.ts';
import { waiting } from './support/held-ticket.ts';
import { addPerson, idOf } from './support/people.ts';
import { type TestApp, startReplica, startTestApp } from './support/test-app.ts';
import type { TicketEventListBody } from './support/ticket-event-body.ts';
import { clearTickets, insertTickets } from './support/ticket-rows.ts';

interface PersonBody {
  active: boolean;
  unresolved_tickets: number;
  hand_over_run: string | null;
}

let app: TestApp;
let heir: number;
beforeAll(async () => {
  // It does no jobs, so a test says when the work is done.
  app = await startTestApp({ PROCESS_ROLE: 'api' });
  heir = await addPerson(app, 'heir');
});
afterAll(() => app.close());
beforeEach(() => clearTickets(app));

const path = (id: number) => `/api/admin/users/${String(id)}`;
const change = (id: number, body: object) => app.as('admin').patch<PersonBody & ProblemBody>(path(id), body);
const person = async (id: number) => (await app.as('admin').get<PersonBody>(path(id))).body;
const ticketOf = (assignee: number) => app.api.createTicket({ assignee });
const read = async ({ id }: { id: number }) => (await app.api.get<TicketBody>(`/api/tickets/${String(id)}`)).body;
const setStatus = ({ id }: { id: number }, status: string) => app.api.patch(`/api/tickets/${String(id)}`, { status });

/** Has a worker do what is to be done, and gives the run. */
async function done(run: string | null) {
  const worker = await startReplica(app, { PROCESS_ROLE: 'worker' });
  try {
    return await finished(app.as('admin'), String(run));
  } finally {
    await worker.close();
  }
}

let leavers = 0;
async function someoneWith(statuses: readonly string[]): Promise<{ id: number; tickets: TicketBody[] }> {
  leavers += 1;
  const id = await addPerson(app, `leaver-${String(leavers)}`);
  const tickets: TicketBody[] = [];
  for (const status of statuses) {
    const ticket = await ticketOf(id);
    if (status !== 'open') await setStatus(ticket, status);
    tickets.push(ticket);
  }
  return { id, tickets };
}

describe('whoever leaves', () => {
  it('is told to have so many unresolved tickets, in the list of people too', async () => {
    const { id } = await someoneWith(['open', 'in_progress', 'resolved', 'closed']);
    expect(await person(id)).toMatchObject({ unresolved_tickets: 2 });
    const { body } = await app.as('admin').get<{ results: PersonBody[] }>('/api/admin/users?search=leaver');
    expect(body.results.at(-1)).toMatchObject({ unresolved_tickets: 2 });
  });

  it.each([{}, { unresolved_tickets: 'keep' }])('keeps them with %j', async (more) => {
    const { id, tickets } = await someoneWith(['open']);
    const left = await change(id, { active: false, ...more });
    expect(left).toMatchObject({ status: 200, body: { active: false, unresolved_tickets: 1, hand_over_run: null } });
    expect(await read(tickets[0] ?? { id: 0 })).toMatchObject({ assignee: id, version: 1 });
  });

  it.each<[string, () => unknown, () => number | null]>([
    ['somebody', () => ({ assign_to: heir }), () => heir],
    ['nobody', () => 'unassign', () => null],
  ])('hands what is unresolved over to %s in the same step, with history and audit', async (_, way, to) => {
    const { id, tickets } = await someoneWith(['open', 'in_progress', 'resolved']);
    const left = await change(id, { active: false, unresolved_tickets: way() });
    expect(left).toMatchObject({ status: 200, body: { active: false } });
    const run = await done(left.body.hand_over_run);
    expect(run).toMatchObject({ state: 'done', total: 2, changed: 2, action: { handed_over_from: id } });
    expect((await Promise.all(tickets.map(read))).map(({ assignee }) => assignee)).toEqual([to(), to(), id]);
    expect(await person(id)).toMatchObject({ unresolved_tickets: 0 });

    const events = await app.api.get<TicketEventListBody>(`/api/tickets/${String(tickets[0]?.id)}/events`);
    expect(events.body.results.at(-1)).toMatchObject({
      ...{ actor: await idOf(app, 'test-admin'), bulk_run_id: run.id },
      changes: [{ field: 'assignee', from: id, to: to() }],
    });
    const { body: log } = await app.as('admin').get<AuditPageBody>('/api/admin/audit?limit=2');
    expect(log.results.map(({ kind }) => kind)).toEqual(['user_deactivated', 'tickets_bulk_changed']);
    expect(log.results[0]).toMatchObject({ details: { tickets_handed_over: 2, assignee: to() } });
  });

  it('leaves alone what was decided until its turn came', async () => {
    const { id, tickets } = await someoneWith(['open', 'open', 'open']);
    const left = await change(id, { active: false, unresolved_tickets: { assign_to: heir } });
    const agent = await idOf(app, 'test-agent');
    const [taken, resolved, waiting] = tickets.map(({ id: number }) => number);
    await app.api.patch(`/api/tickets/${String(taken)}`, { assignee: agent });
    await setStatus({ id: resolved ?? 0 }, 'resolved');
    expect(await done(left.body.hand_over_run)).toMatchObject({ total: 3, changed: 1, unchanged: 2 });
    const owners = await Promise.all([taken, resolved, waiting].map((number) => read({ id: number ?? 0 })));
    expect(owners.map(({ assignee }) => assignee)).toEqual([agent, id, heir]);
  });

  it('hands over thousands', async () => {
    const { id } = await someoneWith([]);
    const many = `(title, description, category, priority, assignee)
      SELECT 'Many', 'Of many', 'general', 'low', $1::bigint FROM generate_series(1, 2100)`;
    await insertTickets(app, many, [id]);
    const left = await change(id, { active: false, unresolved_tickets: 'unassign' });
    expect(await done(left.body.hand_over_run)).toMatchObject({ total: 2100, changed: 2100 });
    expect((await app.api.list({ assignee: 'inactive' })).count).toBe(0);
    expect((await app.api.list({ assignee: 'none' })).count).toBe(2100);
  });

  it('may have left before', async () => {
    const { id } = await someoneWith(['open']);
    await change(id, { active: false });
    const again = await change(id, { active: false, unresolved_tickets: { assign_to: heir } });
    expect(await done(again.body.hand_over_run)).toMatchObject({ changed: 1 });
    expect(await change(id, { active: false, unresolved_tickets: 'unassign' })).toMatchObject({
      ...{ status: 200, body: { unresolved_tickets: 0, hand_over_run: null } },
    });
  });

  it('gets them back when the change is taken back after their return, and not before', async () => {
    const { id, tickets } = await someoneWith(['open']);
    const first = await change(id, { active: false, unresolved_tickets: 'unassign' });
    const run = await done(first.body.hand_over_run);
    await change(id, { active: true });
    const worker = await startReplica(app, { PROCESS_ROLE: 'worker' });
    expect(await undoToEnd(app.as('admin'), run.id)).toMatchObject({ changed: 1 });
    await worker.close();
    expect((await read(tickets[0] ?? { id: 0 })).assignee).toBe(id);
  });

  it.each<[string, (id: number, gone: number) => object, string]>([
    ['themselves', (id) => ({ assign_to: id }), 'unresolved_tickets.assign_to unknown_value'],
    ['somebody who has left', (_, gone) => ({ assign_to: gone }), 'unresolved_tickets.assign_to unknown_value'],
    ['nobody that exists', () => ({ assign_to: 99_999 }), 'unresolved_tickets.assign_to unknown_value'],
    ['no number', () => ({ assign_to: '3' }), 'unresolved_tickets unknown_value'],
    ['two', () => ({ assign_to: 1, or: 2 }), 'unresolved_tickets unknown_value'],
  ])('cannot hand over to %s, and does not leave', async (_, way, expected) => {
    const { id, tickets } = await someoneWith(['open']);
    const gone = await addPerson(app, `gone-${String(id)}`, { active: false });
    const { status, body } = await change(id, { active: false, unresolved_tickets: way(id, gone) });
    expect([status, ...(body.errors ?? []).map(({ field, code }) => `${field} ${code}`)]).toEqual([400, expected]);
    expect(await person(id)).toMatchObject({ active: true, unresolved_tickets: 1 });
    expect(await read(tickets[0] ?? { id: 0 })).toMatchObject({ assignee: id, version: 1 });
  });

  it.each([{}, { active: true }, { role: 'admin' }])('is meant by handing over, not with %j', async (patch) => {
    const { id } = await someoneWith([]);
    const { status, body } = await change(id, { ...patch, unresolved_tickets: 'unassign' });
    expect([status, body.errors?.[0]?.code]).toEqual([400, 'not_with_active']);
  });

  it('as the last admin stays, and so do the tickets', async () => {
    const admin = await idOf(app, 'test-admin');
    const ticket = await ticketOf(admin);
    const refused = await change(admin, { active: false, unresolved_tickets: { assign_to: heir } });
    expect(refused).toMatchObject({ status: 409, body: { code: 'last_admin' } });
    expect(await app.sql(`SELECT id FROM bulk_runs WHERE state = 'queued'`)).toEqual([]);
    expect(await read(ticket)).toMatchObject({ assignee: admin, version: 1 });
  });
});

describe('people who hand over to each other at the same moment', () => {
  it.each([2, 3])('do not all leave: one of %i stays, and is told that the other has left', async (count) => {
    const circle: { id: number; tickets: TicketBody[] }[] = [];
    for (let n = 0; n < count; n += 1) circle.push(await someoneWith(['open']));
    const heirOf = (n: number) => circle[(n + 1) % count]?.id ?? 0;
    // Everybody can be held, and nobody changed, until all are on their way.
    const client = new Client({ connectionString: app.databaseUrl });
    await client.connect();
    await client.query('BEGIN');
    await client.query('LOCK TABLE users IN SHARE MODE');
    const answers = circle.map(({ id }, n) =>
      change(id, { active: false, unresolved_tickets: { assign_to: heirOf(n) } }),
    );
    await waiting(app, count);
    await client.end();
    const outcomes = await Promise.all(answers);
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual([...Array<number>(count - 1).fill(200), 400]);
    const refused = outcomes.findIndex(({ status }) => status === 400);
    expect(outcomes[refused]?.body.errors).toMatchObject([
      { field: 'unresolved_tickets.assign_to', code: 'unknown_value', message: 'Assignee must be an active user.' },
    ]);
    const active = await Promise.all(circle.map(async ({ id }) => (await person(id)).active));
    expect(active).toEqual(circle.map((_, n) => n === refused));
  });
});

describe('tickets that nobody can work on', () => {
  it('are found by assignee=inactive, alone and with others, in lists, searches and bulk changes', async () => {
    const { id, tickets } = await someoneWith(['open', 'resolved']);
    const [open, resolved] = tickets.map((ticket) => ticket.id);
    const agent = await idOf(app, 'test-agent');
    const [mine, nobodys] = [(await ticketOf(agent)).id, (await app.api.createTicket()).id];
    const found = async (query: Record<string, string>) => {
      const { results, count } = await app.api.list(query);
      expect(count).toBe(results.length);
      return results.map((ticket) => ticket.id);
    };
    await app.sql('UPDATE users SET active = (id = $1 OR id = ANY ($2))', [
      id,
      [agent, heir, await idOf(app, 'test-admin')],
    ]);
    expect(await found({ assignee: 'inactive' })).toEqual([]);
    expect(await found({ assignee: 'inactive', sort: 'recently_changed', status: 'open' })).toEqual([]);
    expect(await found({ assignee: 'inactive,none' })).toEqual([nobodys]);

    await change(id, { active: false });
    expect(await found({ assignee: 'inactive' })).toEqual([resolved, open]);
    expect(await found({ assignee: 'inactive', status: 'open,in_progress' })).toEqual([open]);
    expect(await found({ assignee: 'inactive,me,none' })).toEqual([nobodys, mine, resolved, open]);
    expect(await found({ assignee: 'none' })).toEqual([nobodys]);
    expect(await found({ assignee: 'inactive', id: `${String(open)},${String(mine)}` })).toEqual([open]);
    expect(await found({ assignee: 'inactive', search: tickets[0]?.title ?? '' })).toEqual([resolved, open]);
    const selection = { filter: { assignee: ['inactive'] } };
    const action = { kind: 'change', changes: { assignee: null } };
    const preview = await app.as('admin').post('/api/admin/tickets/bulk/preview', { selection, action });
    expect(preview).toMatchObject({ status: 200, body: { count: 2 } });
  });
});
