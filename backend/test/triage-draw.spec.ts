import type { ProblemBody, TicketBody } from './support/api-client.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { until } from './support/until.ts';

const WAITING = 40;
const SIZE = 4;
/** As many of the most doubtful are drawn from. */
const POOL = WAITING / 4;

let app: TestApp;
/** Of these the desk is ever surer. */
let waiting: number[];

beforeAll(async () => {
  app = await startTestApp();
  waiting = [];
  for (let n = 0; n < WAITING; n++) waiting.push((await unsorted()).id);
  await suggest(waiting.map((id, place) => ({ id, confidence: (place + 1) / WAITING })));
});
afterAll(() => app.close());

async function unsorted(fields: object = {}): Promise<TicketBody> {
  const text = { title: 'Something is wrong', description: 'Nobody has looked at it yet.', ...fields };
  const { status, body } = await app.api.post<TicketBody>('/api/tickets?classify=true', text);
  expect(status).toBe(201);
  return body;
}

interface Said {
  readonly id: number;
  readonly confidence?: number;
  readonly priority?: string;
  readonly shownAs?: string;
}

/** Puts this into the ledger beside tickets, once the desk has written there. */
async function suggest(all: readonly Said[]): Promise<void> {
  const ids = all.map(({ id }) => id);
  const written = () =>
    app.sql<{ n: number }>('SELECT count(*)::int AS n FROM suggestions WHERE ticket_id = ANY ($1)', [ids]);
  await until(async () => (await written())[0]?.n === ids.length);
  for (const { id, confidence = null, priority = 'medium', shownAs = 'shown' } of all) {
    await app.sql(
      'UPDATE suggestions SET category_confidence = $2, suggested_priority = $3, shown_as = $4 WHERE ticket_id = $1',
      [id, confidence, priority, shownAs],
    );
  }
}

async function drawn(query: string): Promise<number[]> {
  const { status, body } = await app.api.get<{ results: TicketBody[] }>(`/api/tickets/triage?${query}`);
  expect(status).toBe(200);
  return body.results.map(({ id }) => id);
}

async function draws(count: number): Promise<number[][]> {
  const all: number[][] = [];
  for (let seed = 0; seed < count; seed++) all.push(await drawn(`size=${String(SIZE)}&seed=${String(seed)}`));
  return all;
}

describe('a draw of tickets to sort', () => {
  it('is half by doubt, and half by lot over all that wait', async () => {
    const all = await draws(60);
    const doubtful = waiting.slice(0, POOL);
    for (const one of all) {
      expect(new Set(one).size).toBe(SIZE);
      expect(one.filter((id) => doubtful.includes(id)).length).toBeGreaterThanOrEqual(SIZE / 2);
    }
    expect(new Set(all.flat())).toEqual(new Set(waiting));
    // Mostly the other half is of those that the desk is surer of, as most tickets are.
    const surer = all.flat().filter((id) => !doubtful.includes(id)).length;
    expect(surer).toBeGreaterThan(60);
  });

  it('is the same for the same seed, and another for everybody else', async () => {
    expect(await drawn('size=4&seed=7')).toEqual(await drawn('seed=7&size=4'));
    const different = new Set((await draws(10)).map((ids) => ids.join()));
    expect(different.size).toBeGreaterThan(5);
    const unseeded = new Set([await drawn('size=4'), await drawn('size=4'), await drawn('size=4')].map(String));
    expect(unseeded.size).toBeGreaterThan(1);
  });

  it('doubts most where the desk says nothing', async () => {
    const silent = await unsorted();
    await suggest([{ id: silent.id, confidence: 0.99, shownAs: 'abstained' }]);
    const least = waiting.slice(0, POOL);
    const seen = (await draws(40)).filter((ids) => ids.includes(silent.id)).length;
    // By lot alone it would be one in ten at most.
    expect(seen).toBeGreaterThanOrEqual(4);
    expect(least).not.toContain(silent.id);
    await app.api.patch(`/api/tickets/${String(silent.id)}`, { triage: null });
  });

  it('has the most urgent first, by what somebody gave or the desk suggests, then those that wait longest', async () => {
    const low = await unsorted({ priority: 'low' });
    const high = await unsorted();
    const critical = await unsorted({ priority: 'critical' });
    await suggest([
      { id: low.id, confidence: 0.9, priority: 'critical' },
      { id: high.id, confidence: 0.9, priority: 'high' },
      { id: critical.id, confidence: 0.9, priority: 'low' },
    ]);
    const all = await drawn('size=100');
    expect(all).toEqual([critical.id, high.id, ...waiting, low.id]);
    for (const { id } of [low, high, critical]) await app.api.patch(`/api/tickets/${String(id)}`, { triage: null });
  });

  it('has neither what is sorted, nor what is deleted, and what has no suggestion yet', async () => {
    const [sorted, deleted, unread] = [await unsorted(), await unsorted(), await unsorted()];
    await suggest([{ id: sorted.id }, { id: deleted.id }, { id: unread.id }]);
    await app.sql('DELETE FROM suggestions WHERE ticket_id = $1', [unread.id]);
    await app.api.patch(`/api/tickets/${String(sorted.id)}`, { category: 'billing' });
    await app.as('admin').delete(`/api/admin/tickets/${String(deleted.id)}`);
    const all = await drawn('size=100');
    expect(all).toContain(unread.id);
    expect(all).not.toContain(sorted.id);
    expect(all).not.toContain(deleted.id);
    await app.api.patch(`/api/tickets/${String(unread.id)}`, { triage: null });
  });

  it.each([
    ['size=0', 'size'],
    ['size=101', 'size'],
    ['seed=-1', 'seed'],
    ['seed=2147483648', 'seed'],
    ['colour=red', 'colour'],
  ])('is refused with %s', async (query, field) => {
    const { status, body } = await app.api.get<ProblemBody>(`/api/tickets/triage?${query}`);
    expect(status).toBe(400);
    expect(body.errors?.map((error) => error.field)).toEqual([field]);
  });
});
