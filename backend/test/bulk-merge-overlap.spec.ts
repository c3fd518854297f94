import type { TicketBody } from './support/api-client.ts';
import { type BulkRunBody, finished, runToEnd, undoToEnd } from './support/bulk-runs.ts';
import { hold, processed, waiting } from './support/held-ticket.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import type { TicketEventListBody } from './support/ticket-event-body.ts';
import { clearTickets, insertTickets } from './support/ticket-rows.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(async () => {
  await clearTickets(app);
  await app.sql(`DELETE FROM categories WHERE key IN ('fax', 'telex', 'post')`);
  for (const key of ['fax', 'telex', 'post'])
    await app.sql(
      `INSERT INTO categories (key, label, description, position)
       SELECT $1, $1, '', max(position) + 1 FROM categories`,
      [key],
    );
});

const patch = (key: string, active: boolean) => app.as('admin').patch(`/api/admin/categories/${key}`, { active });

async function merge(from: string, into: string): Promise<string> {
  const { status, body } = await app.as('admin').post<BulkRunBody>(`/api/admin/categories/${from}/merge`, { into });
  expect(status).toBe(202);
  return body.id;
}

async function counts(): Promise<Record<string, number>> {
  const rows = await app.sql<{ category: string; count: number }>(
    'SELECT category, count(*)::int AS count FROM tickets GROUP BY category',
  );
  return Object.fromEntries(rows.map(({ category, count }) => [category, count]));
}

/** Merges fax into telex, 1200 tickets, and lets something happen when 500 of them have been moved. */
async function halfWay(meanwhile: () => Promise<unknown>): Promise<BulkRunBody> {
  const ids = await insertTickets(
    app,
    `(title, description, category, priority) SELECT 't', 'd', 'fax', 'low' FROM generate_series(1, 1200)`,
  );
  const { letGo } = await hold(app, ids[600]);
  const run = await merge('fax', 'telex');
  await processed(app, run, 500);
  await waiting(app, 1);
  await meanwhile();
  await letGo();
  return finished(app.as('admin'), run);
}

describe('a merge that is still moving tickets', () => {
  it('moves the rest to where its target has been merged meanwhile', async () => {
    let second = '';
    const first = await halfWay(async () => (second = await merge('telex', 'post')));
    expect(first).toMatchObject({ state: 'done', total: 1_200, changed: 1_200, failed: 0 });
    expect(await finished(app.as('admin'), second)).toMatchObject({ total: 500, changed: 500, failed: 0 });
    expect(await counts()).toEqual({ post: 1_200 });
  });

  it('goes on when its target has been retired meanwhile', async () => {
    expect(await halfWay(() => patch('telex', false))).toMatchObject({ state: 'done', changed: 1_200, failed: 0 });
    expect(await counts()).toEqual({ telex: 1_200 });
  });

  it.each([
    ['restored', [true]],
    ['restored, and retired again', [true, false]],
  ])('leaves the rest where it is when the merged category is %s', async (_, steps) => {
    const run = await halfWay(async () => {
      for (const active of steps) expect((await patch('fax', active)).status).toBe(200);
    });
    expect(run).toMatchObject({ state: 'done', changed: 500, unchanged: 700, failed: 0 });
    expect(await counts()).toEqual({ fax: 700, telex: 500 });
  });
});

describe('a deleted ticket', () => {
  it('comes back into what its category has been merged into, and its history tells so', async () => {
    const { id } = await app.api.createTicket({ category: 'fax' });
    const other = await app.api.createTicket({ category: 'general' });
    const selection = { ids: [id, other.id] };
    const deletion = await runToEnd(app.as('admin'), { selection, action: { kind: 'delete' } });
    await merge('fax', 'telex');
    await merge('telex', 'post');
    expect(await undoToEnd(app.as('admin'), deletion.id)).toMatchObject({ changed: 2, failed: 0 });
    expect((await app.api.get<TicketBody>(`/api/tickets/${String(id)}`)).body.category).toBe('post');
    const last = async (ticket: number) =>
      (await app.api.get<TicketEventListBody>(`/api/tickets/${String(ticket)}/events`)).body.results.at(-1);
    expect(await last(id)).toMatchObject({
      ...{ kind: 'restored', changes: [{ field: 'category', from: 'fax', to: 'post' }] },
    });
    expect(await last(other.id)).toMatchObject({ kind: 'restored', changes: [] });
  });
});
