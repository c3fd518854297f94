import { Client } from 'pg';
import { TicketFeed } from '../src/live/ticket-feed.service.ts';
import { bearer, browserOf, makePerson, makeToken } from './support/accounts.ts';
import { EventStream, ask } from './support/event-stream.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { cookieOf } from './support/test-people.ts';

const EVENT_STREAM = 'text/event-stream';
/** What a single answer says of itself or to its caller; all others of its headers are those of every answer. */
const OF_ONE_ANSWER: ReadonlySet<string> = new Set([
  ...['cache-control', 'connection', 'content-encoding', 'content-length', 'content-type', 'date', 'keep-alive'],
  ...['ratelimit', 'ratelimit-policy', 'transfer-encoding', 'vary', 'x-request-id'],
]);

let app: TestApp;
const open: EventStream[] = [];
beforeAll(async () => {
  app = await startTestApp();
});
afterEach(() => open.splice(0).forEach((stream) => stream.cut()));
afterAll(() => app.close());

async function follow(lastId: string | null = null, headers = cookieOf(app, 'agent')): Promise<EventStream> {
  const stream = await EventStream.open(app.url, headers, lastId);
  open.push(stream);
  return stream;
}

/** Waits for so much news of tickets. */
async function told(stream: EventStream, count: number): Promise<EventStream['tickets']> {
  await stream.until(() => stream.tickets.length >= count);
  return stream.tickets;
}

const close = (id: number) => app.api.patch(`/api/tickets/${String(id)}`, { status: 'closed' });

/** A transaction beside the API that has written a ticket with its event, and is not committed yet. */
async function writer(): Promise<{ readonly id: number; readonly commit: () => Promise<void> }> {
  const client = new Client({ connectionString: app.databaseUrl });
  await client.connect();
  await client.query('BEGIN');
  const { rows } = await client.query<{ id: string }>(
    `WITH written AS (
       INSERT INTO tickets (title, description, category, priority) VALUES ('Late', 'x', 'general', 'low') RETURNING *
     )
     SELECT id FROM written`,
  );
  const id = Number(rows[0]?.id);
  await client.query(
    `INSERT INTO ticket_events (ticket_id, version, kind, via, occurred_at, changes)
     SELECT id, 1, 'created', 'system', created_at, jsonb_build_array(
       jsonb_build_object('field', 'title', 'from', null, 'to', title),
       jsonb_build_object('field', 'description', 'from', null, 'to', description),
       jsonb_build_object('field', 'status', 'from', null, 'to', status),
       jsonb_build_object('field', 'category', 'from', null, 'to', category),
       jsonb_build_object('field', 'priority', 'from', null, 'to', priority)
     ) FROM tickets WHERE id = $1`,
    [id],
  );
  const commit = async () => {
    await client.query('COMMIT');
    await client.end();
  };
  return { id, commit };
}

