import type { ServerResponse } from 'node:http';
import { randomInt } from 'node:crypto';
import { Client } from 'pg';
import { LiveStreams } from '../src/live/live-streams.service.ts';
import { bearer, browserOf, makePerson, makeToken } from './support/accounts.ts';
import { ApiClient } from './support/api-client.ts';
import { finished, type BulkRunBody } from './support/bulk-runs.ts';
import { startDatabaseProxy } from './support/database-proxy.ts';
import { EventStream, ask } from './support/event-stream.ts';
import { type TestApp, startReplica, startTestApp } from './support/test-app.ts';
import { cookieOf } from './support/test-people.ts';
import { until } from './support/until.ts';

let one: TestApp;
let other: TestApp;
const open: EventStream[] = [];
beforeAll(async () => {
  one = await startTestApp({ PROCESS_ROLE: 'api' });
  other = await startReplica(one, { PROCESS_ROLE: 'api' });
});
afterEach(() => open.splice(0).forEach((stream) => stream.cut()));
afterAll(() => one.close());

async function follow(app: TestApp, headers: object = cookieOf(app, 'agent')): Promise<EventStream> {
  const stream = await EventStream.open(app.url, headers as Record<string, string>);
  open.push(stream);
  return stream;
}

/** Who write at the same time, fewer events in all than what has a follower that fell behind read afresh. */
const WRITERS = 200;
const PRIORITIES = ['low', 'high', 'critical'];
/** The connections by which processes hear each other. */
const LISTENING = `FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'support-ticket-system live'`;
const listeners = async () => (await one.sql(`SELECT pid ${LISTENING} AND state = 'idle'`)).length;
const terminate = () => one.sql(`SELECT pg_terminate_backend(pid) ${LISTENING}`);

