import { SYSTEM } from '../src/common/author.ts';
import { MessageRepository } from '../src/conversation/message.repository.ts';
import { UnitOfWork } from '../src/database/unit-of-work.ts';
import { NotificationRepository } from '../src/notifications/notification.repository.ts';
import { TicketMessages } from '../src/tickets/ticket-messages.service.ts';
import { bearer, browserOf, makePerson, makeToken } from './support/accounts.ts';
import type { ApiClient, ProblemBody } from './support/api-client.ts';
import { runToEnd, undoToEnd } from './support/bulk-runs.ts';
import { ticketPath, write } from './support/conversation.ts';
import { EventStream } from './support/event-stream.ts';
import { addPerson, idOf } from './support/people.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';

interface NotificationBody {
  id: number;
  kind: string;
  ticket: { id: number; title: string };
  number: number;
  tickets: number;
  by: { id: number | null; name: string } | null;
  excerpt: string | null;
  at: string;
  read: boolean;
}

interface NotificationsBody {
  results: NotificationBody[];
  unread: number;
  next_cursor: string | null;
}

let app: TestApp;
let admin: ApiClient;
let adminId: number;
beforeAll(async () => {
  app = await startTestApp();
  admin = app.as('admin');
  adminId = await idOf(app, 'test-admin');
});
afterAll(() => app.close());

let people = 0;
/** Somebody new, whom nothing concerns yet. */
async function somebody(): Promise<{ id: number; name: string; browser: ApiClient }> {
  people += 1;
  const name = `person-${String(people)}`;
  return { id: await makePerson(app, name), name, browser: await browserOf(app, name) };
}

async function told(by: ApiClient, query = ''): Promise<NotificationsBody> {
  const { status, body } = await by.get<NotificationsBody>(`/api/notifications${query}`);
  expect(status).toBe(200);
  return body;
}

const kinds = async (by: ApiClient) => (await told(by)).results.map(({ kind, ticket }) => [kind, ticket.id]);
const read = (by: ApiClient, body: object) => by.post<ProblemBody>('/api/notifications/read', body);

/** What the customer of a ticket writes, as it comes in. */
function answer(ticketId: number, text: string, authorContact: number | null = null): Promise<number> {
  return app.get(UnitOfWork).run(async (transaction) => {
    const number = await app.get(TicketMessages).add(transaction, ticketId, SYSTEM);
    await app.get(MessageRepository).insert(transaction, {
      ...{ ticketId, number, kind: 'incoming', text, html: null, folded: '', authorContact },
      ...{ recipients: [], setsStatus: null, leavesInSeconds: null },
    });
    return number;
  });
}

describe('a note', () => {
  it('tells whom it mentions, by username or by display name, where it stands and how it begins', async () => {
    const [one, other] = [await somebody(), await somebody()];
    await app.sql(`UPDATE users SET display_name = 'Mina Park' WHERE id = $1`, [other.id]);
    const { id } = await app.api.createTicket({ title: 'Two are asked' });
    const text = `@${one.name} and @mina park, look at this. ${'It is long. '.repeat(40)}`;
    const note = await write(admin, id, { kind: 'note', text });
    for (const { browser } of [one, other])
      expect(await told(browser)).toEqual({
        results: [
          {
            ...{ id: expect.any(Number), kind: 'mention', ticket: { id, title: 'Two are asked' }, tickets: 1 },
            ...{ number: note.body.number, by: { id: adminId, name: 'Test Admin' }, excerpt: text.slice(0, 300) },
            ...{ at: expect.any(String), read: false },
          },
        ],
        ...{ unread: 1, next_cursor: null },
      });
  });

  it('tells neither its writer nor somebody who may not sign in, and an answer to the customer tells nobody', async () => {
    const one = await somebody();
    const gone = await addPerson(app, 'long-gone', { active: false });
    const { id } = await app.api.createTicket();
    await write(one.browser, id, { kind: 'note', text: `@${one.name} @long-gone @nobody` });
    await write(app.api, id, { kind: 'reply', text: `Ask @${one.name}` });
    expect(await kinds(one.browser)).toEqual([]);
    expect(await app.sql('SELECT FROM notifications WHERE user_id = $1', [gone])).toEqual([]);
  });

  it('tells nobody when it is refused', async () => {
    const one = await somebody();
    const { id } = await app.api.createTicket();
    await write(admin, id, { kind: 'reply', text: 'First' });
    const late = await write(app.api, id, { kind: 'note', text: `@${one.name}` }, { 'if-match': '"1"' });
    expect(late.status).toBe(412);
    expect(await kinds(one.browser)).toEqual([]);
  });
});

