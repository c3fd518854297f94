import { randomUUID } from 'node:crypto';
import { DataSource } from 'typeorm';
import type { ProblemBody, TicketBody } from './support/api-client.ts';
import { type TimelineBody, ticketPath, timelineOf, write } from './support/conversation.ts';
import { idOf } from './support/people.ts';
import { type TestApp, startReplica, startTestApp } from './support/test-app.ts';
import type { TicketEventListBody } from './support/ticket-event-body.ts';

import { SYSTEM } from '../src/common/author.ts';
import { MessageRepository } from '../src/conversation/message.repository.ts';
import { UnitOfWork } from '../src/database/unit-of-work.ts';
import { TicketMessages } from '../src/tickets/ticket-messages.service.ts';

let app: TestApp;
let agent: number;
beforeAll(async () => {
  app = await startTestApp();
  agent = await idOf(app, 'test-agent');
});
afterAll(() => app.close());

const reply = { kind: 'reply', text: 'The seats are **refunded**.' };
const note = { kind: 'note', text: 'Watch this customer.' };

describe('the timeline of a ticket', () => {
  it('tells the description, messages and changes in one order, each a version of the ticket', async () => {
    const { id } = await app.api.createTicket({ description: 'Six seats too many.' });
    await write(app.api, id, note);
    await app.api.patch(ticketPath(id), { priority: 'high' });
    const answered = await write(app.as('admin'), id, {
      ...reply,
      recipients: { to: [{ name: 'Ada', address: 'ada@example.com' }], cc: [{ address: 'bob@example.com' }] },
    });
    const entries = await timelineOf(app.api, id);
    expect(entries.map(({ number, kind, text }) => [number, kind, text])).toEqual([
      [1, 'description', 'Six seats too many.'],
      [2, 'note', note.text],
      [3, 'event', null],
      [4, 'reply', reply.text],
    ]);
    expect(answered.body).toEqual(entries[3]);
    expect(entries[3]).toEqual({
      ...{
        number: 4,
        attachments: [],
        linked_ticket: null,
        redaction: null,
        at: expect.any(String),
        kind: 'reply',
        via: 'web',
        token_name: null,
        text: reply.text,
        folded: '',
      },
      author: { type: 'user', id: await idOf(app, 'test-admin'), name: expect.any(String) },
      html: '<p>The seats are <strong>refunded</strong>.</p>',
      recipients: [
        { role: 'to', name: 'Ada', address: 'ada@example.com', state: null, detail: null },
        { role: 'cc', name: '', address: 'bob@example.com', state: null, detail: null },
      ],
      delivery: { state: 'not_sent', leaves_at: expect.any(String), detail: 'no sender' },
      ...{ sets_status: null, sets: {}, taken_back_at: null, sender_confirmed: null, sender_check: null, event: null },
    });
    expect(entries[2]).toMatchObject({
      author: { type: 'user', id: agent },
      event: { kind: 'changed', version: 3, changes: [{ field: 'priority', from: 'medium', to: 'high' }] },
    });
    expect((await app.api.get<TicketBody>(ticketPath(id))).body.version).toBe(4);
  });

  it('is told by the history too, without what messages say', async () => {
    const { id } = await app.api.createTicket();
    await write(app.api, id, note);
    const { body } = await app.api.get<TicketEventListBody>(`${ticketPath(id)}/events`);
    expect(body.results[1]).toMatchObject({ kind: 'message', version: 2, actor: agent, changes: [] });
  });

  it('is read in pages from either end', async () => {
    const { id } = await app.api.createTicket();
    for (const text of ['b', 'c', 'd', 'e']) await write(app.api, id, { kind: 'note', text });
    const read = async (order: string, cursor: string | null = null): Promise<number[][]> => {
      const page = `order=${order}&limit=2${cursor === null ? '' : `&cursor=${cursor}`}`;
      const { body } = await app.api.get<TimelineBody>(`${ticketPath(id)}/timeline?${page}`);
      const rest = body.next_cursor === null ? [] : await read(order, body.next_cursor);
      return [body.results.map(({ number }) => number), ...rest];
    };
    expect(await read('oldest')).toEqual([[1, 2], [3, 4], [5]]);
    expect(await read('newest')).toEqual([[5, 4], [3, 2], [1]]);
  });

  it('names the API token that was used', async () => {
    const { body } = await app.api.post<{ secret: string }>('/api/auth/tokens', {
      ...{ name: 'Bot', scopes: ['tickets:read', 'tickets:write'], expires_in_days: 1 },
    });
    const { id } = await app.api.createTicket();
    const bot = app.anonymous.with({ authorization: `Bearer ${body.secret}` });
    expect((await write(bot, id, note)).body).toMatchObject({ via: 'token', token_name: 'Bot', author: { id: agent } });
  });

  it('names the customer who wrote a message', async () => {
    const { id } = await app.api.createTicket();
    const contact = await app.api.post<{ id: number }>('/api/contacts', {
      name: 'Ada Lovelace',
      addresses: ['ada@example.com'],
    });
    await app.get(UnitOfWork).run(async (transaction) => {
      const number = await app.get(TicketMessages).add(transaction, id, SYSTEM);
      await app.get(MessageRepository).insert(transaction, {
        ...{ ticketId: id, number, kind: 'incoming', authorContact: contact.body.id, text: '', html: null },
        ...{ folded: '> as said', setsStatus: null, recipients: [], leavesInSeconds: null },
      });
    });
    expect((await timelineOf(app.api, id))[1]).toMatchObject({
      ...{ kind: 'incoming', via: 'system', text: '', html: null, folded: '> as said', delivery: null },
      author: { type: 'contact', id: contact.body.id, name: 'Ada Lovelace' },
    });
    expect((await write(app.api, id, reply, { 'if-match': '"1"' })).status).toBe(412);
  });

  it.each([
    ['999999/timeline', 404, 'ticket_not_found'],
    ['abc/timeline', 400, 'validation_failed'],
    ['1/timeline?order=best', 400, 'validation_failed'],
    ['1/timeline?cursor=abc', 400, 'validation_failed'],
    ['1/timeline?limit=101', 400, 'validation_failed'],
    ['999999/messages/1', 404, 'ticket_not_found'],
    ['1/messages/1', 404, 'message_not_found'],
    ['1/messages/99', 404, 'message_not_found'],
    ['1/messages/x', 400, 'validation_failed'],
  ])('answers %s with %i', async (path, status, code) => {
    expect(await app.api.get<ProblemBody>(`/api/tickets/${path}`)).toMatchObject({ status, body: { code } });
  });
});

