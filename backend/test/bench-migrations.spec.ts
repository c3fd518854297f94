import { DataSource } from 'typeorm';
import { fillDesk } from '../bench/load/desk-filling.ts';
import { allMigrations, measuredMigrations, takeBack } from '../bench/migrations/migrations-bench.ts';
import { migrationLine, migrationsMarkdown } from '../bench/migrations/migrations-table.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
  await fillDesk(app.get(DataSource), { tickets: 200, now: new Date(), rareWords: 300 }, () => undefined);
});
afterAll(() => app.close());

it('the bench of migrations runs them again while others read and write, and tells what each locks', async () => {
  const first = allMigrations().find(({ name }) => name.startsWith('LedgerOfDecisions'))!.name;
  const taken: string[] = [];
  await takeBack(app.databaseUrl, first, (name) => taken.push(name));
  const told: string[] = [];
  const results = await measuredMigrations(app.databaseUrl, first, (result) => told.push(migrationLine(result)));

  expect(results.map(({ migration }) => migration)).toEqual(taken.reverse());
  expect(results.filter(({ failed }) => failed > 0)).toEqual([]);
  for (const asked of ['reads', 'writes'] as const)
    expect(results.reduce((sum, result) => sum + result[asked], 0)).toBeGreaterThan(0);
  const noted = results.find(({ migration }) => migration.startsWith('NoteTransactions'));
  expect(noted?.locks).toEqual([
    { table: 'ticket_events', mode: 'AccessExclusiveLock', held: expect.any(Number) as number },
  ]);
  expect(told).toHaveLength(results.length);
  expect(migrationsMarkdown(results)).toContain('| NoteTransactions | ');
  expect(migrationsMarkdown(results)).not.toContain('TellPresence');
});
