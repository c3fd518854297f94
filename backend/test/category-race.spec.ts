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

/** Tickets come into the category, by creation and by change, from now on until it is refused. */
async function pourInto(key: string): Promise<number> {
  const others = await Promise.all(Array.from({ length: 30 }, () => app.api.createTicket({ category: 'general' })));
  const statuses = await Promise.all([
    ...Array.from({ length: 60 }, async () => {
      const ticket = { title: 't', description: 'd', category: key, priority: 'low' };
      return (await app.api.post('/api/tickets', ticket)).status;
    }),
    ...others.map(async ({ id }) => (await app.api.patch(`/api/tickets/${String(id)}`, { category: key })).status),
  ]);
  expect(statuses.filter((status) => status !== 400).every((status) => status === 200 || status === 201)).toBe(true);
  return statuses.filter((status) => status !== 400).length;
}

describe('a category that is merged while tickets come into it', () => {
  it('keeps none of them', async () => {
    for (let round = 0; round < 3; round += 1) {
      const key = `fax${String(round)}`;
      await fax(key);
      const pouring = pourInto(key);
      await new Promise((resolve) => setTimeout(resolve, 20 + 40 * round));
      const merge = await app.as('admin').post<BulkRunBody>(`/api/admin/categories/${key}/merge`, { into: 'general' });
      expect(merge.status).toBe(202);
      const came = await pouring;
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
    const pouring = pourInto('pigeon');
    await new Promise((resolve) => setTimeout(resolve, 40));
    const retired = await app.as('admin').patch('/api/admin/categories/pigeon', { active: false });
    expect(retired.status).toBe(200);
    const [counted] = await app.sql<{ count: number }>(
      `SELECT count(*)::int AS count FROM tickets WHERE category = 'pigeon'`,
    );
    expect(await pouring).toBe(counted?.count);
  });
});
