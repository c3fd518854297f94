import type { ProblemBody } from './support/api-client.ts';
import { type TestApp, startReplica, startTestApp } from './support/test-app.ts';
import { clearTickets, insertTickets } from './support/ticket-rows.ts';

interface StatsBody {
  as_of: string;
  time_zone: string;
  unresolved_tickets: number;
  unassigned_tickets: number;
  unresolved_priority_breakdown: Record<string, number>;
  unresolved_category_breakdown: Record<string, number>;
  total_tickets: number;
  open_tickets: number;
  avg_tickets_per_day: number;
  priority_breakdown: Record<string, number>;
  category_breakdown: Record<string, number>;
  status_breakdown: Record<string, number>;
  created_per_day: { date: string; count: number }[];
  resolved_per_day: { date: string; count: number }[];
}

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());
beforeEach(() => clearTickets(app));

const stats = async (query = '') => (await app.api.get<StatsBody>(`/api/tickets/stats${query}`)).body;

/** When a day of a time zone began, so many days ago, in SQL. */
const dayOf = (timeZone: string, days = 0) =>
  `(date_trunc('day', now() AT TIME ZONE '${timeZone}') - interval '${String(days)} days') AT TIME ZONE '${timeZone}'`;

/** Midnight UTC so many days ago, in SQL. */
const daysAgo = (days: number) => `(date_trunc('day', now(), 'UTC') - interval '${String(days)} days')`;

const insert = (createdAt: string, values: { status?: string; resolvedAt?: string; priority?: string } = {}) =>
  insertTickets(
    app,
    `(title, description, category, priority, status, created_at, resolved_at, closed_at)
    VALUES ('t', 'd', 'billing', '${values.priority ?? 'low'}', '${values.status ?? 'open'}', ${createdAt}, ${values.resolvedAt ?? 'NULL'},
      ${values.status === 'closed' ? 'now()' : 'NULL'})`,
  );