describe('a ticket that somebody else gives to a person', () => {
  it('is told, new or not, with who gave it', async () => {
    const one = await somebody();
    const made = await app.api.createTicket({ assignee: one.id, title: 'Made for you' });
    const given = await app.api.createTicket({ title: 'Given to you' });
    await admin.patch(ticketPath(given.id), { assignee: one.id, priority: 'high' });
    expect((await told(one.browser)).results).toMatchObject([
      { kind: 'assigned', ticket: { title: 'Given to you' }, number: 2, by: { id: adminId }, excerpt: null },
      { kind: 'assigned', ticket: { id: made.id, title: 'Made for you' }, number: 1 },
    ]);
  });

  it('is not told when they take it, when it is theirs already, or when it is taken from them', async () => {
    const one = await somebody();
    const { id } = await one.browser.createTicket({ assignee: one.id });
    await admin.patch(ticketPath(id), { assignee: one.id, priority: 'high' });
    await admin.patch(ticketPath(id), { assignee: null });
    await one.browser.patch(ticketPath(id), { assignee: one.id });
    expect(await kinds(one.browser)).toEqual([]);
  });

  it('is told once of 700 that are given at a time, in several batches, with their number', async () => {
    const [one, other] = [await somebody(), await somebody()];
    const tickets = await app.sql<{ id: string }>(
      `WITH written AS (
         INSERT INTO tickets (title, description, category, priority)
         SELECT 'One of many', 'x', 'general', 'low' FROM generate_series(1, 700) RETURNING id
       ), told AS (
         INSERT INTO ticket_events (ticket_id, version, kind, via, changes) SELECT id, 1, 'created', 'system', '[]' FROM written
       ) SELECT id FROM written ORDER BY id`,
    );
    const ids = tickets.map(({ id }) => Number(id));
    await admin.patch(ticketPath(ids[0]!), { assignee: other.id });
    const run = { selection: { ids }, action: { kind: 'change', changes: { assignee: one.id } } };
    const { id } = await runToEnd(admin, run);
    expect((await told(one.browser)).results).toMatchObject([
      { kind: 'assigned', ticket: { id: ids[0] }, tickets: 700 },
    ]);
    await undoToEnd(admin, id);
    expect((await told(one.browser)).results).toHaveLength(1);
    expect((await told(other.browser)).results.map(({ tickets: count }) => count)).toEqual([1, 1]);
  });
});

describe('an answer of a customer', () => {
  it('is told to whom the ticket belongs, and to nobody where it is nobody’s', async () => {
    const one = await somebody();
    const contact = await app.api.post<{ id: number }>('/api/contacts', {
      name: 'Anna Berg',
      addresses: ['a@b.example'],
    });
    const { id } = await one.browser.createTicket({ assignee: one.id });
    const number = await answer(id, 'It works again, thank you', contact.body.id);
    await answer((await one.browser.createTicket()).id, 'Hello?');
    expect((await told(one.browser)).results).toMatchObject([
      ...[{ kind: 'answered', ticket: { id }, number, by: { id: null, name: 'Anna Berg' } }],
    ]);
    expect((await told(one.browser)).results[0]?.excerpt).toBe('It works again, thank you');
  });

  it('is told by nobody’s name where nobody knows who wrote it', async () => {
    const one = await somebody();
    const { id } = await one.browser.createTicket({ assignee: one.id });
    await answer(id, 'Hello?');
    expect((await told(one.browser)).results).toMatchObject([{ kind: 'answered', by: null }]);
  });
});