describe('a ticket of two thousand messages', () => {
  it('is read from either end as a short one is: no page goes through more than it shows', async () => {
    const { id } = await app.api.createTicket();
    await writeMany(id, 2_000);
    const seen: number[] = [];
    for (let cursor = ''; seen.length < 2_001;) {
      const { body } = await app.api.get<TimelineBody>(`${ticketPath(id)}/timeline?limit=100${cursor}`);
      seen.push(...body.results.map(({ number }) => number));
      cursor = `&cursor=${body.next_cursor ?? ''}`;
    }
    expect(seen).toEqual(Array.from({ length: 2_001 }, (_, index) => index + 1));
    const newest = await app.api.get<TimelineBody>(`${ticketPath(id)}/timeline?order=newest&limit=3`);
    expect(newest.body.results.map(({ number, text }) => [number, text?.length])).toEqual([
      ...[
        [2_001, 600],
        [2_000, 600],
        [1_999, 600],
      ],
    ]);
    expect(newest.headers.get('etag')).toBe('"2001"');
  });
});

/** As many answers, straight into the database: each a version of the ticket with its event. */
async function writeMany(id: number, count: number): Promise<void> {
  await app.get(DataSource).transaction(async (transaction) => {
    await transaction.query(
      `INSERT INTO ticket_events (ticket_id, version, kind, actor_id, via, changes)
       SELECT $1, n + 1, 'message', $3, 'web', '[]' FROM generate_series(1, $2::int) AS n`,
      [id, count, agent],
    );
    await transaction.query(
      `INSERT INTO messages (ticket_id, number, kind, text, html, delivery)
       SELECT $1, n + 1, 'reply', repeat('Hello ', 100), '<p>' || repeat('Hello ', 100) || '</p>', 'not_sent'
       FROM generate_series(1, $2::int) AS n`,
      [id, count],
    );
    await transaction.query('SET LOCAL session_replication_role = replica');
    await transaction.query('UPDATE tickets SET version = $2 WHERE id = $1', [id, count + 1]);
  });
}

