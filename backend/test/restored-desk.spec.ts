import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DataSource } from 'typeorm';
import { backUp } from '../../tools/backup/back-up.ts';
import { restore } from '../../tools/backup/restore.ts';
import { EmbeddedPostgres } from '../../tools/postgres/embedded-postgres.ts';
import { prepareDatabase } from '../src/setup/prepare-database.ts';
import { seedDemoTickets } from '../src/setup/seed-demo-tickets.ts';
import { verifyStats } from '../src/setup/verify-stats.ts';
import { CountVerification } from '../src/stats/count-verification.repository.ts';
import { sessionCookie, signIn } from './support/accounts.ts';
import { ApiClient, type TicketBody } from './support/api-client.ts';
import { type TestApp, startApi } from './support/test-app.ts';
import { makeTestPeople } from './support/test-people.ts';

const VARIABLES = { PROCESS_ROLE: 'api', LLM_PROVIDER: 'local' };
const MATTER = { title: 'Charged twice', description: 'My card was charged twice for one invoice.' };

interface Suggestion {
  readonly suggestion_id: string;
  readonly suggested_category: string;
  readonly confidence: unknown;
  readonly source: string;
  readonly model: string;
}

/** How many rows each table has, and a digest of all that stands in them. */
async function contents({ sql }: TestApp): Promise<Map<string, unknown>> {
  const tables = await sql<{ name: string; kept: boolean }>(
    `SELECT relname AS name, relpersistence = 'p' AS kept FROM pg_class
     WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace ORDER BY relname`,
  );
  const told = new Map<string, unknown>();
  for (const { name } of tables.filter(({ kept }) => kept)) {
    const [rows] = await sql(
      `SELECT count(*)::int AS rows, md5(coalesce(string_agg(t::text, '|' ORDER BY t::text), '')) AS digest FROM ${name} AS t`,
    );
    told.set(name, rows);
  }
  return told;
}

describe('a desk that was backed up while it was used, and restored', () => {
  const root = mkdtempSync(join(tmpdir(), 'support-tickets-restored-'));
  const [dataDir, other, file] = ['desk', 'other', 'desk.backup'].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ];
  let cookie: string;
  let ticket: TicketBody;
  let suggested: Suggestion;
  let before: Map<string, unknown>;
  let server: EmbeddedPostgres;
  let app: TestApp;

  beforeAll(async () => {
    const first = await EmbeddedPostgres.start({ dataDir });
    await prepareDatabase(first.url, { seedDemoData: false });
    await makeTestPeople(first.url);
    const desk = await startApi(first.url, VARIABLES);
    await seedDemoTickets(desk.get(DataSource));
    cookie = sessionCookie(await signIn(desk, 'test-agent'));
    const agent = new ApiClient(desk.url, { cookie });
    suggested = (await agent.post<Suggestion>('/api/tickets/classify', MATTER)).body;
    const { suggestion_id, suggested_category: category } = suggested;
    const written = await agent.createTicket({ ...MATTER, category, priority: 'high', suggestion_id });
    const changes = { status: 'in_progress', priority: 'critical' };
    ticket = (await agent.patch<TicketBody>(`/api/tickets/${String(written.id)}`, changes)).body;
    before = await contents(desk);
    await using cleanup = new AsyncDisposableStack();
    await backUp({ dataDir, file, replace: false }, cleanup);
    await desk.close();
    await first.stop();
    await restore({ file, dataDir: other, replace: false });
    server = await EmbeddedPostgres.start({ dataDir: other });
    // As at any start.
    await prepareDatabase(server.url, { seedDemoData: false });
    app = await startApi(server.url, VARIABLES);
  });
  afterAll(async () => {
    await app.close();
    await server.stop();
    rmSync(root, { recursive: true, force: true });
  });

  it('has in every table what it had: people, tickets, their history, suggestions, models', async () => {
    const after = await contents(app);
    expect(after).toEqual(before);
    const rows = (table: string) => (after.get(table) as { rows: number }).rows;
    for (const table of ['users', 'sessions', 'tickets', 'ticket_events', 'suggestions', 'models', 'audit_events'])
      expect([table, rows(table) > 0]).toEqual([table, true]);
  });

  it('has counts that are those of a scan', async () => {
    const { right, words } = await verifyStats(new CountVerification(app.get(DataSource)), { repair: false });
    expect([right, words]).toEqual([true, words]);
  });

  it('knows whoever was signed in, and lets people sign in as before', async () => {
    const agent = new ApiClient(app.url, { cookie });
    const { body } = await agent.get<TicketBody>(`/api/tickets/${String(ticket.id)}`);
    expect(body).toEqual(ticket);
    expect((await signIn(app, 'test-admin')).status).toBe(200);
    expect((await signIn(app, 'test-admin', 'not the password')).status).toBe(401);
  });

  it('suggests with the model that it had, finds its tickets and takes new ones', async () => {
    const agent = new ApiClient(app.url, { cookie });
    const { body } = await agent.post<Suggestion>('/api/tickets/classify', MATTER);
    const { suggested_category, confidence, source, model } = suggested;
    expect(body).toMatchObject({ suggested_category, confidence, source, model });
    const { results } = await agent.list({ search: 'charged twice' });
    expect(results.map(({ id }) => id)).toContain(ticket.id);
    expect((await agent.createTicket()).id).toBeGreaterThan(ticket.id);
  });
});
