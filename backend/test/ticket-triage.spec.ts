import { ConfirmedTicketsRepository } from '../src/learning/confirmed-tickets.repository.ts';
import type { ProblemBody, TicketBody } from './support/api-client.ts';
import { runToEnd, undoToEnd } from './support/bulk-runs.ts';
import { FAKE_LLM_KEY, FakeLlmServer } from './support/fake-llm-server.ts';
import type { SuggestionBody } from './support/suggestion-body.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import type { TicketEventListBody } from './support/ticket-event-body.ts';

const llm = new FakeLlmServer();
const text = { title: 'Charged twice', description: 'Two payments for one invoice, nobody answers.' };

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ LLM_PROVIDER: 'openai', OPENAI_BASE_URL: await llm.start(), LLM_API_KEY: FAKE_LLM_KEY });
});
beforeEach(() => {
  llm.reset();
});
afterAll(async () => {
  await app.close();
  await llm.stop();
});

type DetailBody = TicketBody & { duplicates: number[]; suggestion: SuggestionBody | null };

const path = ({ id }: { id: number }) => `/api/tickets/${String(id)}`;

async function pendingTicket(fields: object = {}): Promise<TicketBody> {
  const { status, body } = await app.api.post<TicketBody>('/api/tickets?classify=true', { ...text, ...fields });
  expect(status).toBe(201);
  return body;
}

async function detail(ticket: { id: number }): Promise<DetailBody> {
  return (await app.api.get<DetailBody>(path(ticket))).body;
}