describe('what concerns a person', () => {
  async function withThree() {
    const one = await somebody();
    for (const title of ['First', 'Second', 'Third']) await app.api.createTicket({ title, assignee: one.id });
    const { results } = await told(one.browser);
    return { ...one, ids: results.map(({ id }) => id) };
  }

  it('is read page by page, newest first', async () => {
    const { browser, ids } = await withThree();
    const first = await told(browser, '?limit=2');
    expect(first).toMatchObject({ results: [{ id: ids[0] }, { id: ids[1] }], unread: 3 });
    const last = await told(browser, `?limit=2&cursor=${String(first.next_cursor)}`);
    expect(last).toMatchObject({ results: [{ id: ids[2] }], unread: 3, next_cursor: null });
  });

  it('is marked as read by ids, or up to one, and its other browsers hear of it', async () => {
    const { browser, ids, name } = await withThree();
    const stream = await EventStream.open(app.url, (await browserOf(app, name)).headers);
    expect((await read(browser, { ids: [ids[1], 999_999] })).status).toBe(204);
    await stream.event('notifications.changed');
    stream.cut();
    expect((await told(browser)).results.map((one) => one.read)).toEqual([false, true, false]);
    expect((await told(browser, '?unread=true')).results.map(({ id }) => id)).toEqual([ids[0], ids[2]]);
    await read(browser, { until: ids[1] });
    expect(await told(browser, '?unread=true')).toMatchObject({ results: [{ id: ids[0] }], unread: 1 });
    await read(browser, { until: ids[0] });
    expect(await told(browser, '?unread=true')).toMatchObject({ results: [], unread: 0 });
  });

  it('is told anew where words of it are removed, or the title, and once who answered is erased', async () => {
    const { id: owner, name, browser } = await somebody();
    const { id } = await app.api.createTicket();
    await app.api.patch(ticketPath(id), { assignee: owner });
    const asks = { name: 'Ruth Adler', address: 'ruth@bell.example' };
    const { body: elsewhere } = await app.api.post<{ id: number; requester: { id: number } }>('/api/tickets', {
      ...{ title: 'Hers', description: 'Empty.', category: 'general', priority: 'low', requester: asks },
    });
    await app.api.patch(ticketPath(elsewhere.id), { assignee: owner });
    const secret = await answer(id, 'My card is 4111.');
    await answer(elsewhere.id, 'Still empty.', elsewhere.requester.id);
    const reason = 'It held the number of a card.';
    const { headers } = await browserOf(app, name);
    for (const remove of [
      () => admin.post(`${ticketPath(id)}/messages/${String(secret)}/redaction`, { reason }),
      () => admin.post(`${ticketPath(id)}/messages/1/redaction`, { reason }),
      () => admin.post(`/api/contacts/${String(elsewhere.requester.id)}/erasure`, { reason }),
    ]) {
      const stream = await EventStream.open(app.url, headers);
      expect((await remove()).status).toBeLessThan(300);
      await stream.event('notifications.changed');
      stream.cut();
    }
    const shown = async () => JSON.stringify((await told(browser)).results);
    expect(await shown()).not.toMatch(/4111|Ruth|Still empty/);
  });

  it('is read and marked by nobody else', async () => {
    const { browser, ids } = await withThree();
    const other = await somebody();
    expect((await told(other.browser)).results).toEqual([]);
    await read(other.browser, { ids });
    await read(admin, { until: ids[0] });
    expect((await told(browser)).unread).toBe(3);
  });

  it('can be read by a program with a token of that person', async () => {
    const { browser, ids } = await withThree();
    const { secret } = await makeToken(browser, ['tickets:read']);
    expect((await told(bearer(app, secret))).results.map(({ id }) => id)).toEqual(ids);
  });

  it('is not told while its ticket is deleted, and gone with it', async () => {
    const { browser, ids } = await withThree();
    const [newest] = (await told(browser)).results;
    await admin.delete(`/api/admin/tickets/${String(newest?.ticket.id)}`);
    expect(await told(browser)).toMatchObject({ results: [{ id: ids[1] }, { id: ids[2] }], unread: 2 });
    await app.sql('DELETE FROM tickets WHERE id = $1', [newest?.ticket.id]);
    expect(await app.sql('SELECT FROM notifications WHERE id = $1', [ids[0]])).toEqual([]);
  });

  it('counts a hundred unread ones at most', async () => {
    const { id, browser } = await somebody();
    const ticket = await app.api.createTicket();
    await app.sql(
      `INSERT INTO notifications (user_id, ticket_id, number, kind) SELECT $1, $2, n, 'answered' FROM generate_series(1, 130) AS n`,
      [id, ticket.id],
    );
    expect((await told(browser)).unread).toBe(100);
  });

  it('is let go of after a while: what was read sooner than what was not', async () => {
    const { browser, ids } = await withThree();
    await app.sql(`UPDATE notifications SET read_at = now() - interval '91 days' WHERE id = $1`, [ids[0]]);
    await app.sql(`UPDATE notifications SET created_at = now() - interval '13 months' WHERE id = $1`, [ids[1]]);
    await app.sql(`UPDATE notifications SET created_at = now() - interval '11 months' WHERE id = $1`, [ids[2]]);
    await app.get(NotificationRepository).purge();
    expect((await told(browser)).results.map(({ id }) => id)).toEqual([ids[2]]);
  });

  it.each([
    ['neither', {}],
    ['both', { ids: [1], until: 1 }],
    ['no ids', { ids: [] }],
    ['what is no id', { ids: ['x'] }],
    ['too many', { ids: Array.from({ length: 101 }, (_, n) => n + 1) }],
    ['no number', { until: null }],
  ])('is marked by ids or up to one, not by %s', async (_, body) => {
    expect(await read(app.api, body)).toMatchObject({ status: 400, body: { code: 'validation_failed' } });
  });

  it.each(['?unread=perhaps', '?cursor=made-up', '?limit=0'])('is not asked for by %s', async (query) => {
    const { status } = await app.api.get(`/api/notifications${query}`);
    expect(status).toBe(400);
  });
});
