import type { BulkRunBody } from './support/bulk-runs.ts';
import { finished } from './support/bulk-runs.ts';
import { hold, waiting } from './support/held-ticket.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const fax = (key: string) =>
  app.sql(`INSERT INTO categories (key, label, description, position) VALUES ($1, $1, '', 9)`, [key]);

interface Pouring {
  /** Once so many tickets are in, and others are still on their way. */
  readonly begun: Promise<void>;
  /** How many got in, once all are answered. */
  readonly came: Promise<number>;
}

/** Tickets come into the category, by creation and by change, from now on until it is refused. */
async function pourInto(key: string, first: number): Promise<Pouring> {
  const others = await Promise.all(Array.from({ length: 15 }, () => app.api.createTicket({ category: 'general' })));
  let begin: () => void;
  const begun = new Promise<void>((resolve) => (begin = resolve));
  let came = 0;
  const count = async (ask: () => Promise<{ status: number }>) => {
    let { status } = await ask();
    // A busy desk says so instead of letting anybody wait for long; whoever means it asks again.
    while (status === 503) ({ status } = await ask());
    expect([200, 201, 400]).toContain(status);
    if (status !== 400) came += 1;
    if (came === first) begin();
  };
  const ticket = { title: 't', description: 'd', category: key, priority: 'low' };
  const answers = [
    ...Array.from({ length: 30 }, () => count(() => app.api.post('/api/tickets', ticket))),
    ...others.map(({ id }) => count(() => app.api.patch(`/api/tickets/${String(id)}`, { category: key }))),
  ];
  const all = Promise.all(answers).then(() => came);
  return { begun: Promise.race([begun, all.then(() => undefined)]), came: all };
}

describe('a category that is merged while tickets come into it', () => {
  it('keeps none of them', async () => {
    for (const first of [1, 10, 20]) {
      const key = `fax${String(first)}`;
      await fax(key);
      const pouring = await pourInto(key, first);
      await pouring.begun;
      const merge = await app.as('admin').post<BulkRunBody>(`/api/admin/categories/${key}/merge`, { into: 'general' });
      expect(merge.status).toBe(202);
      const came = await pouring.came;
      expect(came).toBeGreaterThanOrEqual(first);
      const run = await finished(app.as('admin'), merge.body.id);
      expect(run).toMatchObject({
        kind: 'merge',
        state: 'done',
        total: came,
        changed: came,
        failed: 0,
        can_undo: false,
      });
      expect((await app.api.list({ category: key })).count).toBe(0);
    }
  });

  it('takes no ticket along that somebody has moved elsewhere meanwhile', async () => {
    await fax('telex');
    const { id } = await app.api.createTicket({ category: 'telex' });
    const { letGo } = await hold(app, id);
    // Whoever waits first for the ticket gets it first.
    const patched = app.api.patch(`/api/tickets/${String(id)}`, { category: 'billing' });
    await waiting(app, 1);
    const merge = await app.as('admin').post<BulkRunBody>('/api/admin/categories/telex/merge', { into: 'general' });
    await waiting(app, 2);
    await letGo();
    expect((await patched).status).toBe(200);
    const run = await finished(app.as('admin'), merge.body.id);
    const { body } = await app.api.get<{ category: string }>(`/api/tickets/${String(id)}`);
    expect(run).toMatchObject({ state: 'done', total: 1, changed: 0, unchanged: 1, failed: 0 });
    expect(body.category).toBe('billing');
  });
});

describe('a category that is retired while tickets come into it', () => {
  it('gets none after that', async () => {
    await fax('pigeon');
    const pouring = await pourInto('pigeon', 10);
    await pouring.begun;
    const retired = await app.as('admin').patch('/api/admin/categories/pigeon', { active: false });
    expect(retired.status).toBe(200);
    const [counted] = await app.sql<{ count: number }>(
      `SELECT count(*)::int AS count FROM tickets WHERE category = 'pigeon'`,
    );
    const came = await pouring.came;
    expect(came).toBeGreaterThanOrEqual(10);
    expect(counted?.count).toBe(came);
  });
});