describe('two processes on one database', () => {
  it('tell the same, whichever of them did it', async () => {
    const streams = [await follow(one, cookieOf(one, 'admin')), await follow(other, cookieOf(other, 'admin'))];
    const { body: person } = await one.as('admin').post<{ user: { id: number } }>('/api/admin/users', {
      ...{ username: 'live.person', display_name: 'Live', role: 'agent' },
    });
    await other.as('admin').post('/api/admin/categories', { label: 'Live', description: 'x' });
    await one.as('admin').patch('/api/admin/suggestions/settings', { hidden_share: 0.1 });
    await makeToken(other.as('admin'), ['tickets:read']);
    for (const stream of streams) {
      expect((await stream.event('people.changed')).data).toEqual({ ids: [person.user.id] });
      expect((await stream.event('categories.changed')).data).toEqual({ keys: ['live'] });
      expect((await stream.event('settings.changed')).data).toEqual({});
      expect((await stream.event('tokens.changed')).data).toEqual({});
    }
  });

  it('hear each other over one connection each, however many streams they have', async () => {
    for (const app of [one, one, one, other, other]) await follow(app);
    expect(await listeners()).toBe(2);
  });

  it('tell admins, and nobody else, how far a change of many tickets is, which a worker does', async () => {
    const admin = await follow(one, cookieOf(one, 'admin'));
    const agent = await follow(one);
    const { id: ticket } = await one.api.createTicket();
    const body = { selection: { ids: [ticket] }, action: { kind: 'change', changes: { priority: 'high' } } };
    const { id } = (await other.as('admin').post<BulkRunBody>('/api/admin/tickets/bulk', body)).body;
    const worker = await startReplica(one, { PROCESS_ROLE: 'worker' });
    await finished(one.as('admin'), id);
    const runs = () => admin.events.filter(({ name }) => name === 'bulk_run.changed').map(({ data }) => data);
    await admin.until(() => runs().some(({ state }) => state === 'done'));
    expect(runs()[0]).toEqual({ id, state: 'queued', processed: 0, total: 1 });
    expect(runs().at(-1)).toEqual({ id, state: 'done', processed: 1, total: 1 });
    await agent.until(() => agent.tickets.length === 2);
    expect(agent.events.map(({ name }) => name)).not.toContain('bulk_run.changed');
    await worker.close();
  });

  it('tell the other at most one thing each fiftieth of a second, however many changes are made', async () => {
    const listener = new Client({ connectionString: one.databaseUrl });
    await listener.connect();
    let heard = 0;
    listener.on('notification', () => (heard += 1));
    await listener.query('LISTEN desk_events');
    const { id } = await one.api.createTicket();
    const begun = performance.now();
    const change = (turn: number) =>
      one.api.patch(`/api/tickets/${String(id)}`, { priority: turn % 2 ? 'high' : 'low' });
    for (let turn = 0; turn < 60; turn += 1) await change(turn);
    await until(() => Promise.resolve(heard > 1));
    await listener.query('SELECT 1');
    // One at once, and one that was due from before.
    expect(heard).toBeLessThanOrEqual(2 + (performance.now() - begun) / 50);
    await listener.end();
  });

  it('find out by themselves when nobody could tell them, and have their streams read afresh', async () => {
    const stream = await follow(other);
    await until(async () => (await listeners()) > 0);
    await terminate();
    const { id } = await one.api.createTicket();
    await stream.until(() => stream.tickets.length === 1);
    expect(stream.tickets).toEqual([['created', id, 1]]);
    await stream.event('reset');
    await one.as('admin').post('/api/admin/categories', { label: 'Heard again', description: 'x' });
    await stream.event('categories.changed');
  });

  it('open a first stream once they hear each other, so that nothing falls between', async () => {
    const network = await startDatabaseProxy(one.databaseUrl);
    const third = await startReplica(one, { PROCESS_ROLE: 'api', DATABASE_DIRECT_URL: network.url });
    network.freeze();
    let isOpen = false;
    const opening = follow(third).finally(() => (isOpen = true));
    // What else is asked meanwhile is answered.
    for (let turn = 0; turn < 5; turn += 1) expect((await third.api.get('/api/tickets/stats')).status).toBe(200);
    expect(isOpen).toBe(false);
    network.thaw();
    const stream = await opening;
    await one.as('admin').post('/api/admin/categories', { label: 'At once', description: 'x' });
    expect((await stream.event('categories.changed')).data).toEqual({ keys: ['at_once'] });
    await third.close();
    await network.close();
  });

  it('open streams also while they cannot hear each other, and have them read afresh when they can', async () => {
    const network = await startDatabaseProxy(one.databaseUrl);
    const third = await startReplica(one, { PROCESS_ROLE: 'api', DATABASE_DIRECT_URL: network.url });
    network.goDown();
    const stream = await follow(third);
    const { id } = await one.api.createTicket();
    await stream.until(() => stream.tickets.length === 1);
    expect(stream.tickets).toEqual([['created', id, 1]]);
    network.comeUp();
    await stream.event('reset');
    await one.as('admin').post('/api/admin/categories', { label: 'Heard at last', description: 'x' });
    await stream.event('categories.changed');
    await third.close();
    await network.close();
  });

  it('tell all that many writers do, each thing once and each ticket in order, to streams cut at random', async () => {
    const apps = [one, other];
    const anyOf = () => apps[randomInt(2)]!;
    const followers = Array.from({ length: 8 }, () => new Follower(anyOf));
    await Promise.all(followers.map((follower) => follower.begin()));
    const [{ last }] = (await one.sql('SELECT coalesce(max(id), 0)::int AS last FROM ticket_events')) as [
      { last: number },
    ];
    const write = async () => {
      const { id } = await anyOf().api.createTicket();
      for (const priority of PRIORITIES) await anyOf().api.patch(`/api/tickets/${String(id)}`, { priority });
    };
    const listening = followers.map((follower) => follower.follow());
    const breaking = setInterval(() => void terminate(), 150);
    await Promise.all(Array.from({ length: WRITERS }, write));
    clearInterval(breaking);
    const { id: end } = await one.api.createTicket();
    followers.forEach((follower) => (follower.end = end));
    await Promise.all(listening);
    const events = await one.sql<{ told: string }>(
      `SELECT ticket_id || ' ' || version AS told FROM ticket_events WHERE id > $1 ORDER BY id`,
      [last],
    );
    expect(events).toHaveLength(WRITERS * (1 + PRIORITIES.length) + 1);
    const all = events.map(({ told }) => told).sort();
    for (const { told, cuts } of followers) {
      expect([...told].sort()).toEqual(all);
      expect(outOfOrder(told)).toEqual([]);
      expect(cuts).toBeGreaterThan(5);
    }
  });
});