describe('a message', () => {
  it('goes to who asks, and in copy to who follows, unless it says to whom', async () => {
    const asks = { name: 'Ruth Adler', address: 'ruth@halden.example' };
    const { id } = await app.api.createTicket();
    await app.api.patch(ticketPath(id), { requester: asks });
    const follower = { name: 'Finance', addresses: ['finance@halden.example'] };
    const { body } = await app.api.post<{ id: number }>('/api/contacts', follower);
    await app.sql('INSERT INTO ticket_followers VALUES ($1, $2)', [id, body.id]);
    const recipientsOf = async (message: object) =>
      (await write(app.api, id, message)).body.recipients.map(({ role, name, address }) => [role, name, address]);
    expect(await recipientsOf(reply)).toEqual([
      ['to', 'Ruth Adler', 'ruth@halden.example'],
      ['cc', 'Finance', 'finance@halden.example'],
    ]);
    expect(await recipientsOf({ ...reply, recipients: { to: [], cc: [{ address: 'b@c.example' }] } })).toEqual([
      ['cc', '', 'b@c.example'],
    ]);
    expect(await recipientsOf({ ...reply, recipients: {} })).toEqual([]);
    expect(await recipientsOf(note)).toEqual([]);
  });

  it('has an address of its own', async () => {
    const { id } = await app.api.createTicket();
    const written = await write(app.api, id, note);
    expect(written.headers.get('location')).toBe(`${ticketPath(id)}/messages/2`);
    expect((await app.api.get(`${ticketPath(id)}/messages/2`)).body).toEqual(written.body);
  });

  it('brings a status along, which is a version of its own', async () => {
    const { id } = await app.api.createTicket();
    await write(app.api, id, { ...reply, status: 'resolved' });
    await write(app.api, id, { ...note, status: 'resolved' });
    await write(app.api, id, { ...note, status: 'closed' });
    const told = (await timelineOf(app.api, id)).map(({ kind, sets_status, event }) => [
      kind,
      sets_status,
      ...(event?.kind === 'changed' ? event.changes.map(({ to }) => to) : []),
    ]);
    expect(told).toEqual([
      ['description', null],
      ['reply', 'resolved'],
      ['event', null, 'resolved'],
      ['note', 'resolved'],
      ['note', 'closed'],
      ['event', null, 'closed'],
    ]);
  });

  it('runs nothing where it is read', async () => {
    const { id } = await app.api.createTicket();
    const text = '<script>alert(1)</script> [a](javascript:alert(1))';
    const { body } = await write(app.api, id, { kind: 'note', text });
    expect(body.text).toBe(text);
    expect(body.html).not.toContain('<script');
    expect(body.html).not.toContain('href');
  });

  it.each([
    ['no kind', { text: 'a' }, 'kind'],
    ['a kind that nobody writes', { kind: 'incoming', text: 'a' }, 'kind'],
    ['no text', { kind: 'note' }, 'text'],
    ['a text that nobody sees', { kind: 'note', text: ' \u200b ' }, 'text'],
    ['a text that is too long', { kind: 'note', text: 'x'.repeat(20_001) }, 'text'],
    ['a text with a zero', { kind: 'note', text: 'a\0' }, 'text'],
    ['an unknown status', { ...note, status: 'done' }, 'status'],
    ['too long a hold', { ...reply, leaves_in_seconds: 61 }, 'leaves_in_seconds'],
    ['half a second', { ...reply, leaves_in_seconds: 0.5 }, 'leaves_in_seconds'],
    ['a note that leaves', { ...note, leaves_in_seconds: 5 }, 'leaves_in_seconds'],
    ['a note to somebody', { ...note, recipients: { to: [{ address: 'a@b.example' }] } }, 'recipients'],
    ['recipients that are none', { ...reply, recipients: 'a@b.example' }, 'recipients'],
    ['a recipient that is none', { ...reply, recipients: { to: ['a@b.example'] } }, 'recipients.to'],
    ['an address that is none', { ...reply, recipients: { to: [{ address: 'a b' }] } }, 'recipients.to.0.address'],
    [
      'null as a name',
      { ...reply, recipients: { to: [{ address: 'a@b.example', name: null }] } },
      'recipients.to.0.name',
    ],
    [
      'a name of two lines',
      { ...reply, recipients: { to: [{ address: 'a@b.example', name: 'a\nBcc: c@d.example' }] } },
      'recipients.to.0.name',
    ],
    ['something unknown', { ...note, author: 1 }, 'author'],
  ])('is refused with %s', async (_, body, field) => {
    const { id } = await app.api.createTicket();
    const answer = await write(app.api, id, body);
    expect(answer).toMatchObject({ status: 400, body: { code: 'validation_failed' } });
    expect(answer.body.errors?.map((error) => error.field)).toContain(field);
    expect(await timelineOf(app.api, id)).toHaveLength(1);
  });

  it('is told that recipients are a list before it is told how many they may be', async () => {
    const { id } = await app.api.createTicket();
    const { body } = await write(app.api, id, { ...reply, recipients: { to: 'a@b.example' } });
    expect(body.errors).toEqual([{ field: 'recipients.to', code: 'not_a_list', message: 'To must be a list.' }]);
  });

  it('is refused for a ticket that is not there', async () => {
    expect(await write(app.api, 999_999, note)).toMatchObject({ status: 404, body: { code: 'ticket_not_found' } });
  });

  it('may be as long as a description', async () => {
    const { id } = await app.api.createTicket();
    const text = '😀'.repeat(20_000);
    expect((await write(app.api, id, { kind: 'note', text })).body.text === text).toBe(true);
  });
});

