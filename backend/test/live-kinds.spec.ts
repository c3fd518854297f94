import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { MailboxStates } from '../src/mail-accounts/mailbox-states.service.ts';
import { ReplayProgressRepository } from '../src/classification/replay/replay-progress.repository.ts';
import { FOR_ADMINS, type LiveEventName } from '../src/live/domain/live-event.ts';
import { bearer, browserOf, makePerson, makeToken, signIn } from './support/accounts.ts';
import type { ApiClient } from './support/api-client.ts';
import { EventStream } from './support/event-stream.ts';
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

async function follow(headers: object): Promise<EventStream> {
  const stream = await EventStream.open(one.url, headers as Record<string, string>);
  open.push(stream);
  return stream;
}

let turn = 0;
/** Everybody is told of a category that is added: who has heard of that was told all that came before. */
async function allTold(...streams: readonly EventStream[]): Promise<void> {
  turn += 1;
  await other.as('admin').post('/api/admin/categories', { label: `Turn ${String(turn)}`, description: 'x' });
  const heard = ({ name, data }: EventStream['events'][number]) =>
    name === 'categories.changed' && JSON.stringify(data) === JSON.stringify({ keys: [`turn_${String(turn)}`] });
  for (const stream of streams) await stream.until(() => stream.events.some(heard));
}

const names = (stream: EventStream): Set<string> => new Set(stream.events.map(({ name }) => name));
/** Another value each time. */
let share = 0;
const setShare = () => other.as('admin').patch('/api/admin/suggestions/settings', { hidden_share: (share += 0.01) });
const guess = () => other.anonymous.post('/api/auth/login', { username: 'nobody', password: 'a wrong password' });
const classify = (title: string) =>
  other.api.post('/api/tickets/classify', { title, description: 'Refund my invoice' });

/** What has each of these told, done in another process than that which tells. */
const DOING: Readonly<Record<string, () => Promise<unknown>>> = {
  'settings.changed': setShare,
  'tokens.changed': () => makeToken(other.api, ['tickets:read']),
  'audit.changed': guess,
  'quarantine.changed': async () => {
    const [mail] = await other.sql<{ id: string }>(
      `INSERT INTO mails (mailbox, uid_validity, uid, digest, size, arrived_at, state, reason)
       VALUES ('support', 1, 1, sha256('mail'), 4, now(), 'quarantined', 'It does not say who it is from') RETURNING id`,
    );
    return other.as('admin').delete(`/api/admin/mails/quarantine/${mail?.id ?? ''}`);
  },
  'mailboxes.changed': () => other.get(MailboxStates).failed('box', randomUUID()),
  'erasures.changed': async () => {
    const { body } = await other.api.post<{ id: number }>('/api/contacts', {
      name: 'Ann',
      addresses: ['ann@example.org'],
    });
    return other.as('admin').post(`/api/contacts/${String(body.id)}/erasure`, { reason: 'They asked for it.' });
  },
  'suggestions.changed': () => classify('Please'),
  'learning.changed': () => other.as('admin').post('/api/admin/models/refit', undefined),
  'replays.changed': () => other.get(ReplayProgressRepository).fail(randomUUID(), 'Nobody asked for it'),
  'bulk_run.changed': async () => {
    const { id } = await other.api.createTicket();
    const body = { selection: { ids: [id] }, action: { kind: 'change', changes: { priority: 'high' } } };
    return other.as('admin').post('/api/admin/tickets/bulk', body);
  },
};