describe('a stream of events', () => {
  it('is answered as one, and nobody on the way keeps it', async () => {
    const { answer } = await follow();
    expect(answer.headers).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
      'x-request-id': expect.any(String),
      ratelimit: expect.any(String),
    });
    expect(answer.headers['content-encoding']).toBeUndefined();
  });

  it('carries the headers that protect a browser, as every stream does that the description of the API names', async () => {
    interface Description {
      readonly paths: Readonly<Record<string, { readonly get?: { readonly responses: Responses } }>>;
    }
    type Responses = Readonly<Record<string, { readonly content?: Readonly<Record<string, unknown>> }>>;
    const ordinary = (await app.api.get('/api/health/live')).headers;
    const protecting = [...ordinary].filter(([name]) => !OF_ONE_ANSWER.has(name));
    const { paths } = (await app.api.get<Description>('/api/docs-json')).body;
    const streams = Object.keys(paths).filter((path) => paths[path]?.get?.responses['200']?.content?.[EVENT_STREAM]);
    expect(streams).toContain('/api/events');
    expect(Object.fromEntries(protecting)).toHaveProperty('content-security-policy');
    for (const path of streams) {
      const { headers, body } = await fetch(app.url + path, { headers: cookieOf(app, 'agent') });
      await body?.cancel();
      expect(headers.get('content-type')).toContain(EVENT_STREAM);
      expect([...headers]).toEqual(expect.arrayContaining(protecting));
    }
  });

  it('tells what becomes of tickets, by whom and which fields, and none of their texts', async () => {
    const stream = await follow();
    const { id } = await app.api.createTicket({ title: 'Secret title', description: 'Secret description' });
    await close(id);
    await app.as('admin').delete(`/api/admin/tickets/${String(id)}`);
    expect(await told(stream, 3)).toEqual([
      ['created', id, 1],
      ['changed', id, 2],
      ['deleted', id, 3],
    ]);
    const [created, changed] = stream.events.filter(({ name }) => name.startsWith('ticket.'));
    expect(created?.data['fields']).toEqual(['status', 'category', 'priority']);
    expect(changed?.data).toEqual({
      id,
      version: 2,
      fields: ['status'],
      contact: null,
      by: { id: expect.any(Number), name: 'Test Agent' },
      at: expect.stringMatching(/^\d{4}-.*Z$/),
    });
    expect(JSON.stringify(stream.events)).not.toContain('Secret');
  });

  it('is opened by a token that may read tickets, and refused to others', async () => {
    const { secret } = await makeToken(app.api, ['tickets:read']);
    const stream = await follow(null, { authorization: `Bearer ${secret}` } as never);
    const { id } = await app.api.createTicket();
    expect(await told(stream, 1)).toEqual([['created', id, 1]]);
    expect(await app.anonymous.get('/api/events')).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
    const writing = await makeToken(app.api, ['tickets:write']);
    expect(await bearer(app, writing.secret).get('/api/events')).toMatchObject({ status: 403 });
  });

  it('tells that figures have moved, after what moved them', async () => {
    const stream = await follow();
    await app.api.createTicket();
    await stream.event('statistics.changed');
    expect(stream.events.map(({ name }) => name)).toEqual(['ticket.created', 'statistics.changed']);
  });

  it('tells so at most once in a second, however much moves them, and after the last of it', async () => {
    const stream = await follow();
    const begun = performance.now();
    const moved = () => stream.events.filter(({ name }) => name === 'statistics.changed').length;
    let last = 0;
    while (moved() < 3) last = (await app.api.createTicket()).id;
    // The first one may come at once.
    expect(moved() - 1).toBeLessThanOrEqual((performance.now() - begun + 10) / 1_000);
    expect(stream.tickets.length).toBeGreaterThan(10);
    await stream.until(() => stream.tickets.at(-1)?.[1] === last);
    await stream.until(() => stream.events.at(-1)?.name === 'statistics.changed');
  });

  it('begins with when to come again, and from where', async () => {
    const answer = await ask(app.url, cookieOf(app, 'agent'));
    let text = '';
    for await (const part of answer) {
      text += String(part);
      if (text.split('\n\n').length > 2) break;
    }
    expect(text).toMatch(/^retry: 2000\n\nid: [0-9a-z.-]+\n\n$/);
  });

  it('is answered by its head alone when only that is asked for', async () => {
    const answer = await app.api.send('HEAD', '/api/events', undefined, {});
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/event-stream; charset=utf-8']);
  });
});

