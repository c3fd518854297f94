import { DataSource } from 'typeorm';
import { demoTickets } from '../src/setup/demo/demo-tickets.ts';
import { WordCounting } from '../src/tickets/similar/word-counting.service.ts';
import type { ProblemBody, TicketBody } from './support/api-client.ts';
import { MATTERS, type Matter, STRANGERS } from './support/similar-matters.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { cookieOf } from './support/test-people.ts';
import { clearTickets, insertTickets } from './support/ticket-rows.ts';
import { until } from './support/until.ts';

interface SimilarBody {
  results: (TicketBody & { similarity: number })[];
}

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const count = () => app.get(WordCounting).count();
const similarTo = async (id: number, query = '') =>
  (await app.api.get<SimilarBody>(`/api/tickets/${String(id)}/similar${query}`)).body.results;
const like = async (text: { title?: string; description?: string }, query = '') =>
  (await app.api.post<SimilarBody>(`/api/tickets/similar${query}`, text)).body.results;

/** Writes tickets of these texts, in this order. */
const write = (texts: Matter) =>
  insertTickets(
    app,
    `(title, description, category, priority) SELECT title, description, 'general', 'low'
     FROM unnest($1::text[], $2::text[]) AS texts (title, description)`,
    [texts.map(([title]) => title), texts.map(([, description]) => description)],
  );

const others = demoTickets(new Date('2026-06-01')).map(({ title, description }) => [title, description] as const);

