import { DataSource } from 'typeorm';
import { ApiClient, type ProblemBody, type TicketBody } from './support/api-client.ts';
import { type EntryBody, ticketPath, timelineOf, write } from './support/conversation.ts';
import { makePerson } from './support/accounts.ts';
import { undoToEnd } from './support/bulk-runs.ts';
import { EventStream } from './support/event-stream.ts';
import { problem } from './support/problem.ts';
import { ReplicaProcess } from './support/replica-process.ts';
import { type TestApp, startReplica, startTestApp } from './support/test-app.ts';
import { cookieOf } from './support/test-people.ts';
import { until } from './support/until.ts';
import { TicketHousekeeping } from '../src/tickets/ticket-housekeeping.service.ts';
import { Departures } from '../src/conversation/departures.service.ts';

/** Serves the API and does no jobs: what is held stays so until a test lets it go. */
let app: TestApp;
beforeEach(async () => {
  app = await startTestApp({ PROCESS_ROLE: 'api' });
});
afterEach(() => app.close());

const held = { kind: 'reply', text: 'Refunded.', leaves_in_seconds: 60 };
const messagePath = (id: number, number = 2) => `${ticketPath(id)}/messages/${String(number)}`;
const entry = async (id: number, number = 2) => (await app.api.get<EntryBody>(messagePath(id, number))).body;
const status = async (id: number) => (await app.api.get<TicketBody>(ticketPath(id))).body.status;
const ticketOf = async (id: number) => (await app.api.get<TicketBody>(ticketPath(id))).body;
const ripen = () => app.sql(`UPDATE messages SET leaves_at = now() WHERE delivery = 'held'`);