/** The ticket as soon as something is suggested for it. */
async function suggested(ticket: { id: number }): Promise<DetailBody> {
  for (;;) {
    const now = await detail(ticket);
    if (now.suggestion) return now;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function changes(ticket: { id: number }, index: number) {
  const { body } = await app.api.get<TicketEventListBody>(`${path(ticket)}/events`);
  return body.results[index]?.changes.map(({ field, from, to, suggested: beside }) => [field, from, to, beside?.value]);
}

async function ledger(ticket: { id: number }): Promise<Record<string, unknown> | undefined> {
  const [row] = await app.sql(
    `SELECT suggested_category AS suggested, chosen_category AS chosen, chosen_by, final_category AS final, final_priority,
       corrected, shown_as FROM suggestions WHERE ticket_id = $1`,
    [ticket.id],
  );
  return row;
}

describe('a ticket that nobody has sorted', () => {
  it('is written at once with general and medium, and a suggestion comes to stand beside it', async () => {
    const ticket = await pendingTicket();
    expect(ticket).toMatchObject({ category: 'general', priority: 'medium', triage: 'pending', version: 1 });
    const now = await suggested(ticket);
    expect(now).toMatchObject({ category: 'general', priority: 'medium', triage: 'pending', version: 1 });
    expect(now.suggestion).toMatchObject({
      ...{ suggested_category: 'billing', source: 'llm', model: 'gpt-4o-mini', abstained: false, hidden: false },
      options: { category: ['billing'] },
      reasons: { category: expect.arrayContaining(['invoice']) as string[] },
    });
    expect(await changes(ticket, 0)).toEqual([
      ['status', null, 'open', undefined],
      ['triage', null, 'pending', undefined],
    ]);
    expect(await ledger(ticket)).toMatchObject({ suggested: 'billing', chosen: null, final: null, shown_as: 'shown' });
  });

  it('is told of the notice when the LLM fails', async () => {
    llm.behave({ kind: 'refusal' });
    const { suggestion } = await suggested(await pendingTicket());
    expect(suggestion).toMatchObject({
      ...{ source: 'default', model: null, suggested_category: 'general', options: { category: [], priority: [] } },
      notice: 'The model declined to judge this text, so the defaults are filled in.',
    });
  });

  it('is sorted by whoever decides its category, and the ledger keeps the choice and what becomes of it', async () => {
    const ticket = await suggested(await pendingTicket());
    const { body } = await app.api.patch<DetailBody>(path(ticket), { category: 'billing', priority: 'high' });
    expect(body).toMatchObject({ category: 'billing', priority: 'high', triage: null, suggestion: null });
    const { suggested_priority: proposed } = ticket.suggestion ?? {};
    expect(await changes(ticket, 1)).toEqual([
      ['category', 'general', 'billing', 'billing'],
      ['priority', 'medium', 'high', proposed],
      ['triage', 'pending', null, undefined],
    ]);
    expect(await ledger(ticket)).toMatchObject({ chosen: 'billing', final: 'billing', corrected: false });
    expect(Number((await ledger(ticket))?.['chosen_by'])).toBe(ticket.created_by);
    await app.as('admin').patch(path(ticket), { category: 'technical' });
    expect(await ledger(ticket)).toMatchObject({ chosen: 'billing', final: 'technical', corrected: true });
    await app.api.patch(path(ticket), { category: 'billing' });
    expect(await ledger(ticket)).toMatchObject({ final: 'billing', corrected: false });
  });

  it('is sorted as it is by saying so, also by naming the value it has', async () => {
    const [one, other] = [await suggested(await pendingTicket()), await pendingTicket()];
    const said = await app.api.patch<TicketBody>(path(one), { triage: null });
    expect(said.body).toMatchObject({ category: 'general', triage: null, version: 2 });
    expect(await ledger(one)).toMatchObject({ suggested: 'billing', chosen: 'general', final: 'general' });
    const named = await app.api.patch<TicketBody>(path(other), { category: 'general' });
    expect(named.body).toMatchObject({ category: 'general', triage: null, version: 2 });
  });

  it('waits on when anything else changes, and waits again when somebody puts it back', async () => {
    const ticket = await suggested(await pendingTicket());
    const worked = await app.api.patch<TicketBody>(path(ticket), { status: 'in_progress' });
    expect(worked.body.triage).toBe('pending');
    await app.api.patch(path(ticket), { category: 'account' });
    const undo = { category: 'general', triage: 'pending' };
    expect((await app.api.patch<DetailBody>(path(ticket), undo)).body).toMatchObject({
      ...undo,
      suggestion: { suggested_category: 'billing' },
    });
    expect(await ledger(ticket)).toMatchObject({ chosen: null, chosen_by: null, final: null, corrected: false });
  });

  it('has a suggestion that follows when its category is merged into another', async () => {
    await app.as('admin').post('/api/admin/categories', { label: 'Parcels' });
    llm.behave({ kind: 'answer', category: 'parcels', priority: 'high' });
    const ticket = await suggested(await pendingTicket());
    expect(ticket.suggestion).toMatchObject({ suggested_category: 'parcels', options: { category: ['parcels'] } });
    await app.as('admin').post('/api/admin/categories/parcels/merge', { into: 'account' });

    expect((await detail(ticket)).suggestion).toMatchObject({
      suggested_category: 'account',
      options: { category: ['account'] },
    });
    // Of two that are one by now, one is left.
    await app.sql(
      `UPDATE suggestions SET details = jsonb_set(details, '{category}', details -> 'category' ||
         '{"options": ["parcels", "account"], "option_words": {"parcels": ["twice"], "account": ["nobody"]}}')
       WHERE ticket_id = $1`,
      [ticket.id],
    );
    expect((await detail(ticket)).suggestion).toMatchObject({ options: { category: ['account'] }, option_reasons: [] });
  });

  it('waits again as it was when the decision that ended it is taken back, and then nothing was decided', async () => {
    const ticket = await suggested(await pendingTicket());
    await app.api.patch(path(ticket), { category: 'billing', priority: 'high' });
    const back = await app.as('admin').patch<DetailBody>(path(ticket), { triage: 'pending' });
    expect(back.body).toMatchObject({ category: 'general', priority: 'medium', triage: 'pending', version: 3 });
    expect(await changes(ticket, 2)).toEqual([
      ['category', 'billing', 'general', undefined],
      ['priority', 'high', 'medium', undefined],
      ['triage', null, 'pending', undefined],
    ]);
    expect(await ledger(ticket)).toMatchObject({ chosen: null, final: null, corrected: false });
    const again = await app.api.patch<DetailBody>(path(ticket), { triage: 'pending', status: 'in_progress' });
    expect(again.body).toMatchObject({ triage: 'pending', status: 'in_progress', category: 'general' });
  });

  it('waits again too when what was decided over it since has been taken back, step by step', async () => {
    const ticket = await pendingTicket();
    await app.api.patch(path(ticket), { priority: 'high' });
    await app.api.patch(path(ticket), { category: 'billing' });
    await app.api.patch(path(ticket), { category: 'general' });
    const back = await app.api.patch<DetailBody>(path(ticket), { triage: 'pending' });
    expect(back.body).toMatchObject({ category: 'general', priority: 'medium', triage: 'pending' });
  });

  it('does not wait again for any other reason', async () => {
    const refusal = async (ticket: { id: number }, edit: object) => {
      const { status, body } = await app.api.patch<ProblemBody>(path(ticket), edit);
      expect(status).toBe(400);
      return body.errors?.map(({ field, code }) => `${field} ${code}`);
    };
    const [never, decided, duplicate] = [await app.api.createTicket(), await pendingTicket(), await pendingTicket()];
    expect(await refusal(never, { triage: 'pending' })).toEqual(['triage never_waited']);
    expect(await refusal(decided, { triage: 'pending', category: 'billing' })).toEqual(['triage decided']);
    await app.api.patch(path(decided), { category: 'billing' });
    expect(await refusal(decided, { triage: 'pending', priority: 'low' })).toEqual(['triage decided']);
    await app.api.patch(path(decided), { priority: 'low' });
    expect(await refusal(decided, { triage: 'pending' })).toEqual(['triage decided_since']);
    await app.api.patch(path(duplicate), { duplicate_of: never.id });
    expect(await refusal(duplicate, { triage: 'pending' })).toEqual(['triage is_duplicate']);
  });

  it('keeps what was decided of it', async () => {
    const ticket = await pendingTicket({ category: 'account' });
    expect(ticket).toMatchObject({ category: 'account', priority: 'medium', triage: 'pending' });
    expect(await changes(ticket, 0)).toEqual([
      ['status', null, 'open', undefined],
      ['category', null, 'account', undefined],
      ['triage', null, 'pending', undefined],
    ]);
    const whole = await pendingTicket({ category: 'account', priority: 'low' });
    expect(whole).toMatchObject({ category: 'account', priority: 'low', triage: null });
  });

  it('is listed by itself, and found by no category or priority that is only filled in', async () => {
    const ticket = await pendingTicket({ title: 'Lonesome zeppelin' });
    const ids = async (query: Record<string, string>) =>
      (await app.api.list({ search: 'zeppelin', ...query })).results.map(({ id }) => id);
    expect(await ids({ triage: 'pending' })).toEqual([ticket.id]);
    expect(await ids({ triage: 'pending', category: 'general' })).toEqual([ticket.id]);
    expect(await ids({})).toEqual([ticket.id]);
    expect(await ids({ category: 'general' })).toEqual([]);
    const count = async (query: Record<string, string>) => (await app.api.list(query)).count;
    const before = [await count({ category: 'general' }), await count({ priority: 'medium', status: 'open' })];
    await app.api.patch(path(ticket), { triage: null });
    const after = [await count({ category: 'general' }), await count({ priority: 'medium', status: 'open' })];
    expect(after).toEqual(before.map((n) => n + 1));
    expect(await ids({ triage: 'pending' })).toEqual([]);
  });

  it('is counted apart in the figures and beside the views', async () => {
    interface Stats {
      total_tickets: number;
      pending_tickets: number;
      category_breakdown: Record<string, number>;
      unresolved_priority_breakdown: Record<string, number>;
    }
    const read = async () => ({
      ...(await app.api.get<Stats>('/api/tickets/stats')).body,
      views: (await app.api.get<{ pending: number }>('/api/tickets/views')).body.pending,
    });
    const before = await read();
    const ticket = await pendingTicket();
    expect(await read()).toMatchObject({
      total_tickets: before.total_tickets + 1,
      pending_tickets: before.pending_tickets + 1,
      category_breakdown: before.category_breakdown,
      unresolved_priority_breakdown: before.unresolved_priority_breakdown,
      views: before.views + 1,
    });
    await app.api.patch(path(ticket), { triage: null });
    const after = await read();
    expect(after.category_breakdown['general']).toBe((before.category_breakdown['general'] ?? 0) + 1);
    expect([after.pending_tickets, after.views]).toEqual([before.pending_tickets, before.views]);
  });

  it.each([
    ['without the word for it', '/api/tickets', text, ['category required', 'priority required']],
    ['with a no', '/api/tickets?classify=false', text, ['category required', 'priority required']],
    ['with a word that is neither', '/api/tickets?classify=perhaps', text, ['classify unknown_value']],
    ['with a bad category', '/api/tickets?classify=true', { ...text, category: 'nope' }, ['category unknown_value']],
    ['with a bad priority', '/api/tickets?classify=true', { ...text, priority: 'nope' }, ['priority unknown_value']],
    ['without texts', '/api/tickets?classify=true', {}, ['description required', 'title required']],
    [
      'with a suggestion in view',
      '/api/tickets?classify=true',
      { ...text, suggestion_id: '019643f2-6a5e-7c3b-9d0e-3f1d2c4b5a69' },
      ['suggestion_id not_decided'],
    ],
  ])('is refused %s', async (_, address, body, expected) => {
    const answer = await app.api.post<ProblemBody>(address, body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors?.map(({ field, code }) => `${field} ${code}`).sort()).toEqual(expected);
  });
});

describe('many tickets that nobody has sorted', () => {
  const change = (tickets: readonly { id: number }[], changes: object) =>
    runToEnd(app.as('admin'), {
      selection: { ids: tickets.map(({ id }) => id) },
      action: { kind: 'change', changes },
    });
  const undo = ({ id }: { id: string }) => undoToEnd(app.as('admin'), id);
  const learned = async (ticket: { id: number }) =>
    (await app.get(ConfirmedTicketsRepository).among([ticket.id])).map(({ category, isCorrection }) => ({
      category,
      isCorrection,
    }));
  const nothing = { chosen: null, chosen_by: null, final: null, final_priority: null, corrected: false };

  it('are sorted by a category for all, which the ledger keeps and the desk learns, until that is taken back', async () => {
    const ticket = await suggested(await pendingTicket());
    const run = await change([ticket], { category: 'account' });
    expect(await detail(ticket)).toMatchObject({ category: 'account', priority: 'medium', triage: null });
    expect(await ledger(ticket)).toMatchObject({ chosen: 'account', final: 'account', corrected: false });
    expect(await learned(ticket)).toEqual([{ category: 'account', isCorrection: false }]);
    expect(await undo(run)).toMatchObject({ changed: 1, failed: 0 });
    expect(await detail(ticket)).toMatchObject({ category: 'general', triage: 'pending' });
    expect(await ledger(ticket)).toMatchObject(nothing);
    expect(await learned(ticket)).toEqual([]);
  });

  it('wait no more with a priority for all, which says nothing of their categories', async () => {
    const ticket = await suggested(await pendingTicket());
    const run = await change([ticket], { priority: 'high' });
    expect(await detail(ticket)).toMatchObject({ category: 'general', priority: 'high', triage: null });
    expect(await ledger(ticket)).toMatchObject(nothing);
    expect(await learned(ticket)).toEqual([]);
    await undo(run);
    expect(await detail(ticket)).toMatchObject({ category: 'general', priority: 'medium', triage: 'pending' });
    expect(await ledger(ticket)).toMatchObject(nothing);
  });

  it('get the first choice of a category from who makes it after that, and back when that is taken back', async () => {
    const ticket = await suggested(await pendingTicket());
    await change([ticket], { priority: 'high' });
    const run = await change([ticket], { category: 'billing' });
    expect(await ledger(ticket)).toMatchObject({ chosen: 'billing', final: 'billing', corrected: false });
    await undo(run);
    expect(await detail(ticket)).toMatchObject({ category: 'general', priority: 'high', triage: null });
    expect(await ledger(ticket)).toMatchObject(nothing);
  });

  it('wait on with a status or an assignee for all', async () => {
    const ticket = await suggested(await pendingTicket());
    const run = await change([ticket], { status: 'in_progress', assignee: ticket.created_by });
    expect(await detail(ticket)).toMatchObject({ status: 'in_progress', triage: 'pending' });
    await undo(run);
    expect(await detail(ticket)).toMatchObject({ status: 'open', assignee: null, triage: 'pending' });
    expect(await ledger(ticket)).toMatchObject(nothing);
  });

  it('do not wait again where somebody has decided over it since, or called it a duplicate', async () => {
    const tickets = [await suggested(await pendingTicket()), await pendingTicket(), await pendingTicket()] as const;
    const [urgent, duplicate, again] = tickets;
    const run = await change(tickets, { category: 'account' });
    await app.api.patch(path(urgent), { priority: 'critical' });
    const original = await app.api.createTicket();
    await app.api.patch(path(duplicate), { duplicate_of: original.id });
    await app.api.patch(path(again), { triage: 'pending' });
    await app.api.patch(path(again), { category: 'account' });
    const undone = await undo(run);
    expect(undone).toMatchObject({ changed: 0, failed: 3 });
    expect(undone.failures.map(({ ticket }) => ticket)).toEqual(tickets.map(({ id }) => id));
    expect(await detail(urgent)).toMatchObject({ category: 'account', priority: 'critical', triage: null });
    expect(await ledger(urgent)).toMatchObject({ chosen: 'account', final: 'account', final_priority: 'critical' });
    expect(await detail(duplicate)).toMatchObject({ category: 'account', triage: null, duplicate_of: original.id });
    expect(await detail(again)).toMatchObject({ category: 'account', triage: null });
  });

  it('are corrected by a category for all where they were sorted, and right again when that is taken back', async () => {
    const ticket = await suggested(await pendingTicket());
    await app.api.patch(path(ticket), { category: 'billing', priority: 'low' });
    const run = await change([ticket], { category: 'technical', priority: 'high' });
    expect(await ledger(ticket)).toMatchObject({
      ...{ chosen: 'billing', final: 'technical', final_priority: 'high', corrected: true },
    });
    await undo(run);
    expect(await ledger(ticket)).toMatchObject({
      ...{ chosen: 'billing', final: 'billing', final_priority: 'low', corrected: false },
    });
    expect(await learned(ticket)).toEqual([{ category: 'billing', isCorrection: true }]);
  });
});

describe('a duplicate', () => {
  const duplicate = (ticket: { id: number }, of: number | null, more: object = {}) =>
    app.api.patch<DetailBody & ProblemBody>(path(ticket), { duplicate_of: of, ...more });
  const refusal = ({ body }: { body: ProblemBody }) => body.errors?.map(({ field, code }) => `${field} ${code}`);

  it('is closed, stands on both, and is taken back to what it was', async () => {
    const original = await app.api.createTicket({ category: 'billing' });
    const ticket = await app.api.createTicket({ category: 'account' });
    await app.api.patch(path(ticket), { status: 'in_progress' });
    const closed = await duplicate(ticket, original.id);
    expect(closed.body).toMatchObject({ status: 'closed', duplicate_of: original.id, category: 'account' });
    expect((await detail(original)).duplicates).toEqual([ticket.id]);
    expect(await changes(ticket, 2)).toEqual([
      ['status', 'in_progress', 'closed', undefined],
      ['duplicate_of', null, original.id, undefined],
    ]);
    const back = await duplicate(ticket, null);
    expect(back.body).toMatchObject({ status: 'in_progress', duplicate_of: null, resolved_at: null, closed_at: null });
    expect((await detail(original)).duplicates).toEqual([]);
  });

  it('that nobody has sorted goes where the other one is, and waits again when it is taken back', async () => {
    const original = await app.api.createTicket({ category: 'billing', priority: 'critical' });
    const ticket = await suggested(await pendingTicket());
    expect((await duplicate(ticket, original.id)).body).toMatchObject({
      ...{ category: 'billing', priority: 'critical', triage: null, status: 'closed' },
    });
    expect(await ledger(ticket)).toMatchObject({ chosen: null, final: null });
    expect((await duplicate(ticket, null)).body).toMatchObject({
      ...{ category: 'general', priority: 'medium', triage: 'pending', status: 'open' },
    });
  });

  it('that was closed before stays closed when it is taken back, and one that is reopened is none', async () => {
    const original = await app.api.createTicket();
    const ticket = await app.api.createTicket();
    await app.api.patch(path(ticket), { status: 'closed' });
    await duplicate(ticket, original.id);
    expect((await duplicate(ticket, null)).body).toMatchObject({ status: 'closed', duplicate_of: null });
    await duplicate(ticket, original.id);
    const reopened = await app.api.patch<TicketBody>(path(ticket), { status: 'open' });
    expect(reopened.body).toMatchObject({ status: 'open', duplicate_of: null });
  });

  it('is none of itself, of nothing, of another duplicate, or with duplicates of its own, and is not open', async () => {
    const [first, second, third] = [
      await app.api.createTicket(),
      await app.api.createTicket(),
      await app.api.createTicket(),
    ];
    expect(refusal(await duplicate(first, first.id))).toEqual(['duplicate_of is_itself']);
    const unknown = await duplicate(first, 999_999);
    expect(refusal(unknown)).toEqual(['duplicate_of unknown_value']);
    expect(unknown.body.errors).toMatchObject([{ message: 'There is no ticket #999999.' }]);
    expect(refusal(await duplicate(first, 0))).toEqual(['duplicate_of too_small']);
    expect(refusal(await duplicate(first, second.id, { status: 'open' }))).toEqual(['duplicate_of not_closed']);
    await duplicate(first, second.id);
    expect(refusal(await duplicate(third, first.id))).toEqual(['duplicate_of is_duplicate']);
    expect(refusal(await duplicate(second, third.id))).toEqual(['duplicate_of has_duplicates']);
    await app.as('admin').delete(`/api/admin/tickets/${String(third.id)}`);
    expect(refusal(await duplicate(second, third.id))).toEqual(['duplicate_of unknown_value']);
  });

  it('of one another, said at the same moment, is only one of the two', async () => {
    const [one, other] = [await app.api.createTicket(), await app.api.createTicket()];
    const answers = await Promise.all([duplicate(one, other.id), duplicate(other, one.id)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
  });
});
