import type { ApiClient, ProblemBody, TicketBody } from './support/api-client.ts';
import { ticketPath, write } from './support/conversation.ts';
import { WITH_PORTAL, customerOf, portalPath } from './support/customers.ts';
import type { FakeLlmBehaviour } from './support/fake-llm-behaviour.ts';
import { FAKE_LLM_KEY, FakeLlmServer } from './support/fake-llm-server.ts';
import { placesOf } from './support/kept-words.ts';
import { problem } from './support/problem.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import type { TicketEventListBody } from './support/ticket-event-body.ts';
import { until } from './support/until.ts';

interface LaterBody {
  id: string;
  message: number;
  category: string | null;
  priority: string | null;
  confidence: { category: number | null; priority: number | null };
  source: string;
}
type DetailBody = TicketBody & { later_suggestion: LaterBody | null };

const CRASH = 'Thank you. Since the update the app crashes with errors when I export the list.';
const SECRET = 'quokkasalamander';

const llm = new FakeLlmServer();
let app: TestApp;
let ruth: ApiClient;
beforeAll(async () => {
  app = await startTestApp({
    ...WITH_PORTAL,
    ...{ PROCESS_ROLE: 'all', OPENAI_BASE_URL: await llm.start(), LLM_API_KEY: FAKE_LLM_KEY, LLM_FALLBACK: 'defaults' },
  });
  ruth = await customerOf(app, 'ruth@brandt.example', 'Ruth Adler');
});
beforeEach(() => {
  llm.behave({ kind: 'keywords' });
});
afterAll(async () => {
  await app.close();
  await llm.stop();
});

/** A sorted ticket of Ruth's: billing, high. */
async function sorted(fields: object = {}): Promise<TicketBody> {
  const text = { title: 'Charged twice', description: 'We were charged twice.' };
  const requester = { name: 'Ruth Adler', address: 'ruth@brandt.example' };
  const { body } = await app.api.post<TicketBody>('/api/tickets', {
    ...{ ...text, category: 'billing', priority: 'high', requester },
    ...fields,
  });
  return body;
}
const judging = (category: string, priority: string, sure = 0.9): FakeLlmBehaviour => ({
  ...{ kind: 'answer', category, priority, confidence: { category: sure, priority: sure } },
  reasons: { category: [], priority: [] },
});
const detail = async (id: number) => (await app.api.get<DetailBody>(ticketPath(id))).body;
const offered = async (id: number) => (await detail(id)).later_suggestion;
const decide = (id: number, suggestion: string, decision: string) =>
  app.api.post<ProblemBody>(`${ticketPath(id)}/later-suggestions/${suggestion}/decision`, { decision });

/** Ruth writes, and what the desk makes of it is done; gives what is suggested then. */
async function says(id: number, text = CRASH): Promise<LaterBody | null> {
  expect((await ruth.post(`${portalPath(id)}/messages`, { text })).status).toBe(201);
  await until(async () => {
    const open = await app.sql(`SELECT FROM pgboss.job WHERE name = 'later-suggestions' AND state < 'completed'`);
    return open.length === 0;
  });
  return offered(id);
}

/** The same, and something is. */
async function makesDesk(id: number, text = CRASH): Promise<LaterBody> {
  const suggestion = await says(id, text);
  if (!suggestion) throw new Error('Nothing was suggested');
  return suggestion;
}

