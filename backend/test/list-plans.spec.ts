import { TICKET_ORDERS } from '../src/tickets/domain/ticket-sort.ts';
import type { TicketFilter } from '../src/tickets/domain/ticket-filter.ts';
import { filteredSlice } from '../src/tickets/ticket-list.sql.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { insertTickets } from './support/ticket-rows.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await insertTickets(
    app,
    `(title, description, category, priority, created_at)
     SELECT 'Ticket ' || n, 'x', 'general', 'low', now() - n * interval '1 minute' FROM generate_series(1, 5000) AS n`,
  );
  await app.sql('VACUUM ANALYZE tickets');
});
afterAll(() => app.close());

/** How PostgreSQL would look for the newest tickets that pass a filter. */
async function planOf(filter: TicketFilter): Promise<string> {
  const slice = { filter, order: TICKET_ORDERS.newest, categories: [], search: null, after: null, limit: 21 };
  const { sql, parameters } = filteredSlice(slice, { counting: false });
  const rows = await app.sql<{ 'QUERY PLAN': string }>(`EXPLAIN ${sql}`, [...parameters]);
  return rows.map((row) => row['QUERY PLAN']).join('\n');
}

describe('the newest tickets of a kind', () => {
  it.each<[string, string, TicketFilter]>([
    ['category', 'tickets_category_newest_idx', { category: ['account'], triage: 'sorted' }],
    ['categories', 'tickets_category_newest_idx', { category: ['account', 'billing'], triage: 'sorted' }],
    ['priority', 'tickets_priority_newest_idx', { priority: ['critical'], triage: 'sorted' }],
    ['status', 'tickets_status_newest_idx', { status: ['closed'] }],
  ])('are not looked for among all tickets when hardly any has that %s', async (_field, index, filter) => {
    const plan = await planOf(filter);
    expect(plan).toContain(index);
    expect(plan).not.toMatch(/tickets_newest_idx|Seq Scan on tickets/);
  });
});
