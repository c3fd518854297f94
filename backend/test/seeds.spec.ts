import { DataSource } from 'typeorm';
import { seedDemoTickets } from '../src/database/seeds/seed-demo-tickets.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';

let app: TestApp;
beforeEach(async () => {
  app = await startTestApp();
});
afterEach(() => app.close());

const seed = () => seedDemoTickets(app.get(DataSource));

describe('the demo tickets', () => {
  it('come in the order of their numbers, and can be found', async () => {
    await seed();
    const [order] = await app.sql<{ tickets: number; disorder: number; indexed: number }>(
      `SELECT count(*)::int AS tickets, count(*) FILTER (WHERE before > created_at)::int AS disorder,
         (SELECT count(*)::int FROM ticket_search) AS indexed
       FROM (SELECT created_at, lag(created_at) OVER (ORDER BY id) AS before FROM tickets) AS t`,
    );
    expect(order).toEqual({ tickets: 420, disorder: 0, indexed: 420 });
    expect((await app.api.list({ search: 'refu' })).count).toBeGreaterThan(0);
    expect((await app.api.createTicket()).id).toBe(421);
  });

  it('leave a desk alone that has a ticket', async () => {
    await app.api.createTicket();
    await seed();
    expect((await app.api.list()).count).toBe(1);
  });

  it('use no category that was retired', async () => {
    await app.sql(`UPDATE categories SET active = false WHERE key = 'general'`);
    await seed();
    expect((await app.api.list({ category: 'general' })).count).toBe(0);
    expect((await app.api.list()).count).toBeGreaterThan(0);
  });
});
