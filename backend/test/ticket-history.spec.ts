import type { ProblemBody, TicketBody } from './support/api-client.ts';
import { FAKE_LLM_KEY, FakeLlmServer } from './support/fake-llm-server.ts';
import { idOf } from './support/people.ts';
import type { SuggestionBody } from './support/suggestion-body.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import type { TicketEventBody, TicketEventListBody } from './support/ticket-event-body.ts';

const llm = new FakeLlmServer();
const text = { title: 'Charged twice', description: 'Two payments for one invoice, nobody answers.' };
let app: TestApp;
let agent: number;

beforeAll(async () => {
  app = await startTestApp({ OPENAI_BASE_URL: await llm.start(), LLM_API_KEY: FAKE_LLM_KEY });
  agent = await idOf(app, 'test-agent');
});
beforeEach(() => {
  llm.reset();
});
afterAll(async () => {
  await app.close();
  await llm.stop();
});

async function history(id: number): Promise<TicketEventBody[]> {
  return (await app.api.get<TicketEventListBody>(`/api/tickets/${String(id)}/events`)).body.results;
}
const told = (events: readonly TicketEventBody[]) =>
  events.map(({ version, kind, changes }) =>
    [version, kind, ...changes.map(({ field, from, to }) => `${field}: ${String(from)} → ${String(to)}`)].join(' '),
  );
const plain = (field: string, from: unknown, to: unknown) => ({
  ...{ field, from, to },
  ...{ suggested: null, contact: null },
});

