import { beforeMigration, withApiOver } from './support/earlier-schema.ts';
import type { SuggestionBody } from './support/suggestion-body.ts';
import { type TestDatabase, createTestDatabase } from './support/test-database.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

const TEXT = { title: 'Charged twice', description: 'My card was charged twice for the invoice of this month.' };
const LEDGER = 'SELECT id, chosen_by, final_category, final_priority, final_at, corrected FROM suggestions ORDER BY id';
const VALID = `SELECT count(*)::int AS unchecked FROM pg_constraint WHERE NOT convalidated`;

it('a ledger from before it kept who chose and what became of it learns both from the tickets and their history', async () => {
  const told = await withApiOver(database, async ({ api, sql }) => {
    const suggested = async (change?: object) => {
      const { body: suggestion } = await api.post<SuggestionBody>('/api/tickets/classify', TEXT);
      const { id } = await api.createTicket({
        ...{ ...TEXT, category: 'billing', priority: 'high', suggestion_id: suggestion.suggestion_id },
      });
      if (change) await api.patch(`/api/tickets/${String(id)}`, change);
    };
    await suggested();
    await suggested({ category: 'technical' });
    await suggested({ status: 'closed' });
    await api.post('/api/tickets/classify', { ...TEXT, title: 'Nobody chose' });
    return sql(LEDGER);
  });
  expect(told.map(({ final_category, corrected }) => [final_category, corrected])).toEqual([
    ...[
      ['billing', false],
      ['technical', true],
      ['billing', false],
    ],
    [null, false],
  ]);

  await beforeMigration(database, 'LedgerOfDecisions', () => Promise.resolve());

  await withApiOver(database, async ({ sql }) => {
    expect(await sql(LEDGER)).toEqual(told);
    expect(await sql(VALID)).toEqual([{ unchecked: 0 }]);
  });
});
