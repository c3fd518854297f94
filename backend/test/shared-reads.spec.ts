import { Client } from 'pg';
import { EqualReads } from '../src/database/equal-reads.ts';
import type { ApiClient, ProblemBody, TicketBody } from './support/api-client.ts';
import { waiting } from './support/held-ticket.ts';
import { cookieOf } from './support/test-people.ts';
import { type TestApp, startReplica, startTestApp } from './support/test-app.ts';

interface ViewsBody {
  readonly results: readonly { readonly name: string; readonly count: number }[];
}

const UNRESOLVED = '/api/tickets?status=open,in_progress&sort=most_urgent&limit=1';
const STATS = '/api/tickets/stats';
const VIEWS = '/api/tickets/views';

let one: TestApp;
let other: TestApp;
beforeAll(async () => {
  one = await startTestApp();
  other = await startReplica(one);
});
afterAll(() => one.close());

const resolve = (app: TestApp, { id }: TicketBody) =>
  app.api.patch(`/api/tickets/${String(id)}`, { status: 'resolved' });

/** How many unresolved tickets there are, as every figure tells it. */
const FIGURES: readonly ((client: ApiClient) => Promise<number>)[] = [
  async (client) => (await client.get<{ unresolved_tickets: number }>(STATS)).body.unresolved_tickets,
  async (client) =>
    (await client.get<{ unresolved_tickets: number }>(`${STATS}?tz=Asia/Tokyo`)).body.unresolved_tickets,
  async (client) => countOf('unresolved', (await client.get<ViewsBody>(VIEWS)).body),
  async (client) => (await client.get<{ count: number }>(UNRESOLVED)).body.count,
];

const countOf = (view: string, { results }: ViewsBody) => results.find(({ name }) => name === view)?.count ?? NaN;

/** Nobody can count tickets until they are let go. */
async function holdCounts(): Promise<{ letGo: () => Promise<void> }> {
  const client = new Client({ connectionString: one.databaseUrl });
  await client.connect();
  await client.query('BEGIN');
  await client.query('LOCK TABLE ticket_counts IN ACCESS EXCLUSIVE MODE');
  return { letGo: () => client.end() };
}

describe('figures that many ask for at the same time', () => {
  it('are never older than the question: what either API has answered is in them, at both', async () => {
    let least = await FIGURES[0]!(one.api);
    let isOver = false;
    const asking = [one, other].flatMap((app) =>
      FIGURES.flatMap((figure) =>
        Array.from({ length: 3 }, async () => {
          const wrong: string[] = [];
          while (!isOver) {
            const known = least;
            const told = await figure(app.api);
            if (!(told >= known)) wrong.push(`${String(told)} after ${String(known)}`);
          }
          return wrong;
        }),
      ),
    );
    for (let turn = 0; turn < 20; turn += 1) {
      await (turn % 2 ? one : other).api.createTicket();
      least += 1;
    }
    isOver = true;
    expect((await Promise.all(asking)).flat()).toEqual([]);
  });

  it('tell each writer of their own write, whichever API they ask', async () => {
    const write = async (writer: TestApp, reader: TestApp, figure: (client: ApiClient) => Promise<number>) => {
      const ticket = await writer.api.createTicket();
      const created = await figure(reader.api);
      await resolve(writer, ticket);
      return created - (await figure(reader.api));
    };
    for (const figure of FIGURES) {
      for (const [writer, reader] of [
        [one, other],
        [other, one],
        [one, one],
      ] as const)
        expect(await write(writer, reader, figure)).toBe(1);
    }
  });

  it('are each reader’s own where they are about the reader', async () => {
    const mine = { agent: 3, admin: 2 };
    for (const role of ['agent', 'admin'] as const) {
      const { body: me } = await one.as(role).get<{ user: { id: number } }>('/api/auth/me');
      for (let n = 0; n < mine[role]; n += 1) await one.api.createTicket({ assignee: me.user.id });
    }
    const counts = await holdCounts();
    const ask = (role: 'agent' | 'admin') => one.as(role).get<ViewsBody>(VIEWS);
    const first = ask('agent');
    await waiting(one, 1);
    const answers = [first, ask('admin'), ask('agent'), ask('admin')];
    await counts.letGo();
    const told = (await Promise.all(answers)).map(({ body }) => countOf('mine', body));
    expect(told).toEqual([mine.agent, mine.admin, mine.agent, mine.admin]);
  });
});

describe('a read that several wait for', () => {
  it('goes on for the others when one of them goes away', async () => {
    const counts = await holdCounts();
    const { url } = one;
    const gone = new AbortController();
    const first = one.api.get<ProblemBody>(STATS);
    await waiting(one, 1);
    const leaving = fetch(url + STATS, { headers: cookieOf(one, 'agent'), signal: gone.signal });
    const staying = one.api.get<ProblemBody>(STATS);
    gone.abort();
    await expect(leaving).rejects.toThrow('aborted');
    await counts.letGo();
    expect([(await first).status, (await staying).status]).toEqual([200, 200]);
  });

  it('fails for those who asked together, and not for who came after', async () => {
    const counts = await holdCounts();
    const first = one.api.get<ProblemBody>(STATS);
    await waiting(one, 1);
    const [reading] = await one.sql<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
    );
    const later = one.api.get<ProblemBody>(STATS);
    await one.sql('SELECT pg_cancel_backend($1)', [reading?.pid]);
    expect((await first).body).toMatchObject({ status: 503, code: 'database_timeout' });
    await counts.letGo();
    expect((await later).status).toBe(200);
  });

  it('is made once for those who ask alike while one runs, and apart for those who ask for something else', async () => {
    const reads = one.get(EqualReads);
    const running = Promise.withResolvers<string>();
    let made = 0;
    const ask = (key: string) => reads.once(key, () => Promise.resolve(`${key} ${String((made += 1))}`));
    const first = reads.once('a', () => running.promise);
    const alike = [ask('a'), ask('a'), ask('a')];
    expect(await ask('b')).toBe('b 1');
    running.resolve('first');
    expect(await first).toBe('first');
    expect(await Promise.all(alike)).toEqual(['a 2', 'a 2', 'a 2']);
    const rows = (value: number) =>
      reads.query<{ value: number }>({ sql: 'SELECT $1::int AS value', parameters: [value] });
    expect(await Promise.all([rows(1), rows(2), rows(1)])).toEqual([[{ value: 1 }], [{ value: 2 }], [{ value: 1 }]]);
  });
});