describe('the history of a ticket', () => {
  it('begins with who wrote it, by what, and what was decided', async () => {
    const ticket = await app.api.createTicket({ category: 'billing', priority: 'high', assignee: agent });
    expect(ticket).toMatchObject({ created_by: agent, assignee: agent });
    expect(await history(ticket.id)).toEqual([
      {
        ...{ id: expect.any(Number), kind: 'created', at: ticket.created_at, version: 1 },
        ...{ actor: agent, via: 'web', contact: null, token_name: null, bulk_run_id: null },
        changes: [
          plain('status', null, 'open'),
          plain('category', null, 'billing'),
          plain('priority', null, 'high'),
          plain('assignee', null, agent),
        ],
      },
    ]);
  });

  it('tells of every change from what to what, when the ticket says it changed, and of nothing else', async () => {
    const { id } = await app.api.createTicket({ category: 'billing', priority: 'high' });
    const path = `/api/tickets/${String(id)}`;
    const changed = await app.api.patch<TicketBody>(path, { status: 'in_progress', assignee: agent });
    await app.api.patch(path, { status: 'in_progress', assignee: agent });
    await app.api.patch(path, { priority: 'low', category: 'nope' });
    await app.api.patch(path, { priority: 'low' }, { 'if-match': '"1"' });
    await app.as('admin').patch(path, { assignee: null, status: 'resolved' });
    const events = await history(id);
    expect(told(events.slice(1))).toEqual([
      `2 changed status: open → in_progress assignee: null → ${String(agent)}`,
      `3 changed status: in_progress → resolved assignee: ${String(agent)} → null`,
    ]);
    expect(events.map(({ actor }) => actor)).toEqual([agent, agent, await idOf(app, 'test-admin')]);
    expect(events[1]?.at).toBe(changed.body.updated_at);
  });

  it.each([
    ['an agent', 'agent', '/api/tickets'],
    ['an admin', 'admin', '/api/admin/tickets'],
  ] as const)('tells of the texts that %s corrects', async (_, who, paths) => {
    const { id } = await app.api.createTicket(text);
    const path = `${paths}/${String(id)}`;
    const edit = { title: 'Paid twice', description: `Zebra crossing of ${who}` };
    const edited = await app.as(who).patch<TicketBody>(path, edit, { 'if-match': '"1"' });
    expect(edited).toMatchObject({ status: 200, body: { ...edit, version: 2 } });
    expect(told((await history(id)).slice(1))).toEqual([
      `2 changed title: Charged twice → Paid twice description: ${text.description} → Zebra crossing of ${who}`,
    ]);
    expect((await app.api.list({ search: `zebra ${who}` })).results.map((ticket) => ticket.id)).toEqual([id]);
    expect((await app.as(who).patch(path, { title: 'x' }, { 'if-match': '"1"' })).status).toBe(412);
  });

  it('keeps a suggestion of an LLM beside the values, whether it was accepted or not', async () => {
    const { body: suggestion } = await app.api.post<SuggestionBody>('/api/tickets/classify', text);
    const { id } = await app.api.createTicket({
      ...{ ...text, category: 'billing', priority: 'low', suggestion_id: suggestion.suggestion_id },
    });
    const [created] = await history(id);
    expect(created?.changes).toEqual([
      plain('status', null, 'open'),
      {
        ...{ field: 'category', from: null, to: 'billing', contact: null },
        suggested: { value: 'billing', confidence: suggestion.confidence.category },
      },
      {
        ...{ field: 'priority', from: null, to: 'low', contact: null },
        suggested: { value: suggestion.suggested_priority, confidence: suggestion.confidence.priority },
      },
    ]);
    expect(suggestion.suggested_priority).not.toBe('low');
  });

  it('does not call the defaults a suggestion', async () => {
    llm.behave({ kind: 'refusal' });
    const { body: suggestion } = await app.api.post<SuggestionBody>('/api/tickets/classify', text);
    expect(suggestion.source).toBe('default');
    const { id } = await app.api.createTicket({ ...text, suggestion_id: suggestion.suggestion_id });
    const [created] = await history(id);
    expect(created?.changes.map(({ suggested }) => suggested)).toEqual([null, null, null]);
  });

  it('names the API token that was used', async () => {
    const expires = { expires_in_days: 1 };
    const made = await app.api.post<{ secret: string }>('/api/auth/tokens', {
      ...{ name: 'Nightly import', scopes: ['tickets:read', 'tickets:write'], ...expires },
    });
    const program = app.anonymous.with({ authorization: `Bearer ${made.body.secret}` });
    const { id } = await program.createTicket();
    expect(await history(id)).toMatchObject([{ actor: agent, via: 'token', token_name: 'Nightly import' }]);
  });

  it('counts every change of many people at the same moment', async () => {
    const { id } = await app.api.createTicket({ priority: 'medium' });
    const path = `/api/tickets/${String(id)}`;
    await Promise.all(
      Array.from({ length: 40 }, (_, index) =>
        app.api.patch<TicketBody>(path, { priority: index % 2 === 0 ? 'low' : 'high' }),
      ),
    );
    const events = await history(id);
    expect(events.map(({ version }) => version)).toEqual(events.map((_, index) => index + 1));
    for (const [index, event] of events.entries()) {
      const before = events[index - 1]?.changes.find(({ field }) => field === 'priority');
      if (index > 0) expect(event.changes).toEqual([plain('priority', before?.to, event.changes[0]?.to)]);
    }
    expect((await app.api.get<TicketBody>(path)).body.version).toBe(events.length);
  });

  it('is read in pages, oldest first', async () => {
    const { id } = await app.api.createTicket();
    const path = `/api/tickets/${String(id)}`;
    for (const status of ['in_progress', 'resolved', 'closed', 'open']) await app.api.patch(path, { status });
    const first = await app.api.get<TicketEventListBody>(`${path}/events?limit=2`);
    const second = await app.api.get<TicketEventListBody>(
      `${path}/events?limit=3&cursor=${first.body.next_cursor ?? ''}`,
    );
    expect([first, second].map(({ body }) => body.results.map(({ version }) => version))).toEqual([
      [1, 2],
      [3, 4, 5],
    ]);
    expect(second.body.next_cursor).toBeNull();
  });

  it.each([
    ['999999/events', 404, 'ticket_not_found'],
    ['abc/events', 400, 'validation_failed'],
    ['1/events?limit=0', 400, 'validation_failed'],
    ['1/events?limit=101', 400, 'validation_failed'],
    ['1/events?cursor=abc', 400, 'validation_failed'],
    ['1/events?cursor=', 400, 'validation_failed'],
    ['1/events?page=2', 400, 'validation_failed'],
  ])('answers %s with %i', async (path, status, code) => {
    expect(await app.api.get<ProblemBody>(`/api/tickets/${path}`)).toMatchObject({ status, body: { code } });
  });
});
