import { randomUUID } from 'node:crypto';
import { bearer, browserOf, makePerson, makeToken } from './support/accounts.ts';
import type { ApiClient, ProblemBody } from './support/api-client.ts';
import { EventStream } from './support/event-stream.ts';
import { type TestApp, startReplica, startTestApp } from './support/test-app.ts';
import { cookieOf } from './support/test-people.ts';

interface Person {
  readonly id: number;
  readonly name: string;
  readonly activity: 'looking' | 'writing' | 'changing';
}

interface Presence {
  readonly ticket_id: number;
  readonly people: readonly Person[];
}

let one: TestApp;
let other: TestApp;
let ids: Record<string, number>;
const open: EventStream[] = [];
beforeAll(async () => {
  one = await startTestApp({ PROCESS_ROLE: 'api', SESSION_IDLE_MINUTES: '60' });
  other = await startReplica(one, { PROCESS_ROLE: 'api', SESSION_IDLE_MINUTES: '60' });
  ids = { ada: await makePerson(one, 'ada'), ben: await makePerson(one, 'ben') };
});
afterEach(async () => {
  open.splice(0).forEach((stream) => stream.cut());
  await one.sql('DELETE FROM presence');
});
afterAll(() => one.close());

async function follow(app: TestApp): Promise<EventStream> {
  const stream = await EventStream.open(app.url, cookieOf(app, 'agent'));
  open.push(stream);
  return stream;
}

/** Somebody at a place of their own. */
async function at(app: TestApp, username: string, place: string = randomUUID()) {
  const browser = await browserOf(app, username);
  return {
    place,
    say: (ticket_id: number, activity = 'looking') =>
      browser.put<Presence>(`/api/presence/${place}`, { ticket_id, activity }),
    leave: () => browser.delete(`/api/presence/${place}`),
    browser,
  };
}

/** Who was told last to be at a ticket, by name and activity; undefined while nobody said. */
function last(stream: EventStream, ticket: number): string | undefined {
  const told = stream.events.findLast(({ name, data }) => name === 'presence' && data['ticket_id'] === ticket);
  return (told?.data['people'] as Person[] | undefined)?.map(({ name, activity }) => `${name} ${activity}`).join(', ');
}

const toldAt = (stream: EventStream, ticket: number, words: string) =>
  stream.until(() => last(stream, ticket) === words);

const dead = () => one.sql(`UPDATE presence SET expires_at = now()`);

