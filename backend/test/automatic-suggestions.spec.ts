import type { AuditPageBody } from './support/admin-bodies.ts';
import type { ProblemBody, TicketBody } from './support/api-client.ts';
import { runToEnd, undoToEnd } from './support/bulk-runs.ts';
import { FAKE_LLM_KEY, FakeLlmServer } from './support/fake-llm-server.ts';
import { problem } from './support/problem.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import type { TicketEventListBody } from './support/ticket-event-body.ts';
import { until } from './support/until.ts';

const PATH = '/api/admin/suggestions/automatic';
const text = { title: 'Charged twice', description: 'Two payments for one invoice, nobody answers.' };

interface AutomaticBody {
  category: string;
  enabled: boolean;
  target: number;
  record: { right: number; of: number; bound: number | null };
  why_not: string | null;
  needed: number | null;
  applied: number;
  corrected: number;
  stopped: { at: string; right: number; of: number; bound: number } | null;
  changed_by: number | null;
}
type DetailBody = TicketBody & { suggestion: { suggested_category: string } | null };

const llm = new FakeLlmServer();
let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ OPENAI_BASE_URL: await llm.start(), LLM_API_KEY: FAKE_LLM_KEY });
});
beforeEach(async () => {
  await app.sql('DELETE FROM suggestions');
  await app.sql('DELETE FROM automatic_categories');
});
afterAll(async () => {
  await app.close();
  await llm.stop();
});

const path = ({ id }: { id: number }) => `/api/tickets/${String(id)}`;
const set = (body: unknown, category = 'billing') =>
  app.as('admin').put<AutomaticBody & ProblemBody>(`${PATH}/${category}`, body);
const detail = async (ticket: { id: number }) => (await app.api.get<DetailBody>(path(ticket))).body;

async function billing(): Promise<AutomaticBody> {
  const { body } = await app.as('admin').get<{ results: AutomaticBody[]; usually_needed: number }>(PATH);
  expect(body.usually_needed).toBe(200);
  const found = body.results.find(({ category }) => category === 'billing');
  if (!found) throw new Error('Billing is not listed');
  return found;
}

/** So many suggestions of Billing on which an agent decided, each as the ledger keeps one. */
async function decided(
  count: number,
  final: string,
  shownAs = 'shown',
  source = 'llm',
  confidence: number | null = null,
): Promise<void> {
  await app.sql(
    `INSERT INTO suggestions (input_hash, suggested_category, suggested_priority, category_confidence, source, asked, latency_ms, shown_as,
       chosen_category, chosen_priority, chosen_at, chosen_by, final_category, final_priority, final_at)
     SELECT repeat('a', 64), 'billing', 'low', $5, $3, $3, 1, $4, $2, 'low', now(), users.id, $2, 'low', now()
     FROM generate_series(1, $1), users WHERE username = 'test-agent'`,
    [count, final, source, shownAs, confidence],
  );
}

async function written(fields: object = {}): Promise<TicketBody> {
  return (await app.api.post<TicketBody>('/api/tickets?classify=true', { ...text, ...fields })).body;
}

/** The ticket once the desk has judged it: what it suggests stands in the ledger then. */
async function judged(ticket: { id: number }): Promise<DetailBody> {
  await until(async () => (await app.sql('SELECT 1 FROM suggestions WHERE ticket_id = $1', [ticket.id])).length > 0);
  return detail(ticket);
}

const events = async (ticket: { id: number }) =>
  (await app.api.get<TicketEventListBody>(`${path(ticket)}/events`)).body.results;
const ledger = async (ticket: { id: number }) =>
  (
    await app.sql(
      `SELECT applied_at IS NOT NULL AS applied, chosen_category AS chosen, chosen_by IS NOT NULL AS by_person,
         final_category AS final, corrected FROM suggestions WHERE ticket_id = $1`,
      [ticket.id],
    )
  )[0];
const newestEvent = async () => (await app.as('admin').get<AuditPageBody>('/api/admin/audit?limit=1')).body.results[0];