describe('what only admins may read', () => {
  it('is known to this test, each kind', () => {
    expect(new Set(Object.keys(DOING))).toEqual(FOR_ADMINS);
  });

  it.each(Object.entries(DOING))('%s is told to admins in every process, and to nobody else', async (name, act) => {
    const { secret } = await makeToken(one.as('admin'), ['tickets:read', 'tickets:write']);
    const agents = [await follow(cookieOf(one, 'agent')), await follow(bearer(one, secret).headers)];
    const admin = await follow(cookieOf(one, 'admin'));
    await act();
    await admin.event(name);
    await allTold(admin, ...agents);
    for (const agent of agents)
      expect([...names(agent)].filter((told) => FOR_ADMINS.has(told as LiveEventName))).toEqual([]);
  });

  it.each<[string, () => Promise<unknown>, LiveEventName]>([
    [
      'words of the lexicon that were changed are settings',
      () =>
        other.as('admin').put('/api/admin/suggestions/lexicon', {
          ...{ terms: [{ term: 'paddle', category: 'technical' }], off: [], urgency: [] },
        }),
      'settings.changed',
    ],
    [
      'so is what applies by itself',
      () => other.as('admin').put('/api/admin/suggestions/automatic/billing', { enabled: false, target: 0.8 }),
      'settings.changed',
    ],
    [
      'and a ticket that stays where it is was learned from',
      async () => {
        const { id } = await other.api.createTicket();
        return other.as('admin').put(`/api/admin/suggestions/suspects/${String(id)}/kept`, undefined);
      },
      'learning.changed',
    ],
  ])('%s', async (_, act, name) => {
    const admin = await follow(cookieOf(one, 'admin'));
    await act();
    expect((await admin.event(name)).data).toEqual({});
  });

  it('contacts are told to everybody: changed, merged, taken apart, and whom they belong to', async () => {
    const { api } = other;
    const { id } = (await api.post<{ id: number }>('/api/contacts', { name: 'Bo' })).body;
    const { id: into } = (await api.post<{ id: number }>('/api/contacts', { name: 'Cleo' })).body;
    const contact = `/api/contacts/${String(id)}`;
    for (const act of [
      () => api.patch(contact, { note: 'Mornings.' }),
      () => api.post(`${contact}/merge`, { into }),
      () => api.delete(`${contact}/merge`),
      () => api.post('/api/organisations', { name: 'Northwind', domains: ['northwind.example'] }),
    ]) {
      const agent = await follow(cookieOf(one, 'agent'));
      await act();
      expect((await agent.event('contacts.changed')).data).toEqual({});
      agent.cut();
    }
  });

  it('is told at most once in a second, however often it happens, and after the last time', async () => {
    const admin = await follow(cookieOf(one, 'admin'));
    const begun = performance.now();
    for (let n = 0; n < 60; n += 1) await classify(`Case ${String(n)}`);
    const told = () => admin.events.filter(({ name }) => name === 'suggestions.changed').length;
    await admin.until(() => told() >= 1);
    await allTold(admin);
    expect(told()).toBeLessThanOrEqual(2 + (performance.now() - begun) / 1_000);
    const before = told();
    await classify('The last one');
    await admin.until(() => told() > before);
  });
});

describe('replicas of the release before, while this one is rolled out beside them', () => {
  const KINDS: readonly (readonly [string, LiveEventName])[] = [
    ['settings', 'settings.changed'],
    ['tokens', 'tokens.changed'],
  ];

  it.each(KINDS)('are heard when they tell of %s in their own form', async (earlier, name) => {
    const admin = await follow(cookieOf(one, 'admin'));
    await one.sql(`SELECT pg_notify('desk_events', $1)`, [JSON.stringify({ from: 'earlier', [earlier]: true })]);
    expect((await admin.event(name)).data).toEqual({});
  });

  it.each(KINDS)('are told of %s in the form that they know', async (earlier, name) => {
    const replica = new Client({ connectionString: one.databaseUrl });
    await replica.connect();
    const heard: Record<string, unknown>[] = [];
    replica.on('notification', ({ payload = '' }) => heard.push(JSON.parse(payload) as Record<string, unknown>));
    await replica.query('LISTEN desk_events');
    await DOING[name]!();
    await until(() => Promise.resolve(heard.some((announcement) => announcement[earlier] === true)));
    await replica.end();
  });
});

describe('what concerns a person', () => {
  it('is told to the browsers of that person alone, in every process', async () => {
    const id = await makePerson(one, 'concerned');
    const person = await browserOf(one, 'concerned');
    const { secret } = await makeToken(person, ['tickets:read']);
    const [own, program] = [await follow(person.headers), await follow(bearer(one, secret).headers)];
    const others = [await follow(cookieOf(one, 'agent')), await follow(cookieOf(one, 'admin'))];
    await other.api.createTicket({ assignee: id });
    expect((await own.event('notifications.changed')).data).toEqual({});
    await allTold(own, program, ...others);
    for (const stream of [program, ...others]) expect(names(stream)).not.toContain('notifications.changed');
  });
});

describe("a person's own sessions and tokens", () => {
  it.each<[string, (person: ApiClient, name: string) => Promise<unknown>]>([
    ['a sign-in elsewhere', (_, name) => signIn(other, name)],
    ['a token that was made', (person) => makeToken(person, ['tickets:read'])],
  ])('are told to the browsers of that person alone: %s', async (what, act) => {
    const name = what.replaceAll(' ', '-').slice(0, 30);
    await makePerson(one, name);
    const person = await browserOf(one, name);
    const { secret } = await makeToken(person, ['tickets:read']);
    const [own, program] = [await follow(person.headers), await follow(bearer(one, secret).headers)];
    const others = [await follow(cookieOf(one, 'agent')), await follow(cookieOf(one, 'admin'))];
    await act(person, name);
    expect((await own.event('account.changed')).data).toEqual({});
    await allTold(own, program, ...others);
    for (const stream of [program, ...others]) expect(names(stream)).not.toContain('account.changed');
  });
});