describe('GET /api/tickets/stats', () => {
  it('shows every key with zero on the first day', async () => {
    const figures = await stats();
    expect(figures).toMatchObject({
      total_tickets: 0,
      open_tickets: 0,
      avg_tickets_per_day: 0,
      priority_breakdown: { low: 0, medium: 0, high: 0, critical: 0 },
      category_breakdown: { billing: 0, technical: 0, account: 0, general: 0 },
      status_breakdown: { open: 0, in_progress: 0, resolved: 0, closed: 0 },
    });
    expect(figures.created_per_day).toHaveLength(30);
    expect(figures.resolved_per_day).toHaveLength(30);
    expect(figures.created_per_day.every(({ count }) => count === 0)).toBe(true);
  });

  it('follows what agents do', async () => {
    const first = await app.api.createTicket({ category: 'billing', priority: 'high' });
    await app.api.createTicket({ category: 'technical', priority: 'critical' });
    await app.api.patch(`/api/tickets/${String(first.id)}`, { status: 'resolved' });
    const figures = await stats();
    expect(figures).toMatchObject({
      total_tickets: 2,
      open_tickets: 1,
      avg_tickets_per_day: 2,
      priority_breakdown: { low: 0, medium: 0, high: 1, critical: 1 },
      category_breakdown: { billing: 1, technical: 1, account: 0, general: 0 },
      status_breakdown: { open: 1, in_progress: 0, resolved: 1, closed: 0 },
    });
    expect(figures.created_per_day.at(-1)?.count).toBe(2);
    expect(figures.resolved_per_day.at(-1)?.count).toBe(1);
  });

  it('counts what is unresolved apart, and what of it nobody works on', async () => {
    const mine = await app.api.createTicket({ category: 'billing', priority: 'high', assignee: 1 });
    await app.api.createTicket({ category: 'technical', priority: 'critical' });
    const done = await app.api.createTicket({ category: 'technical', priority: 'low' });
    await app.api.patch(`/api/tickets/${String(mine.id)}`, { status: 'in_progress' });
    await app.api.patch(`/api/tickets/${String(done.id)}`, { status: 'closed' });
    const before = Date.now();
    const figures = await stats();
    expect(figures).toMatchObject({
      ...{ total_tickets: 3, open_tickets: 1, unresolved_tickets: 2, unassigned_tickets: 1 },
      unresolved_priority_breakdown: { low: 0, medium: 0, high: 1, critical: 1 },
      unresolved_category_breakdown: { billing: 1, technical: 1, account: 0, general: 0 },
      priority_breakdown: { low: 1, medium: 0, high: 1, critical: 1 },
      category_breakdown: { billing: 1, technical: 2, account: 0, general: 0 },
    });
    expect(Date.parse(figures.as_of)).toBeGreaterThanOrEqual(before);
  });

  it.each([
    ['one ticket today', [0], 1],
    ['one ticket yesterday: two days count', [1], 0.5],
    ['three tickets over ten days', [9, 9, 0], 0.3],
    ['two tickets over three days, rounded to one decimal', [2, 1], 0.7],
  ])('averages %s', async (_, days, average) => {
    for (const day of days) await insert(daysAgo(day));
    expect((await stats()).avg_tickets_per_day).toBe(average);
  });

  it.each(['Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Asia/Kolkata', 'Pacific/Auckland', 'Australia/Lord_Howe'])(
    'counts by the days of %s when asked to',
    async (timeZone) => {
      await insert(dayOf(timeZone), { status: 'resolved', resolvedAt: dayOf(timeZone) });
      await insert(`${dayOf(timeZone)} - interval '1 millisecond'`);
      await insert(dayOf(timeZone, 29));
      await insert(`${dayOf(timeZone, 29)} - interval '1 millisecond'`);
      const { time_zone, created_per_day, resolved_per_day } = await stats(`?tz=${timeZone}`);
      expect(time_zone).toBe(timeZone);
      const counts = created_per_day.map(({ count }) => count);
      expect([counts[0], counts.at(-2), counts.at(-1)]).toEqual([1, 1, 1]);
      expect(counts.reduce((sum, count) => sum + count)).toBe(3);
      expect(resolved_per_day.at(-1)?.count).toBe(1);
      const [today] = await app.sql<{ date: string }>(`SELECT (now() AT TIME ZONE $1)::date::text AS date`, [timeZone]);
      expect(created_per_day.at(-1)?.date).toBe(today?.date);
    },
  );

  it('averages by the days of the time zone that is asked for', async () => {
    // The one is always a day ahead of the other.
    await insert(dayOf('Pacific/Kiritimati'));
    expect((await stats('?tz=Pacific/Kiritimati')).avg_tickets_per_day).toBe(1);
    await insert(`${dayOf('Pacific/Kiritimati')} - interval '1 millisecond'`);
    await insert('now()');
    expect((await stats('?tz=Pacific/Kiritimati')).avg_tickets_per_day).toBe(1.5);
  });

  it('counts by the days of the desk when nobody asks for others', async () => {
    expect(await stats()).toMatchObject({ time_zone: 'UTC' });
    expect(await stats('?tz=')).toMatchObject({ time_zone: 'UTC' });
    const inAuckland = await startReplica(app, { TIME_ZONE: 'pacific/auckland' });
    const { body } = await inAuckland.api.get<StatsBody>('/api/tickets/stats');
    expect(body.time_zone).toBe('Pacific/Auckland');
  });

  it.each(['Mars/Base', '%2B03:00', 'local', '..%2Fetc', 'UTC%00', "UTC'--", 'UTC&tz=UTC'])(
    'knows no days of %s',
    async (timeZone) => {
      const { status, body } = await app.api.get<ProblemBody>(`/api/tickets/stats?tz=${timeZone}`);
      expect([status, body.code, body.errors?.[0]?.field, body.errors?.[0]?.code]).toEqual([
        ...[400, 'validation_failed', 'tz', 'unknown_value'],
      ]);
    },
  );

  it('counts by UTC days, thirty of them, today included', async () => {
    await insert(`${daysAgo(0)} - interval '1 millisecond'`);
    await insert(daysAgo(0));
    await insert(daysAgo(29), { status: 'closed', resolvedAt: daysAgo(28) });
    await insert(`${daysAgo(29)} - interval '1 millisecond'`, { status: 'resolved', resolvedAt: daysAgo(40) });
    const { created_per_day, resolved_per_day, total_tickets } = await stats();
    const today = new Date().toISOString().slice(0, 10);
    expect(created_per_day.at(-1)).toEqual({ date: today, count: 1 });
    expect(created_per_day.at(-2)?.count).toBe(1);
    expect(created_per_day[0]?.count).toBe(1);
    expect(created_per_day.reduce((sum, { count }) => sum + count, 0)).toBe(3);
    expect(resolved_per_day.map(({ count }) => count)).toEqual([0, 1, ...Array.from({ length: 28 }, () => 0)]);
    expect(total_tickets).toBe(4);
    const dates = created_per_day.map(({ date }) => date);
    expect([...dates].sort()).toEqual(dates);
    expect(new Set(dates).size).toBe(30);
  });
});
