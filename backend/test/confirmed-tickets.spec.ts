import { DataSource } from 'typeorm';
import { ConfirmedTicketsRepository } from '../src/learning/confirmed-tickets.repository.ts';
import type { ConfirmedTicket } from '../src/learning/domain/confirmed-ticket.ts';
import { seedDemoTickets } from '../src/setup/seed-demo-tickets.ts';
import { DEMO_AGENTS } from '../src/users/domain/first-people.ts';
import { addPerson } from './support/people.ts';
import { type BulkRunBody, finished, undoToEnd } from './support/bulk-runs.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { clearTickets, insertTickets } from './support/ticket-rows.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterEach(() => clearTickets(app));
afterAll(() => app.close());

const repository = () => app.get(ConfirmedTicketsRepository);

async function found(lookedAt = 10_000, by = repository()): Promise<ConfirmedTicket[]> {
  const tickets: ConfirmedTicket[] = [];
  for await (const page of by.pages(lookedAt)) tickets.push(...page);
  return tickets;
}

/** What the desk would learn from: number, category, and whether somebody corrected it. */
async function confirmed(): Promise<[number, string, boolean][]> {
  return (await found()).map(({ id, category, isCorrection }) => [id, category, isCorrection]);
}

async function bulk(ids: number[], category: string): Promise<string> {
  const body = { selection: { ids }, action: { kind: 'change', changes: { category } } };
  const { id } = (await app.as('admin').post<BulkRunBody>('/api/admin/tickets/bulk', body)).body;
  await finished(app.as('admin'), id);
  return id;
}

describe('the desk learns from a ticket', () => {
  it('that a person wrote, with the category that was chosen', async () => {
    const { id } = await app.api.createTicket({ category: 'billing' });
    expect(await confirmed()).toEqual([[id, 'billing', false]]);
  });

  it('that somebody moved to another category, as a correction', async () => {
    const { id } = await app.api.createTicket({ category: 'general' });
    await app.api.patch(`/api/tickets/${String(id)}`, { category: 'account' });
    await app.api.patch(`/api/tickets/${String(id)}`, { status: 'in_progress' });
    expect(await confirmed()).toEqual([[id, 'account', true]]);
  });

  it('that was moved along with others, without calling it a correction', async () => {
    const { id } = await app.api.createTicket({ category: 'general' });
    const run = await bulk([id], 'technical');
    expect(await confirmed()).toEqual([[id, 'technical', false]]);
    await undoToEnd(app.as('admin'), run);
    expect(await confirmed()).toEqual([[id, 'general', false]]);
  });

  it('in its newest words', async () => {
    const { id } = await app.api.createTicket({ title: 'old words' });
    await app.as('admin').patch(`/api/admin/tickets/${String(id)}`, { title: 'new words' });
    expect((await found())[0]?.text.title).toBe('new words');
  });

  it.each([
    [
      'nobody wrote: the desk itself did',
      () => insertTickets(app, `(title, description, category, priority) VALUES ('t', 'd', 'billing', 'low')`),
    ],
    [
      'was deleted',
      async () => {
        const { id } = await app.api.createTicket();
        await app.as('admin').delete(`/api/admin/tickets/${String(id)}`);
      },
    ],
  ])('never when it %s', async (_, write) => {
    await write();
    expect(await confirmed()).toEqual([]);
  });

  it('page after page, those that changed last first, each once', async () => {
    const [agent] = await app.sql<{ id: string }>(`SELECT id FROM users WHERE role = 'agent' LIMIT 1`);
    await app.sql(
      `WITH written AS (
         INSERT INTO tickets (title, description, category, priority, created_by)
         SELECT 't', 'd', 'billing', 'low', $1 FROM generate_series(1, 2500) RETURNING id
       )
       INSERT INTO ticket_events (ticket_id, version, kind, via, actor_id, changes)
       SELECT id, 1, 'created', 'web', $1, '[{"field": "category", "from": null, "to": "billing"}]' FROM written`,
      [agent?.id],
    );
    const ids = (await confirmed()).map(([id]) => id);
    expect(ids.length).toBe(2500);
    expect(ids).toEqual([...ids].sort((one, other) => other - one));
    expect(new Set(ids).size).toBe(2500);
    expect((await found(2000)).length).toBe(2000);
  });
});

