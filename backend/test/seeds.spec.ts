import { DataSource } from 'typeorm';
import { seedDemoTickets } from '../src/setup/seed-demo-tickets.ts';
import { addPerson } from './support/people.ts';
import type { TicketEventListBody } from './support/ticket-event-body.ts';
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

  it('come with their history, told by the people of the demo', async () => {
    const people = await Promise.all(['mina.park', 'jonas.weber'].map((name) => addPerson(app, name)));
    await seed();
    const [found] = await app.sql(
      `SELECT count(*)::int AS tickets, count(*) FILTER (WHERE events <> version)::int AS untold,
         count(*) FILTER (WHERE created_by = ANY ($1))::int AS written
       FROM (SELECT t.*, (SELECT count(*) FROM ticket_events AS e WHERE e.ticket_id = t.id) AS events FROM tickets AS t) AS t`,
      [people],
    );
    expect(found).toEqual({ tickets: 420, untold: 0, written: 420 });
    const nobody = (await app.api.list({ assignee: 'none' })).count;
    expect(nobody).toBeGreaterThan(100);
    expect(nobody).toBeLessThan(170);
    const { results } = await app.api.list({ assignee: people.join(), status: 'resolved' });
    const path = `/api/tickets/${String(results[0]?.id)}/events`;
    const { body } = await app.api.get<TicketEventListBody>(path);
    expect(body.results.at(-1)).toMatchObject({ kind: 'changed', at: results[0]?.resolved_at, via: 'web' });
  });

  it('come with those who ask, and what was said', async () => {
    const people = await Promise.all(['mina.park', 'jonas.weber'].map((name) => addPerson(app, name)));
    await seed();
    const [found] = await app.sql(
      `SELECT (SELECT count(*) FROM tickets WHERE requester IS NULL)::int AS of_nobody,
         (SELECT count(*) FROM messages WHERE kind <> 'incoming' AND html IS NULL)::int AS plain,
         (SELECT count(*) FROM messages AS m WHERE kind = 'reply' AND NOT EXISTS (
           SELECT FROM message_recipients WHERE message_id = m.id AND state = 'sent'))::int AS to_nobody,
         (SELECT count(*) > 20 FROM notifications WHERE user_id = ANY ($1)) AS told,
         (SELECT count(*) FROM outgoing_mails)::int AS mails`,
      [people],
    );
    expect(found).toEqual({ of_nobody: 0, plain: 0, to_nobody: 0, told: true, mails: 0 });
    const [answered] = await app.sql<{ id: number; name: string; text: string }>(
      `SELECT ticket_id::int AS id, name, text FROM messages JOIN tickets ON tickets.id = ticket_id
         JOIN contacts ON contacts.id = requester WHERE kind = 'incoming' ORDER BY messages.id DESC LIMIT 1`,
    );
    const ticket = await app.api.get(`/api/tickets/${String(answered?.id)}`);
    expect(ticket.body).toMatchObject({
      requester: { name: answered?.name, organisation: { name: expect.any(String) as string } },
    });
    const timeline = await app.api.get<{ results: object[] }>(`/api/tickets/${String(answered?.id)}/timeline`);
    expect(timeline.body.results).toContainEqual(
      expect.objectContaining({
        kind: 'incoming',
        text: answered?.text,
        author: expect.objectContaining({ type: 'contact', name: answered?.name }) as object,
      }),
    );
    const byName = await app.api.list({ search: String(answered?.name) });
    expect(byName.results.map(({ id }) => id)).toContain(answered?.id);
    expect((await app.api.get<{ results: object[] }>('/api/canned-answers')).body.results).toHaveLength(3);
  });

  it('use no category that was retired', async () => {
    await app.sql(`UPDATE categories SET active = false WHERE key = 'general'`);
    await seed();
    expect((await app.api.list({ category: 'general' })).count).toBe(0);
    expect((await app.api.list()).count).toBeGreaterThan(0);
  });
});