describe('who comes again', () => {
  it('is told what was missed, once, and goes on from there', async () => {
    const first = await follow();
    const { id } = await app.api.createTicket();
    await told(first, 1);
    first.cut();
    await close(id);
    const second = await follow(first.lastId);
    const other = await app.api.createTicket();
    expect(await told(second, 2)).toEqual([
      ['changed', id, 2],
      ['created', other.id, 1],
    ]);
  });

  it('from amidst what was written together is told the rest of it, and then what came after', async () => {
    const stream = await follow();
    const ids = [await app.api.createTicket(), await app.api.createTicket(), await app.api.createTicket()].map(
      ({ id }) => id,
    );
    await told(stream, 3);
    const body = { selection: { ids }, action: { kind: 'change', changes: { priority: 'critical' } } };
    await app.as('admin').post('/api/admin/tickets/bulk', body);
    const all = (await told(stream, 6)).slice(3);
    const positions = stream.events.filter(({ name }) => name.startsWith('ticket.')).slice(3);
    stream.cut();
    await close(ids[0]!);
    const last = ['changed', ids[0], 3];
    for (const [index, { id: position }] of positions.entries()) {
      const again = await follow(position);
      expect(await told(again, 3 - index)).toEqual([...all.slice(index + 1), last]);
      // And from amidst what was missed then.
      const amidst = again.events.find(({ name }) => name === 'ticket.changed');
      const third = await follow(amidst?.id);
      expect(third.tickets).toEqual([...all.slice(index + 2), ...(index === 2 ? [] : [last])]);
    }
  });

  it.each([
    ['words', 'nonsense'],
    ['a snapshot out of order', '2.5.4.1'],
    ['something endless', '1'.repeat(5_000)],
    ['what has not happened yet', 'zzzzzz.0'],
    ['a batch without an end', '1k.0~1l.0'],
    ['an attack', `1.1'::pg_snapshot);--`],
  ])('with %s in place of a position reads afresh, and goes on from there', async (_, followed) => {
    const [era = ''] = (await follow()).lastId?.split('-') ?? [];
    const stream = await follow(`${era}-${followed}`);
    const { id } = await app.api.createTicket();
    expect(await told(stream, 1)).toEqual([['created', id, 1]]);
    const [reset] = stream.events;
    expect(reset).toMatchObject({ name: 'reset', data: {} });
    expect((await follow(reset?.id)).tickets).toEqual([['created', id, 1]]);
  });

  it('from before a crash reads afresh, as does who followed meanwhile', async () => {
    const stream = await follow();
    const before = stream.lastId;
    // PostgreSQL does so itself when it has crashed, and when a standby takes over.
    await app.sql('DELETE FROM news_era');
    const both = [stream, await follow(before)];
    for (const each of both) await each.event('reset');
    const { id } = await app.api.createTicket();
    for (const each of both) {
      expect(await told(each, 1)).toEqual([['created', id, 1]]);
      expect(each.events.filter(({ name }) => name === 'reset')).toHaveLength(1);
    }
  });

  it('after something that cannot be told one by one reads afresh once all before it is told', async () => {
    const stream = await follow();
    await app.sql(
      `INSERT INTO ticket_events (ticket_id, version, kind, via, occurred_at, changes)
       VALUES (3000000, 1, 'deleted', 'system', now(), '[]')`,
    );
    app.get(TicketFeed).resetAll();
    const { id: position } = await stream.event('reset');
    expect(stream.tickets).toEqual([['deleted', 3000000, 1]]);
    expect((await follow(position)).events).toEqual([]);
  });

  it('and cannot send a header says so in the address; the header counts for more', async () => {
    const first = await follow();
    const began = first.lastId;
    const { id } = await app.api.createTicket();
    await told(first, 1);
    const again = async (address: string, lastId: string | null) => {
      const stream = await EventStream.open(app.url, cookieOf(app, 'agent'), lastId, `?last_event_id=${address}`);
      open.push(stream);
      return stream.tickets;
    };
    expect(await again(encodeURIComponent(began ?? ''), null)).toEqual([['created', id, 1]]);
    expect(await again(encodeURIComponent(began ?? ''), first.positionAfter(1))).toEqual([]);
    const twice = EventStream.open(app.url, cookieOf(app, 'agent'), null, '?last_event_id=a&last_event_id=b');
    await expect(twice).rejects.toThrow('Answered with 400');
  });

  it('after more than can be told one by one reads afresh', async () => {
    const { lastId } = await follow();
    await app.sql(
      `INSERT INTO ticket_events (ticket_id, version, kind, via, occurred_at, changes)
       SELECT 1000000 + n, 1, 'deleted', 'system', now(), '[]' FROM generate_series(1, 1001) AS n`,
    );
    const stream = await follow(lastId);
    expect(stream.events.map(({ name }) => name)).toEqual(['reset']);
  });

  it('after more than an hour reads afresh when something happened', async () => {
    const { lastId } = await follow();
    await app.sql(
      `INSERT INTO ticket_events (ticket_id, version, kind, via, occurred_at, changes)
       VALUES (2000000, 1, 'deleted', 'system', now() - interval '61 minutes', '[]')`,
    );
    expect((await follow(lastId)).events.map(({ name }) => name)).toEqual(['reset']);
  });
});

describe('what is committed late', () => {
  it('is told, though later events were told long before', async () => {
    const stream = await follow();
    const late = await writer();
    const { id } = await app.api.createTicket();
    await told(stream, 1);
    const between = stream.lastId;
    await late.commit();
    const order = [
      ['created', id, 1],
      ['created', late.id, 1],
    ];
    expect(await told(stream, 2)).toEqual(order);
    expect(late.id).toBeLessThan(id);
    expect((await follow(between)).tickets).toEqual([['created', late.id, 1]]);
  });
});

describe('one caller', () => {
  it('has twenty streams at most', async () => {
    await makePerson(app, 'eager');
    const eager = await browserOf(app, 'eager');
    const { secret } = await makeToken(eager, ['tickets:read']);
    const headers = { authorization: `Bearer ${secret}` } as never;
    const streams = await Promise.all(Array.from({ length: 20 }, () => follow(null, headers)));
    expect((await ask(app.url, headers)).statusCode).toBe(429);
    streams[0]?.cut();
    let again = await ask(app.url, headers);
    while (again.statusCode === 429) again = await ask(app.url, headers);
    expect(again.statusCode).toBe(200);
    again.destroy();
  });
});