describe('categories that come and go', () => {
  it('hand their tickets to the one that they were merged into, also before these have been moved', async () => {
    const admin = app.as('admin');
    for (const label of ['Returns', 'Shipping']) await admin.post('/api/admin/categories', { label, description: 'x' });
    const { id } = await app.api.createTicket({ category: 'returns' });
    const merged = await admin.post<BulkRunBody>('/api/admin/categories/returns/merge', { into: 'shipping' });
    expect(await confirmed()).toEqual([[id, 'shipping', false]]);
    await finished(admin, merged.body.id);
    expect(await confirmed()).toEqual([[id, 'shipping', false]]);
    await admin.patch('/api/admin/categories/shipping', { active: false });
    expect(await confirmed()).toEqual([]);
  });
});

describe('a ticket that waits to be sorted', () => {
  it('is learned from once somebody has sorted it, also when what was filled in was right', async () => {
    const [agent] = await app.sql<{ id: string }>(`SELECT id FROM users WHERE role = 'agent' LIMIT 1`);
    const [ticket] = await app.sql<{ id: string }>(
      `WITH written AS (
         INSERT INTO tickets (title, description, category, priority, created_by, triage)
         VALUES ('t', 'd', 'general', 'medium', $1, 'pending') RETURNING id
       ), told AS (
         INSERT INTO ticket_events (ticket_id, version, kind, via, actor_id, changes)
         SELECT id, 1, 'created', 'web', $1, '[{"field": "triage", "from": null, "to": "pending"}]' FROM written
       )
       SELECT id FROM written`,
      [agent?.id],
    );
    expect(await confirmed()).toEqual([]);
    const since = await repository().newestEvent();
    await app.sql(
      `WITH written AS (UPDATE tickets SET triage = NULL, version = 2 WHERE id = $1 RETURNING id)
       INSERT INTO ticket_events (ticket_id, version, kind, via, actor_id, changes)
       SELECT id, 2, 'changed', 'web', $2, '[{"field": "triage", "from": "pending", "to": null}]' FROM written`,
      [ticket?.id, agent?.id],
    );
    expect(await confirmed()).toEqual([[Number(ticket?.id), 'general', true]]);
    expect((await repository().newsSince(since)).decisions).toBe(1);
  });
});

describe('what is news', () => {
  it('is what people decided, corrected or deleted, and nothing else', async () => {
    const since = await repository().newestEvent();
    const news = async () => {
      const { decisions, newestAt } = await repository().newsSince(since);
      return [decisions, newestAt !== null];
    };
    expect(await news()).toEqual([0, false]);
    await insertTickets(app, `(title, description, category, priority) VALUES ('t', 'd', 'billing', 'low')`);
    expect(await news()).toEqual([0, false]);
    const { id } = await app.api.createTicket();
    expect(await news()).toEqual([1, true]);
    await app.api.patch(`/api/tickets/${String(id)}`, { category: 'billing' });
    expect(await news()).toEqual([2, true]);
    const now = await repository().newestEvent();
    await app.api.patch(`/api/tickets/${String(id)}`, { status: 'in_progress' });
    expect(await repository().newsSince(now)).toEqual({ decisions: 0, newestAt: null });
    await app.as('admin').delete(`/api/admin/tickets/${String(id)}`);
    expect(await repository().newsSince(now)).toEqual({ decisions: 0, newestAt: expect.any(Date) });
  });
});

describe('demo tickets', () => {
  it('teach nothing until a person has decided about one', async () => {
    const desk = await startTestApp();
    // Who wrote and handled them is in their history, as of any ticket.
    for (const { username } of DEMO_AGENTS) await addPerson(desk, username);
    await seedDemoTickets(desk.get(DataSource));
    const learned = () => found(10_000, desk.get(ConfirmedTicketsRepository));
    expect((await desk.api.list()).count).toBeGreaterThan(100);
    expect(await learned()).toEqual([]);
    expect(await desk.get(ConfirmedTicketsRepository).newsSince(0)).toEqual({ decisions: 0, newestAt: null });
    const [first] = (await desk.api.list({ category: 'billing' })).results;
    await desk.api.patch(`/api/tickets/${String(first?.id)}`, { category: 'account' });
    expect(await learned()).toMatchObject([{ id: first?.id, category: 'account', isCorrection: true }]);
    await desk.close();
  });
});