describe('an answer in view of an older conversation', () => {
  const etag = async (id: number) => (await app.api.get(`${ticketPath(id)}/timeline`)).headers.get('etag');

  it('is refused when somebody has answered since, and a note does not count', async () => {
    const { id } = await app.api.createTicket();
    expect(await etag(id)).toBe('"1"');
    const noted = await write(app.api, id, note, { 'if-match': '"1"' });
    await app.api.patch(ticketPath(id), { priority: 'high' });
    expect([noted.status, noted.headers.get('etag'), await etag(id)]).toEqual([201, '"1"', '"1"']);
    const first = await write(app.as('admin'), id, reply, { 'if-match': '"1"' });
    expect([first.status, first.headers.get('etag'), await etag(id)]).toEqual([201, '"4"', '"4"']);
    for (const late of [reply, note])
      expect(await write(app.api, id, late, { 'if-match': '"1"' })).toMatchObject({
        ...{ status: 412, body: { code: 'stale_conversation' } },
      });
    expect((await write(app.api, id, reply, { 'if-match': '"4"' })).status).toBe(201);
    expect((await write(app.api, id, reply, { 'if-match': '*' })).status).toBe(201);
    expect((await write(app.api, id, reply, { 'if-match': 'x' })).status).toBe(400);
  });

  it('wins once, however many are written at the same moment by several replicas', async () => {
    const replica = await startReplica(app);
    for (let round = 0; round < 5; round += 1) {
      const { id } = await app.api.createTicket();
      const answers = await Promise.all(
        Array.from({ length: 12 }, (_, index) =>
          write(
            index % 2 === 0 ? app.api : replica.api,
            id,
            { ...reply, text: `Answer ${String(index)}` },
            { 'if-match': '"1"' },
          ),
        ),
      );
      expect(answers.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 11 }, () => 412)]);
      expect(await timelineOf(app.api, id)).toHaveLength(2);
    }
    await replica.close();
  });

  it('and changes and messages of many at once are each told once, without a gap', async () => {
    const { id } = await app.api.createTicket({ priority: 'low' });
    await Promise.all(
      Array.from({ length: 30 }, (_, index) =>
        index % 2 === 0
          ? write(app.api, id, { kind: 'note', text: `Note ${String(index)}` })
          : app.api.patch(ticketPath(id), { title: `Title ${String(index)}` }),
      ),
    );
    const entries = await timelineOf(app.api, id);
    expect(entries.map(({ number }) => number)).toEqual(Array.from({ length: 31 }, (_, index) => index + 1));
    expect(entries.filter(({ kind }) => kind === 'note')).toHaveLength(15);
  });
});