describe('similar tickets', () => {
  const matter: Matter = [
    ['Webhooks arrive late', 'Since this morning webhook deliveries come 20 minutes after the event.'],
    ['Delay of webhook events', 'Our endpoint gets webhook deliveries half an hour after the event.'],
    ['Label printer prints blank labels', 'The Zebra printer feeds labels, but they are blank.'],
  ];
  let ids: [number, number, number];

  beforeAll(async () => {
    await write(others);
    ids = (await write(matter)) as [number, number, number];
    await count();
  });
  afterAll(() => clearTickets(app));

  it('are about the same matter, and not the ticket itself', async () => {
    const found = await similarTo(ids[0]);
    expect(found[0]).toMatchObject({ id: ids[1], title: 'Delay of webhook events', status: 'open', version: 1 });
    expect(found.map(({ id }) => id)).not.toContain(ids[0]);
    expect(found.map(({ id }) => id)).not.toContain(ids[2]);
  });

  it('come with how similar they are, the most similar first', async () => {
    const found = await like({ title: matter[0]![0], description: matter[0]![1] });
    expect(found.slice(0, 2).map(({ id }) => id)).toEqual([ids[0], ids[1]]);
    expect(found[0]!.similarity).toBe(1);
    const similarities = found.map(({ similarity }) => similarity);
    expect(similarities).toEqual(similarities.toSorted((one, other) => other - one));
    expect(Math.min(...similarities)).toBeGreaterThanOrEqual(0.2);
  });

  it('are found for a title alone and for a description alone', async () => {
    expect((await like({ title: 'Webhook delivery late' })).map(({ id }) => id)).toContain(ids[0]);
    expect((await like({ description: 'Zebra feeds blank labels' }))[0]?.id).toBe(ids[2]);
  });

  it('are none rather than wrong ones', async () => {
    for (const [title, description] of STRANGERS) expect(await like({ title, description })).toEqual([]);
    expect(await like({})).toEqual([]);
    // What it shares with the others is one short word.
    const finnish = 'Pilvi on rikki eikä mikään toimi enää, mitä pitäisi tehdä nyt kun asiakkaat odottavat';
    expect(await like({ title: 'Rakkaat ystävät', description: finnish })).toEqual([]);
    expect(await like({ title: '???', description: '-- \n --' })).toEqual([]);
  });

  it('are resolved ones too, with their status', async () => {
    await app.api.patch(`/api/tickets/${String(ids[1])}`, { status: 'resolved' });
    const found = await similarTo(ids[0]);
    expect(found.find(({ id }) => id === ids[1])).toMatchObject({ status: 'resolved' });
  });

  it('are no deleted ones, of which nobody is told anything', async () => {
    const path = `/api/admin/tickets/${String(ids[1])}`;
    await app.as('admin').send('DELETE', path, undefined, {});
    expect((await similarTo(ids[0])).map(({ id }) => id)).not.toContain(ids[1]);
    expect((await app.api.get<ProblemBody>(`/api/tickets/${String(ids[1])}/similar`)).body.code).toBe(
      'ticket_not_found',
    );
  });

  it('are five unless more or fewer are asked for', async () => {
    const reset = {
      title: 'Charged twice for the subscription',
      description: 'Two identical card payments, one invoice.',
    };
    expect(await like(reset)).toHaveLength(5);
    expect(await like(reset, '?limit=2')).toHaveLength(2);
    expect((await like(reset, '?limit=20')).length).toBeGreaterThan(5);
    for (const limit of ['0', '21', 'many']) {
      const answer = await app.api.post<ProblemBody>(`/api/tickets/similar?limit=${limit}`, reset);
      expect([answer.status, answer.body.code]).toEqual([400, 'validation_failed']);
    }
  });

  it('take a text of any length and any signs', async () => {
    const hostile = `it's \\ 'quoted' & | ! ( ) <-> :* \u{1F600} 請求 `;
    expect((await like({ title: hostile.trim(), description: hostile.repeat(300) })).length).toBeLessThanOrEqual(5);
    expect((await like({ description: `${matter[2]![1]} ${'x '.repeat(9_000)}` }))[0]?.id).toBe(ids[2]);
  });

  it('are found before anybody has counted words', async () => {
    await app.sql('DELETE FROM word_counts');
    await app.sql('DELETE FROM word_census');
    expect((await similarTo(ids[2])).map(({ id }) => id)).not.toContain(ids[0]);
    expect((await like({ description: 'Zebra feeds blank labels' }))[0]?.id).toBe(ids[2]);
    // Asking has set the count going.
    await until(async () => (await app.sql('SELECT FROM word_census')).length === 1);
  });

  it('are looked for only as long as somebody waits', async () => {
    const holder = app.get(DataSource).createQueryRunner();
    await holder.startTransaction();
    await holder.query('LOCK TABLE ticket_search');
    const gone = new AbortController();
    const left = fetch(`${app.url}/api/tickets/similar`, {
      method: 'POST',
      headers: { ...cookieOf(app, 'agent'), 'content-type': 'application/json' },
      body: JSON.stringify({ title: 'Webhook delivery late' }),
      signal: gone.signal,
    });
    await until(async () => (await waitingForLock()) === 1);
    gone.abort();
    await expect(left).rejects.toThrow();
    await until(async () => (await waitingForLock()) === 0);
    await holder.rollbackTransaction();
    await holder.release();
  });

  it('take their turn among the searches', async () => {
    const holder = app.get(DataSource).createQueryRunner();
    await holder.startTransaction();
    await holder.query('LOCK TABLE ticket_search');
    const asked = Array.from({ length: 9 }, () =>
      app.api.post<ProblemBody>('/api/tickets/similar', { title: 'Webhook delivery late' }),
    );
    expect((await Promise.race(asked)).body.code).toBe('too_many_requests');
    expect(await waitingForLock()).toBeLessThanOrEqual(2);
    await holder.rollbackTransaction();
    await holder.release();
    await Promise.all(asked);
  });
});

describe('of people who tell of one matter in words of their own', () => {
  let groups: { readonly size: number; readonly ids: readonly number[] }[];

  beforeAll(async () => {
    await write(others);
    const ids = await write(MATTERS.flat());
    let from = 0;
    groups = MATTERS.map(({ length }) => ({ size: length - 1, ids: ids.slice(from, (from += length)) }));
    await write(STRANGERS);
    await count();
  });

  it('four of five are found, one of them first', async () => {
    let [precision, hits, reciprocal, asked] = [0, 0, 0, 0];
    for (const { size, ids } of groups) {
      for (const id of ids) {
        const found = (await similarTo(id)).map((ticket) => ids.includes(ticket.id));
        precision += found.slice(0, size).filter(Boolean).length / size;
        hits += Number(found.includes(true));
        reciprocal += found.includes(true) ? 1 / (found.indexOf(true) + 1) : 0;
        asked++;
      }
    }
    const measured = { precision: precision / asked, hit: hits / asked, reciprocal: reciprocal / asked };
    expect(measured.precision).toBeGreaterThan(0.78);
    expect(measured.hit).toBeGreaterThan(0.97);
    expect(measured.reciprocal).toBeGreaterThan(0.94);
  });
});

/** How many statements wait for a table that a test holds. */
async function waitingForLock(): Promise<number> {
  const rows = await app.sql(
    `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`,
  );
  return rows.length;
}