describe('suggestions that apply by themselves', () => {
  it('are off, and cannot be switched on before the record allows it', async () => {
    expect(await billing()).toMatchObject({
      enabled: false,
      target: 0.9,
      why_not: 'too_few',
      record: { of: 0, bound: null },
    });
    await decided(30, 'billing');
    await decided(19, 'billing', 'hidden');
    // These are no record of suggestions of the LLM that were named alone.
    await decided(100, 'billing', 'abstained');
    await decided(100, 'billing', 'shown', 'local');
    expect(problem(await set({ enabled: true }))).toBe('409 record_too_low');
    await decided(1, 'billing', 'hidden');
    await decided(3, 'technical');
    const below = await billing();
    expect(below).toMatchObject({ why_not: 'below_target', record: { right: 50, of: 53 } });
    expect(below.record.bound).toBeCloseTo(0.8464, 3);
    expect(below.needed).toBeGreaterThan(53);
    const refused = await set({ enabled: true });
    expect(problem(refused)).toBe('409 record_too_low');
    expect(refused.body.detail).toContain('right 50 times of 53, so at least 84.6 % of the time; wanted are 90.0 %');
    expect(await set({ enabled: true, target: 0.8 })).toMatchObject({
      status: 200,
      body: { enabled: true, target: 0.8 },
    });
    expect(await newestEvent()).toMatchObject({
      kind: 'automatic_enabled',
      subject: { type: 'category', id: 'billing', label: 'Billing' },
      details: { target: 0.8, right: 50, of: 53 },
    });
    expect(problem(await set({ enabled: true, target: 0.9 }))).toBe('409 record_too_low');
    expect((await set({ enabled: true, target: 0.75 })).body).toMatchObject({ enabled: true, target: 0.75 });
    expect(await newestEvent()).toMatchObject({ kind: 'automatic_target_changed', details: { target: 0.75 } });
    expect((await set({ enabled: false })).body).toMatchObject({ enabled: false, target: 0.75 });
    expect(await newestEvent()).toMatchObject({ kind: 'automatic_disabled' });
    expect((await set({ enabled: false, target: 0.9 })).body).toMatchObject({ enabled: false, target: 0.9 });
    expect(await newestEvent()).toMatchObject({ kind: 'automatic_target_changed', details: { target: 0.9 } });
  });

  it.each([
    [{}, 'billing', '400 validation_failed enabled not_a_boolean'],
    [{ enabled: 'yes' }, 'billing', '400 validation_failed enabled not_a_boolean'],
    [{ enabled: false, target: 1 }, 'billing', '400 validation_failed target out_of_range'],
    [{ enabled: false, target: null }, 'billing', '400 validation_failed target out_of_range'],
    [{ enabled: false, target: 0.4 }, 'billing', '400 validation_failed target out_of_range'],
    [{ enabled: false }, 'unheard_of', '404 category_not_found'],
  ])('are not set by %j of %s', async (body, category, expected) => {
    expect(problem(await set(body, category))).toBe(expected);
  });

  it('sort what waits and nobody gave a category, as the doing of the desk, which teaches nothing', async () => {
    await decided(200, 'billing');
    await set({ enabled: true });
    const ticket = await written({ priority: 'high' });
    expect(ticket).toMatchObject({ category: 'general', triage: 'pending' });
    expect(await judged(ticket)).toMatchObject({ category: 'billing', priority: 'high', triage: null, version: 2 });
    expect((await events(ticket))[1]).toMatchObject({
      ...{ kind: 'changed', actor: null, via: 'system' },
      changes: [
        { field: 'category', from: 'general', to: 'billing', suggested: { value: 'billing' } },
        { field: 'triage', from: 'pending', to: null },
      ],
    });
    expect(await ledger(ticket)).toEqual({
      applied: true,
      chosen: null,
      by_person: false,
      final: null,
      corrected: false,
    });
    const own = await written({ category: 'account' });
    expect(await judged(own)).toMatchObject({ category: 'account', triage: 'pending' });
    expect(await billing()).toMatchObject({ record: { right: 200, of: 200 }, applied: 1, corrected: 0 });
    const { body } = await app
      .as('admin')
      .get<Record<string, unknown>>('/api/admin/suggestions/quality?field=category');
    expect(body).toMatchObject({ automatic: { applied: 1, corrected: 0 }, confirmed: 200 });
  });

  it('are put right like any other: that is a correction, and a priority alone decides nothing', async () => {
    await decided(200, 'billing');
    await set({ enabled: true });
    const ticket = await written();
    await judged(ticket);
    await app.api.patch(path(ticket), { priority: 'low' });
    expect(await ledger(ticket)).toMatchObject({ chosen: null, final: null, corrected: false });
    await app.api.patch(path(ticket), { category: 'account' });
    expect(await ledger(ticket)).toEqual({
      ...{ applied: true, chosen: 'account', by_person: true, final: 'account', corrected: true },
    });
    expect(await billing()).toMatchObject({ record: { right: 200, of: 201 }, applied: 1, corrected: 1 });
  });

  it('are put elsewhere with many others, and stand as they were when that is taken back', async () => {
    await decided(200, 'billing');
    await set({ enabled: true });
    const ticket = await written();
    await judged(ticket);
    const action = { kind: 'change', changes: { category: 'account' } };
    const { id } = await runToEnd(app.as('admin'), { selection: { ids: [ticket.id] }, action });
    expect(await ledger(ticket)).toMatchObject({ applied: true, chosen: 'account', final: 'account', corrected: true });
    await undoToEnd(app.as('admin'), id);
    expect(await ledger(ticket)).toEqual({
      ...{ applied: true, chosen: null, by_person: false, final: null, corrected: false },
    });
    expect(await billing()).toMatchObject({ record: { right: 200, of: 200 }, applied: 1, corrected: 0 });
  });

  it('are taken back: the ticket waits again, and who then sorts it decides like anybody', async () => {
    await decided(200, 'billing');
    await set({ enabled: true });
    const ticket = await written();
    await judged(ticket);
    await app.api.patch(path(ticket), { category: 'general', triage: 'pending' });
    expect(await ledger(ticket)).toMatchObject({ applied: false, chosen: null, corrected: false });
    await app.api.patch(path(ticket), { category: 'billing' });
    expect(await ledger(ticket)).toMatchObject({
      chosen: 'billing',
      by_person: true,
      final: 'billing',
      corrected: false,
    });
    expect(await billing()).toMatchObject({ record: { right: 201, of: 201 }, applied: 0 });
  });

  it('stop by themselves when the record falls, with the figures, and what comes then waits', async () => {
    await decided(53, 'billing');
    await decided(1, 'account');
    expect((await set({ enabled: true })).body.enabled).toBe(true);
    const ticket = await written();
    await judged(ticket);
    await app.api.patch(path(ticket), { category: 'account' });
    await until(async () => !(await billing()).enabled);
    expect(await billing()).toMatchObject({
      ...{ enabled: false, why_not: 'below_target', changed_by: null },
      stopped: { right: 53, of: 55, bound: expect.any(Number) as number },
    });
    expect(await newestEvent()).toMatchObject({
      ...{ kind: 'automatic_stopped', actor: null, via: 'system' },
      subject: { id: 'billing' },
      details: { target: 0.9, right: 53, of: 55 },
    });
    expect(await judged(await written())).toMatchObject({ category: 'general', triage: 'pending' });
    await decided(100, 'billing');
    expect((await set({ enabled: true })).body).toMatchObject({ enabled: true, stopped: null });
  });

  it('do not begin where the record fell unheard', async () => {
    await decided(200, 'billing');
    await set({ enabled: true });
    await decided(60, 'account');
    expect(await judged(await written())).toMatchObject({ category: 'general', triage: 'pending' });
    expect(await billing()).toMatchObject({ enabled: false, stopped: { right: 200, of: 260 } });
  });

  it('are none that are less than 75 % sure, in the record or beside a ticket', async () => {
    await decided(60, 'account', 'shown', 'llm', 0.74);
    await decided(60, 'billing', 'shown', 'llm', 0.75);
    expect(await billing()).toMatchObject({ why_not: null, record: { right: 60, of: 60 } });
    await set({ enabled: true });
    const sure = (category: number) =>
      llm.behave({ kind: 'answer', category: 'billing', priority: 'low', confidence: { category, priority: 0.9 } });
    sure(0.74);
    expect(await judged(await written())).toMatchObject({
      ...{ category: 'general', triage: 'pending' },
      suggestion: { suggested_category: 'billing' },
    });
    sure(0.75);
    expect(await judged(await written({ title: 'Charged thrice' }))).toMatchObject({
      category: 'billing',
      triage: null,
    });
    llm.behave({ kind: 'keywords' });
  });

  it('leave the hidden share to people', async () => {
    await decided(200, 'billing');
    await set({ enabled: true });
    await app.as('admin').patch('/api/admin/suggestions/settings', { hidden_share: 0.5 });
    const asked = [];
    for (let n = 0; n < 20; n++) asked.push(await written());
    const tickets = [];
    for (const ticket of asked) tickets.push(await judged(ticket));
    const waiting = tickets.filter(({ triage }) => triage === 'pending');
    // All or none of 20: once in 500,000.
    expect(waiting.length).toBeGreaterThan(0);
    expect(waiting.length).toBeLessThan(20);
  });
});