describe('a message with an Idempotency-Key', () => {
  const once = (id: number, key: string, body: object = reply, headers = {}) =>
    write(app.api, id, body, { 'idempotency-key': key, ...headers });

  it('is written once, and given to a retry as it is now, whatever came since', async () => {
    const [{ id }, key] = [await app.api.createTicket(), randomUUID()];
    const first = await once(id, key, { ...reply, leaves_in_seconds: 60 }, { 'if-match': '"1"' });
    await app.api.delete(`${ticketPath(id)}/messages/2`);
    await write(app.as('admin'), id, reply);
    const retry = await once(id, key, { ...reply, leaves_in_seconds: 60 }, { 'if-match': '"1"' });
    expect([first, retry].map(({ status, headers }) => [status, headers.get('idempotency-replayed')])).toEqual([
      [201, null],
      [201, 'true'],
    ]);
    expect(retry.headers.get('location')).toBe(first.headers.get('location'));
    expect([retry.body.number, retry.body.text, retry.headers.get('etag')]).toEqual([2, null, '"4"']);
    expect((await timelineOf(app.api, id)).map(({ number }) => number)).toEqual([1, 2, 4]);
  });

  it('is written once by many retries at the same moment, on several replicas', async () => {
    const replica = await startReplica(app);
    const [{ id }, key] = [await app.api.createTicket(), randomUUID()];
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        write(n % 2 === 0 ? app.api : replica.api, id, reply, { 'idempotency-key': key }),
      ),
    );
    expect(answers.map(({ status, body }) => [status, body.number])).toEqual(answers.map(() => [201, 2]));
    expect(await timelineOf(app.api, id)).toHaveLength(2);
    await replica.close();
  });

  it('is refused when the key was used for another message, another ticket or a ticket itself', async () => {
    const [{ id }, other, key] = [await app.api.createTicket(), await app.api.createTicket(), randomUUID()];
    await once(id, key);
    for (const answer of [
      await once(id, key, note),
      await once(other.id, key),
      await app.api.post<ProblemBody>(
        '/api/tickets',
        { title: 'a', description: 'b', category: 'general', priority: 'low' },
        { 'idempotency-key': key },
      ),
    ])
      expect(answer).toMatchObject({ status: 409, body: { code: 'idempotency_key_reused' } });
    expect((await once(id, 'schl\u00fcssel')).status).toBe(400);
  });

  it('gives nothing of a ticket that was deleted since', async () => {
    const [{ id }, key] = [await app.api.createTicket(), randomUUID()];
    await once(id, key);
    await app.as('admin').delete(`/api/admin/tickets/${String(id)}`);
    expect(await once(id, key)).toMatchObject({ status: 404, body: { code: 'ticket_not_found' } });
  });

  it('does not use the key up when it is refused', async () => {
    const [{ id }, key] = [await app.api.createTicket(), randomUUID()];
    await write(app.as('admin'), id, reply);
    expect((await once(id, key, reply, { 'if-match': '"1"' })).status).toBe(412);
    expect((await once(id, key, reply, { 'if-match': '"2"' })).status).toBe(201);
  });
});

describe('the conversation of a ticket that is deleted', () => {
  it('is not read or written until the ticket is back, and goes for good with it', async () => {
    const { id } = await app.api.createTicket();
    await write(app.api, id, { ...reply, recipients: { to: [{ address: 'ada@example.com' }] } });
    await app.as('admin').delete(`/api/admin${ticketPath(id).slice(4)}`);
    expect((await app.api.get(`${ticketPath(id)}/timeline`)).status).toBe(404);
    expect((await app.api.get(`${ticketPath(id)}/messages/2`)).status).toBe(404);
    expect((await write(app.api, id, note)).status).toBe(404);
  });
});