/** A browser whose connection is cut again and again, and that comes again to whichever process. */
class Follower {
  readonly told: string[] = [];
  cuts = 0;
  end = 0;
  private stream: EventStream | null = null;

  private readonly where: () => TestApp;

  constructor(where: () => TestApp) {
    this.where = where;
  }

  async begin(lastId: string | null = null): Promise<void> {
    const app = this.where();
    this.stream = await EventStream.open(app.url, cookieOf(app, 'agent'), lastId);
    open.push(this.stream);
  }

  /** Takes a few events and none after them, though they have come, as a browser does whose connection broke there. */
  async follow(): Promise<void> {
    for (;;) {
      const stream = this.stream!;
      const enough = randomInt(1, 25);
      await stream.until(() => stream.tickets.length >= enough || stream.tickets.some(([, id]) => id === this.end));
      stream.cut();
      this.told.push(...stream.tickets.slice(0, enough).map(([, id, version]) => `${String(id)} ${String(version)}`));
      if (this.told.at(-1)?.startsWith(`${String(this.end)} `)) return;
      this.cuts += 1;
      await this.begin(stream.positionAfter(enough));
    }
  }
}

function outOfOrder(told: readonly string[]): string[] {
  const versions = new Map<string, number>();
  return told.filter((one) => {
    const [id = '', version] = one.split(' ');
    const before = versions.get(id) ?? 0;
    versions.set(id, Number(version));
    return Number(version) !== before + 1;
  });
}

describe('a stream is over in one process when in another', () => {
  const browser = async (name: string) => {
    await makePerson(one, name);
    return browserOf(one, name);
  };
  const on = (app: TestApp, client: ApiClient) => new ApiClient(app.url, client.headers);
  const userId = async (name: string) =>
    String((await one.sql<{ id: string }>('SELECT id FROM users WHERE username = $1', [name]))[0]?.id);

  it.each<[string, (client: ApiClient, name: string) => Promise<unknown>]>([
    ['the person signs out', (client) => on(other, client).post('/api/auth/logout', {})],
    [
      'an admin deactivates the person',
      async (_, name) => other.as('admin').patch(`/api/admin/users/${await userId(name)}`, { active: false }),
    ],
    [
      'an admin makes a new password',
      async (_, name) => other.as('admin').post(`/api/admin/users/${await userId(name)}/password-reset`, {}),
    ],
    [
      'the person changes the password',
      (client) =>
        on(other, client).post('/api/auth/password', {
          ...{ current_password: 'a password for tests', new_password: 'violet tractor umbrella 9' },
        }),
    ],
    [
      'the session has gone unused for too long',
      () => one.sql(`UPDATE sessions SET last_seen_at = now() - interval '481 minutes' WHERE user_id > 2`),
    ],
    [
      'the session is too old',
      () => one.sql("UPDATE sessions SET expires_at = now() - interval '1 second' WHERE user_id > 2"),
    ],
  ])('%s', async (what, end) => {
    const name = what.replaceAll(' ', '-').slice(0, 30);
    const client = await browser(name);
    const stream = await follow(one, client.headers);
    const unharmed = await follow(one);
    await end(client, name);
    await stream.event('session.ended');
    await stream.closed();
    expect((await on(one, client).get('/api/events')).status).toBe(401);
    expect(unharmed.isOver).toBe(false);
  });

  it('its token is revoked', async () => {
    const owner = await browser('revoking');
    const { token, secret } = await makeToken(owner, ['tickets:read']);
    const stream = await follow(one, bearer(one, secret).headers);
    const browsing = await follow(one, owner.headers);
    await on(other, owner).delete(`/api/auth/tokens/${token.id}`);
    await stream.event('session.ended');
    await stream.closed();
    expect(browsing.isOver).toBe(false);
  });

  it('and who is no admin any more is not told any more what admins are told', async () => {
    await makePerson(one, 'demoted', { role: 'admin' });
    const client = await browserOf(one, 'demoted');
    const stream = await follow(one, client.headers);
    await one.sql(`UPDATE users SET role = 'agent' WHERE username = 'demoted'`);
    const streams = [...one.get(LiveStreams).all()];
    await until(async () =>
      streams.every(({ caller, isForAdmin }) => caller.user.username !== 'demoted' || !isForAdmin),
    );
    one.get(LiveStreams).tell('settings.changed', {});
    one.get(LiveStreams).tell('people.changed', { ids: [1] });
    await stream.event('people.changed');
    expect(stream.events.map(({ name }) => name)).toEqual(['people.changed']);
  });
});