describe('who has a ticket open', () => {
  it('is told to those who follow, in every process, from the first to the last', async () => {
    const { id } = await one.api.createTicket();
    const streams = [await follow(one), await follow(other)];
    const [ada, ben] = [await at(one, 'ada'), await at(other, 'ben')];
    const all = async (words: string) => {
      for (const stream of streams) await toldAt(stream, id, words);
    };
    const answer = await ada.say(id);
    expect([answer.status, answer.body]).toEqual([
      200,
      { ticket_id: id, people: [{ id: ids['ada'], name: 'ada', activity: 'looking' }] },
    ]);
    await all('ada looking');
    await ben.say(id, 'writing');
    await all('ada looking, ben writing');
    await ben.say(id, 'changing');
    await all('ada looking, ben changing');
    await ben.say(id);
    await all('ada looking, ben looking');
    expect((await ada.leave()).status).toBe(204);
    await all('ben looking');
    await ben.leave();
    await all('');
  });

  it('is answered alike by every process', async () => {
    const { id } = await one.api.createTicket();
    await (await at(one, 'ada')).say(id);
    const list = [{ ticket_id: id, people: [{ id: ids['ada'], name: 'ada', activity: 'looking' }] }];
    for (const app of [one, other]) expect((await app.api.get('/api/presence')).body).toEqual({ results: list });
  });

  it('is one person at however many places: who changes it at one of them is changing it', async () => {
    const { id } = await one.api.createTicket();
    const stream = await follow(one);
    const tabs = [await at(one, 'ada'), await at(other, 'ada'), await at(one, 'ada')];
    for (const tab of tabs) await tab.say(id);
    await tabs[0]?.say(id, 'writing');
    await toldAt(stream, id, 'ada writing');
    await tabs[1]?.say(id, 'changing');
    await toldAt(stream, id, 'ada changing');
    await tabs[1]?.leave();
    await toldAt(stream, id, 'ada writing');
    await tabs[0]?.say(id);
    await toldAt(stream, id, 'ada looking');
    await tabs[0]?.leave();
    await tabs[2]?.leave();
    await toldAt(stream, id, '');
  });

  it('is at one ticket at a time', async () => {
    const [first, second] = [await one.api.createTicket(), await one.api.createTicket()];
    const stream = await follow(other);
    const ada = await at(one, 'ada');
    await ada.say(first.id);
    await toldAt(stream, first.id, 'ada looking');
    await ada.say(second.id);
    await toldAt(stream, first.id, '');
    await toldAt(stream, second.id, 'ada looking');
  });

  it('is gone for all when silent for too long, whichever process heard of them', async () => {
    const { id } = await one.api.createTicket();
    const streams = [await follow(one), await follow(other)];
    await (await at(one, 'ada')).say(id);
    for (const stream of streams) await toldAt(stream, id, 'ada looking');
    const [row] = await one.sql<{ seconds: number }>(
      'SELECT extract(epoch FROM expires_at - now())::float AS seconds FROM presence',
    );
    // Whoever looks does so every two seconds: together less than thirty.
    expect(row?.seconds).toBeGreaterThan(20);
    expect(row?.seconds).toBeLessThan(27);
    await dead();
    for (const stream of streams) await toldAt(stream, id, '');
  });

  it('is gone with the session, at once', async () => {
    const { id } = await one.api.createTicket();
    const stream = await follow(other);
    const ada = await at(one, 'ada');
    await ada.say(id);
    await toldAt(stream, id, 'ada looking');
    await ada.browser.post('/api/auth/logout', {});
    await toldAt(stream, id, '');
    expect((await ada.say(id)).status).toBe(401);
  });

  it('is told also when no process could tell the other', async () => {
    const { id } = await one.api.createTicket();
    const stream = await follow(other);
    await one.sql(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'support-ticket-system live'`,
    );
    await (await at(one, 'ada')).say(id);
    await toldAt(stream, id, 'ada looking');
  });

  it('goes on after a crash of the database has emptied the table', async () => {
    const { id } = await one.api.createTicket();
    const stream = await follow(other);
    const ada = await at(one, 'ada');
    await ada.say(id);
    await toldAt(stream, id, 'ada looking');
    await one.sql('TRUNCATE presence');
    await toldAt(stream, id, '');
    await ada.say(id);
    await toldAt(stream, id, 'ada looking');
  });

  it('is told of no ticket that nobody can read', async () => {
    const { id } = await one.api.createTicket();
    const stream = await follow(one);
    const ada = await at(one, 'ada');
    await ada.say(id);
    await toldAt(stream, id, 'ada looking');
    await one.as('admin').delete(`/api/admin/tickets/${String(id)}`);
    await toldAt(stream, id, '');
    const answer = await ada.say(id);
    expect([answer.status, (answer.body as unknown as ProblemBody).code]).toEqual([404, 'ticket_not_found']);
    expect((await ada.say(999_999_999)).status).toBe(404);
  });

  it('is not kept alive by saying so: a session goes idle all the same', async () => {
    const { id } = await one.api.createTicket();
    const cleo = await makePerson(one, 'cleo');
    const there = await at(one, 'cleo');
    await one.sql(`UPDATE sessions SET last_seen_at = now() - interval '50 minutes' WHERE user_id = $1`, [cleo]);
    const isOld = async () => {
      const [session] = await one.sql<{ old: boolean }>(
        `SELECT last_seen_at < now() - interval '49 minutes' AS old FROM sessions WHERE user_id = $1`,
        [cleo],
      );
      return session?.old;
    };
    expect((await there.say(id)).status).toBe(200);
    expect((await there.browser.get('/api/presence')).status).toBe(200);
    await there.leave();
    expect(await isOld()).toBe(true);
    // What a person does is use.
    await there.browser.get('/api/tickets');
    expect(await isOld()).toBe(false);
  });

  it('has twenty places at most: of more, those that were silent for the longest give way', async () => {
    const { id } = await one.api.createTicket();
    const ben = await at(one, 'ben');
    const first = randomUUID();
    const places = [first, ...Array.from({ length: 20 }, () => randomUUID())];
    for (const place of places) await ben.browser.put(`/api/presence/${place}`, { ticket_id: id, activity: 'looking' });
    const kept = (await one.sql<{ place: string }>('SELECT place FROM presence')).map(({ place }) => place);
    expect(kept.sort()).toEqual(places.slice(1).sort());
  });

  it("leaves other people's places alone", async () => {
    const { id } = await one.api.createTicket();
    const ada = await at(one, 'ada');
    await ada.say(id);
    const ben = await at(one, 'ben', ada.place);
    await ben.leave();
    await ben.say(id, 'changing');
    const names = async () =>
      (await one.api.get<{ results: Presence[] }>('/api/presence')).body.results[0]?.people.map(({ name }) => name);
    expect(await names()).toEqual(['ada', 'ben']);
    await ben.leave();
    expect(await names()).toEqual(['ada']);
  });

  it.each([
    ['a place that is no UUID', 'here', { ticket_id: 1, activity: 'looking' }],
    ['no ticket', randomUUID(), { activity: 'looking' }],
    ['a ticket in words', randomUUID(), { ticket_id: 'one', activity: 'looking' }],
    ['something else to do', randomUUID(), { ticket_id: 1, activity: 'dancing' }],
    ['more than that', randomUUID(), { ticket_id: 1, activity: 'looking', name: 'Eve' }],
  ])('is refused with %s', async (_, place, body) => {
    const answer = await one.api.put<ProblemBody>(`/api/presence/${place}`, body);
    expect([answer.status, answer.body.code]).toEqual([400, 'validation_failed']);
  });

  it('is told and said by tokens that may read tickets, and by no others', async () => {
    const { id } = await one.api.createTicket();
    const ada = await browserOf(one, 'ada');
    const by = async (scope: string): Promise<ApiClient> => bearer(one, (await makeToken(ada, [scope])).secret);
    const body = { ticket_id: id, activity: 'looking' };
    const reading = await by('tickets:read');
    expect((await reading.put(`/api/presence/${randomUUID()}`, body)).status).toBe(200);
    const writing = await by('tickets:write');
    expect((await writing.put(`/api/presence/${randomUUID()}`, body)).status).toBe(403);
    expect((await writing.get('/api/presence')).status).toBe(403);
  });
});