describe('when the customer of a sorted ticket writes of another matter', () => {
  it('the desk suggests other values, by the words of the message alone, and changes nothing', async () => {
    const { id } = await sorted();
    expect(await offered(id)).toBeNull();
    llm.requests.length = 0;
    expect(await says(id)).toMatchObject({
      ...{ message: 2, category: 'technical', priority: null, source: 'llm' },
      confidence: { category: 0.91, priority: null },
    });
    expect(JSON.stringify(llm.requests)).toContain('crashes with errors');
    expect(JSON.stringify(llm.requests)).not.toContain('harged twice');
    expect(await detail(id)).toMatchObject({ category: 'billing', priority: 'high', status: 'open' });
  });

  it('who takes it changes the ticket, and history tells that it was suggested', async () => {
    const { id } = await sorted();
    llm.behave(judging('technical', 'low'));
    const { id: suggestion } = await makesDesk(id);
    expect((await decide(id, suggestion, 'taken')).status).toBe(204);
    expect(await detail(id)).toMatchObject({ category: 'technical', priority: 'low', later_suggestion: null });
    const { body } = await app.api.get<TicketEventListBody>(`${ticketPath(id)}/events`);
    expect(body.results.at(-1)).toMatchObject({
      via: 'web',
      changes: [
        { field: 'category', from: 'billing', to: 'technical', suggested: { value: 'technical', confidence: 0.9 } },
        { field: 'priority', from: 'high', to: 'low', suggested: { value: 'low', confidence: 0.9 } },
      ],
    });
    expect(problem(await decide(id, suggestion, 'left'))).toBe('404 suggestion_not_found');
  });

  it('what somebody leaves is not suggested again on this ticket, but another value is', async () => {
    const { id } = await sorted();
    const { id: suggestion } = await makesDesk(id);
    expect((await decide(id, suggestion, 'left')).status).toBe(204);
    expect(await detail(id)).toMatchObject({ category: 'billing', later_suggestion: null });
    expect(await says(id)).toBeNull();
    llm.behave(judging('account', 'high'));
    expect(await says(id)).toMatchObject({ category: 'account', priority: null });
  });

  it('nor is what somebody moved the ticket away from', async () => {
    const { id } = await sorted({ category: 'technical' });
    await app.api.patch(ticketPath(id), { category: 'billing' });
    expect(await says(id)).toBeNull();
  });

  it('nor what was suggested when the ticket was sorted, and not taken', async () => {
    llm.behave(judging('technical', 'high'));
    const text = { title: 'Charged twice', description: 'We were charged twice.' };
    const requester = { name: 'Ruth Adler', address: 'ruth@brandt.example' };
    const { body } = await app.api.post<TicketBody>('/api/tickets?classify=true', { ...text, requester });
    await until(async () => {
      const at = await app.sql('SELECT FROM suggestions WHERE ticket_id = $1', [body.id]);
      return at.length > 0;
    });
    expect(await says(body.id)).toBeNull();
    await app.api.patch(ticketPath(body.id), { category: 'billing', priority: 'high' });
    expect(await says(body.id)).toBeNull();
  });

  it('one waits at a time: a later one takes its place, and none stays when somebody decides by hand', async () => {
    const { id } = await sorted();
    const { id: first } = await makesDesk(id);
    llm.behave(judging('account', 'high'));
    expect(await says(id)).toMatchObject({ category: 'account', message: 4 });
    expect(problem(await decide(id, first, 'taken'))).toBe('404 suggestion_not_found');
    await app.api.patch(ticketPath(id), { category: 'general' });
    expect(await offered(id)).toBeNull();
  });

  it('the first suggestion keeps its record when somebody takes a later one', async () => {
    llm.behave(judging('billing', 'high'));
    const { body: asked } = await app.api.post<{ suggestion_id: string }>('/api/tickets/classify', {
      title: 'Charged twice',
      description: 'We were charged twice.',
    });
    const { id } = await sorted({ suggestion_id: asked.suggestion_id });
    llm.behave({ kind: 'keywords' });
    await decide(id, (await makesDesk(id)).id, 'taken');
    expect((await detail(id)).category).toBe('technical');
    const rows = await app.sql('SELECT final_category, corrected FROM suggestions WHERE ticket_id = $1', [id]);
    expect(rows).toEqual([{ final_category: 'billing', corrected: false }]);
  });
});

describe('nothing is suggested', () => {
  it.each([
    ['of few words', 'It crashes with errors.', judging('technical', 'high')],
    ['of quoted ones', `Yes, please.\n> ${CRASH}`, judging('technical', 'high')],
    ['that the desk is not sure of', CRASH, judging('technical', 'low', 0.7)],
    ['that the ticket has already', CRASH, judging('billing', 'high')],
    ['without an LLM that answers', CRASH, { kind: 'status', status: 400 } satisfies FakeLlmBehaviour],
  ])('%s', async (_, text, behaviour) => {
    const { id } = await sorted();
    llm.behave(behaviour);
    expect(await says(id, text)).toBeNull();
  });

  it('for what people of the desk write', async () => {
    const { id } = await sorted();
    await write(app.api, id, { kind: 'reply', text: CRASH });
    await write(app.api, id, { kind: 'note', text: CRASH });
    expect(
      await app.sql(`SELECT FROM pgboss.job WHERE name = 'later-suggestions' AND data ->> 'ticket' = $1`, [String(id)]),
    ).toEqual([]);
  });
});

it('of a message whose words are removed, nothing is kept that was sent for it', async () => {
  const { id } = await sorted();
  const { message } = await makesDesk(id, `${CRASH} I call it ${SECRET}.`);
  expect(await placesOf(app, SECRET)).not.toEqual([]);
  const path = `${ticketPath(id)}/messages/${String(message)}/redaction`;
  expect((await app.as('admin').post(path, { reason: 'They asked.' })).status).toBeLessThan(300);
  expect(await placesOf(app, SECRET)).toEqual([]);
});