it('an open stream is no sign of life of its session', async () => {
  await makePerson(one, 'idle');
  const client = await browserOf(one, 'idle');
  const stream = await follow(one, client.headers);
  await one.sql(`UPDATE sessions SET last_seen_at = now() - interval '5 minutes' WHERE user_id =
    (SELECT id FROM users WHERE username = 'idle')`);
  const seen = () =>
    one.sql(`SELECT s.last_seen_at FROM sessions s JOIN users u ON u.id = s.user_id WHERE u.username = 'idle'`);
  const before = await seen();
  // Somebody else's end tells that it was looked after all streams.
  const revoked = await makeToken(one.api, ['tickets:read']);
  const witness = await follow(one, bearer(one, revoked.secret).headers);
  await one.sql('UPDATE api_tokens SET revoked_at = now() WHERE id = $1', [revoked.token.id]);
  await witness.event('session.ended');
  expect(await seen()).toEqual(before);
  expect(stream.isOver).toBe(false);
});

describe('a reader that does not read', () => {
  it('is cut, and what is kept for it is bounded; others read on', async () => {
    const reading = await follow(one);
    const streams = one.get(LiveStreams);
    const before = new Set(streams.all());
    const lazy = await ask(one.url, cookieOf(one, 'agent'));
    lazy.pause().on('error', () => undefined);
    await until(async () => streams.count > before.size);
    const [its] = [...streams.all()].filter((stream) => !before.has(stream));
    const { response } = its as unknown as { response: ServerResponse };
    const keys = Array.from({ length: 1_000 }, (_, n) => `a-long-key-of-a-category-${String(n)}`);
    let most = 0;
    while (its?.isOpen) {
      streams.tell('categories.changed', { keys });
      most = Math.max(most, response.writableLength);
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect(most).toBeLessThan(400_000);
    await until(async () => streams.count === before.size);
    expect(reading.isOver).toBe(false);
  });
});

describe('a process', () => {
  it('holds as many streams as it may', async () => {
    const small = await startReplica(one, { LIVE_STREAMS_MAX: '2' });
    await follow(small);
    await follow(small);
    const refused = await small.api.get('/api/events');
    expect(refused).toMatchObject({ status: 503, body: { code: 'too_many_streams' } });
    expect(refused.headers.get('retry-after')).toBe('5');
    await small.close();
  });

  it('that stops says goodbye to its streams, and waits for none of them', async () => {
    const leaving = await startReplica(one);
    const streams = [await follow(leaving), await follow(leaving, cookieOf(leaving, 'admin'))];
    const stopped = leaving.close();
    for (const stream of streams) {
      await stream.event('goodbye');
      await stream.closed();
    }
    await stopped;
  });

  it('that lost the database for a while tells all, when it is there again', async () => {
    const stream = await follow(one);
    await one.sql(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND pid <> pg_backend_pid()`,
    );
    let created = await one.api.post<{ id: number }>('/api/tickets', NEW).catch(() => null);
    while (created?.status !== 201) created = await one.api.post<{ id: number }>('/api/tickets', NEW);
    const { id } = created.body;
    await stream.until(() => stream.tickets.length > 0);
    expect(stream.tickets).toEqual([['created', id, 1]]);
  });
});

const NEW = { title: 'A ticket', description: 'What happened.', category: 'general', priority: 'medium' };