describe('an answer that is held', () => {
  it('says when it leaves, and changes no status before that', async () => {
    const { id } = await app.api.createTicket();
    const before = Date.now();
    const { body } = await write(app.api, id, { ...held, leaves_in_seconds: 10, status: 'resolved' });
    expect(body).toMatchObject({ delivery: { state: 'held', detail: null }, sets_status: 'resolved' });
    const leaves = Date.parse(body.delivery?.leaves_at ?? '');
    expect(leaves).toBeGreaterThan(before + 5_000);
    expect(leaves).toBeLessThan(Date.now() + 15_000);
    expect(await status(id)).toBe('open');
    await app.get(Departures).leaveDue();
    expect((await entry(id)).delivery?.state).toBe('held');
  });

  it('leaves when its time has come, once, with its status, by whoever works', async () => {
    const { id } = await app.api.createTicket();
    await write(app.api, id, { ...held, status: 'resolved' });
    await ripen();
    const replica = await startReplica(app, { PROCESS_ROLE: 'api' });
    await Promise.all([app, replica, app, replica].map((one) => one.get(Departures).leaveDue()));
    expect((await entry(id)).delivery).toMatchObject({ state: 'not_sent', detail: 'no sender' });
    expect((await timelineOf(app.api, id)).map(({ number, kind, author }) => [number, kind, author.type])).toEqual([
      [1, 'description', 'user'],
      [2, 'reply', 'user'],
      [3, 'event', 'user'],
    ]);
    expect((await app.api.get<TicketBody>(ticketPath(id))).body).toMatchObject({ status: 'resolved', version: 3 });
  });

  it('leaves with all that the ticket gets by it, in one version', async () => {
    const { id } = await app.api.createTicket();
    const leaver = await makePerson(app, 'leaver');
    const sets = { category: 'billing', priority: 'critical', assignee: leaver };
    const { body } = await write(app.api, id, { ...held, ...sets, status: 'in_progress' });
    expect([body.sets_status, body.sets]).toEqual(['in_progress', sets]);
    expect(await ticketOf(id)).toMatchObject({ status: 'open', priority: 'medium', assignee: null, version: 2 });
    await ripen();
    await app.get(Departures).leaveDue();
    expect(await ticketOf(id)).toMatchObject({ ...sets, status: 'in_progress', version: 3 });
  });

  it('leaves also when the ticket cannot get all of it any more', async () => {
    const { id } = await app.api.createTicket();
    const leaver = await makePerson(app, 'leaver');
    await write(app.api, id, { ...held, category: 'account', priority: 'critical', assignee: leaver });
    await app.sql(`UPDATE users SET active = false WHERE username = 'leaver'`);
    await app.sql(`UPDATE categories SET active = false WHERE key = 'account'`);
    await ripen();
    await app.get(Departures).leaveDue();
    expect((await entry(id)).delivery?.state).toBe('not_sent');
    expect(await ticketOf(id)).toMatchObject({ category: 'general', priority: 'critical', assignee: null });
  });

  it('keeps what the ticket has already, also when that is out of use', async () => {
    const { id } = await app.api.createTicket({ category: 'account' });
    const leaver = await makePerson(app, 'leaver');
    await app.api.patch(ticketPath(id), { assignee: leaver });
    await app.sql(`UPDATE users SET active = false WHERE username = 'leaver'`);
    await app.sql(`UPDATE categories SET active = false WHERE key IN ('account', 'billing')`);
    const sets = { category: 'account', assignee: leaver };
    for (const message of [held, { kind: 'note', text: 'For the desk.' }])
      expect((await write(app.api, id, { ...message, ...sets })).body).toMatchObject({ sets });
    await ripen();
    await app.get(Departures).leaveDue();
    expect(await ticketOf(id)).toMatchObject(sets);
    const refused = await write(app.api, id, { ...held, ...sets, category: 'billing' });
    expect(problem(refused)).toBe('400 validation_failed category unknown_value');
  });

  it('changes nothing of its ticket once it is taken back', async () => {
    const { id } = await app.api.createTicket();
    await write(app.api, id, { ...held, priority: 'critical' });
    await app.api.delete(messagePath(id));
    await ripen();
    await app.get(Departures).leaveDue();
    expect((await entry(id)).sets).toEqual({});
    expect((await ticketOf(id)).priority).toBe('medium');
  });

  it.each([
    [{ category: 'nothing' }, 'category unknown_value'],
    [{ assignee: 999_999 }, 'assignee unknown_value'],
    [{ priority: 'none' }, 'priority unknown_value'],
  ])('is not written with %j', async (sets, error) => {
    const { id } = await app.api.createTicket();
    expect(problem(await write(app.api, id, { ...held, ...sets }))).toBe(`400 validation_failed ${error}`);
  });

  it('leaves also when the process that took it dies, by a job', async () => {
    const env = { DATABASE_URL: app.databaseUrl };
    const first = await ReplicaProcess.start({ ...env, PROCESS_ROLE: 'api' });
    const { id } = await app.api.createTicket();
    const there = new ApiClient(first.url, app.api.headers);
    expect((await write(there, id, { ...held, leaves_in_seconds: 2 })).status).toBe(201);
    await first.kill();
    const worker = await ReplicaProcess.start({ ...env, PROCESS_ROLE: 'worker' });
    await until(async () => (await entry(id)).delivery?.state === 'not_sent');
    await worker.stop();
  });

  it('is taken back: nothing of it is kept but that there was one', async () => {
    const { id } = await app.api.createTicket();
    await write(app.api, id, { ...held, recipients: { to: [{ address: 'ada@example.com' }] }, status: 'closed' });
    expect((await app.api.delete(messagePath(id))).status).toBe(204);
    expect(await entry(id)).toMatchObject({
      ...{ kind: 'reply', text: null, html: null, folded: '', recipients: [], delivery: null, sets_status: null },
      taken_back_at: expect.any(String),
    });
    await ripen();
    await app.get(Departures).leaveDue();
    expect([(await entry(id)).delivery, await status(id)]).toEqual([null, 'open']);
    const kept = await app.sql(`SELECT 1 FROM messages WHERE text || coalesce(html, '') ~ 'Refunded'`);
    expect([kept, await app.sql('SELECT 1 FROM message_recipients')]).toEqual([[], []]);
    expect((await app.api.delete(messagePath(id))).status).toBe(204);
    expect((await timelineOf(app.api, id)).map(({ number }) => number)).toEqual([1, 2]);
  });

  it('that was taken back makes no later answer stale', async () => {
    const { id } = await app.api.createTicket();
    await write(app.api, id, held);
    await app.api.delete(messagePath(id));
    expect((await app.api.get(`${ticketPath(id)}/timeline`)).headers.get('etag')).toBe('"1"');
    for (const etag of ['"1"', '"2"'])
      expect((await write(app.api, id, { kind: 'note', text: 'a' }, { 'if-match': etag })).status).toBe(201);
  });

  it('leaves at once when its author asks for it', async () => {
    const { id } = await app.api.createTicket();
    await write(app.api, id, { ...held, status: 'resolved' });
    expect((await app.api.post(`${messagePath(id)}/send`, undefined)).status).toBe(204);
    expect([(await entry(id)).delivery?.state, await status(id)]).toEqual(['not_sent', 'resolved']);
    const leaves = Date.parse((await entry(id)).delivery?.leaves_at ?? '');
    expect(leaves).toBeLessThan(Date.now() + 5_000);
  });

  it('either leaves or is taken back, whoever is quicker', async () => {
    for (let round = 0; round < 10; round += 1) {
      const { id } = await app.api.createTicket();
      await write(app.api, id, { ...held, status: 'resolved' });
      const [back, sent] = await Promise.all([
        app.api.delete(messagePath(id)),
        app.api.post(`${messagePath(id)}/send`, undefined),
      ]);
      expect([
        [204, 409],
        [409, 204],
      ]).toContainEqual([back.status, sent.status]);
      expect(await status(id)).toBe(sent.status === 204 ? 'resolved' : 'open');
      expect((await entry(id)).text).toBe(sent.status === 204 ? 'Refunded.' : null);
    }
  });

  it('is told to those who follow when it comes, leaves or is taken back', async () => {
    const stream = await EventStream.open(app.url, cookieOf(app, 'admin'));
    const { id } = await app.api.createTicket();
    await write(app.api, id, held);
    await app.api.post(`${messagePath(id)}/send`, undefined);
    await write(app.api, id, held);
    await app.api.delete(messagePath(id, 4));
    const told = () => stream.events.filter(({ name }) => name === 'ticket.changed').map(({ data }) => data);
    await stream.until(() => told().length === 4);
    expect(told()).toMatchObject([2, 3, 4, 5].map((version) => ({ id, version, fields: ['messages'] })));
    stream.cut();
  });

  it.each(['delete', 'send'] as const)('is its author’s to %s', async (what) => {
    const { id } = await app.api.createTicket();
    await write(app.api, id, held);
    await write(app.api, id, { kind: 'note', text: 'a' });
    await write(app.api, id, { ...held, leaves_in_seconds: 0 });
    const ask = (path: string, by = app.api) =>
      what === 'delete' ? by.delete<ProblemBody>(path) : by.post<ProblemBody>(`${path}/send`, undefined);
    expect(await ask(messagePath(id), app.as('admin'))).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    expect(await ask(messagePath(id, 1))).toMatchObject({ status: 404, body: { code: 'message_not_found' } });
    expect(await ask(messagePath(999_999))).toMatchObject({ status: 404, body: { code: 'ticket_not_found' } });
    for (const number of [3, 4])
      expect(await ask(messagePath(id, number))).toMatchObject({ status: 409, body: { code: 'message_left' } });
    expect((await entry(id)).delivery?.state).toBe('held');
  });

  it('waits while its ticket is deleted, and leaves when it is back', async () => {
    const { id } = await app.api.createTicket();
    await write(app.api, id, { ...held, status: 'resolved' });
    await app.as('admin').delete(`/api/admin/tickets/${String(id)}`);
    await ripen();
    await app.get(Departures).leaveDue();
    expect(await app.sql('SELECT delivery FROM messages')).toEqual([{ delivery: 'held' }]);
    for (const ask of [app.api.delete(messagePath(id)), app.api.post(`${messagePath(id)}/send`, undefined)])
      expect((await ask).status).toBe(404);
    const [run] = await app.sql<{ id: string }>('SELECT id FROM bulk_runs');
    await startReplica(app, { PROCESS_ROLE: 'worker' });
    await undoToEnd(app.as('admin'), run?.id ?? '');
    await app.get(Departures).leaveDue();
    expect([(await entry(id)).delivery?.state, await status(id)]).toEqual(['not_sent', 'resolved']);
  });

  it('goes for good with its ticket, as all of the conversation does', async () => {
    const { id } = await app.api.createTicket();
    await write(app.api, id, { ...held, recipients: { to: [{ address: 'ada@example.com' }] } });
    await app.as('admin').delete(`/api/admin/tickets/${String(id)}`);
    await app.get(DataSource).transaction(async (transaction) => {
      await transaction.query('SET LOCAL session_replication_role = replica');
      await transaction.query(`UPDATE tickets SET deleted_at = now() - interval '31 days'`);
    });
    await app.get(TicketHousekeeping).tidy();
    for (const table of ['tickets', 'messages', 'message_recipients'])
      expect([table, await app.sql(`SELECT FROM ${table}`)]).toEqual([table, []]);
    expect(await app.sql('SELECT kind FROM ticket_events ORDER BY version')).toMatchObject([
      ...[{ kind: 'created' }, { kind: 'message' }, { kind: 'deleted' }],
    ]);
  });
});
