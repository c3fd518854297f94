import { LlmCallRepository } from '../src/suggestions/llm-call.repository.ts';
import { FAKE_LLM_KEY, FakeLlmServer } from './support/fake-llm-server.ts';
import type { SuggestionBody } from './support/suggestion-body.ts';
import { type TestApp, startReplica, startTestApp } from './support/test-app.ts';

interface Call {
  readonly sent: { readonly messages: readonly { readonly content: string }[] } | null;
  readonly answer: string | null;
  readonly failure: string | null;
  readonly prompt_tokens: number | null;
  readonly cost: number | null;
}

const llm = new FakeLlmServer();
const text = { title: 'Charged twice', description: 'Two payments for one invoice, mail ruth@example.com.' };
let app: TestApp;
let variables: Record<string, string>;

beforeAll(async () => {
  variables = { OPENAI_BASE_URL: await llm.start(), LLM_API_KEY: FAKE_LLM_KEY, OPENAI_MODEL: 'priced' };
  app = await startTestApp(variables);
});
beforeEach(async () => {
  llm.reset();
  await app.sql('DELETE FROM llm_calls');
});
afterAll(async () => {
  await app.close();
  await llm.stop();
});

async function classify(by = app): Promise<SuggestionBody> {
  const { status, body } = await by.api.post<SuggestionBody>('/api/tickets/classify', text);
  expect(status).toBe(200);
  return body;
}

async function sentFor(id: string): Promise<Call[]> {
  const { status, body } = await app.as('admin').get<{ calls: Call[] }>(`/api/admin/suggestions/${id}/sent`);
  expect(status).toBe(200);
  return body.calls;
}

async function set(settings: object): Promise<void> {
  expect((await app.as('admin').patch('/api/admin/suggestions/settings', settings)).status).toBe(200);
}

const budget = async () => (await app.as('admin').get<Record<string, unknown>>('/api/admin/suggestions/budget')).body;

describe('what was sent for a suggestion', () => {
  it('is shown as it was sent, masked, with what came back', async () => {
    const { suggestion_id: id } = await classify();
    const [call, ...more] = await sentFor(id);
    expect(more).toEqual([]);
    const { chat } = await llm.received(1);
    expect(call?.sent).toEqual(chat?.body);
    expect(call?.sent?.messages.at(-1)?.content).toContain('mail [EMAIL_1].');
    expect(JSON.parse(call?.answer ?? '')).toMatchObject({ usage: { prompt_tokens: 400 } });
    expect(call).toMatchObject({ failure: null, prompt_tokens: 400, cost: null });
  });

  it('is told of each call, and why one failed, without the key', async () => {
    llm.behave({ kind: 'body', status: 401, body: `{"error": {"message": "Bad key ${FAKE_LLM_KEY}"}}` });
    const { suggestion_id: id, source } = await classify();
    expect(source).toBe('default');
    const [call] = await sentFor(id);
    expect(call).toMatchObject({ failure: 'bad_api_key', prompt_tokens: null });
    expect(call?.answer).toContain('Bad key');
    expect(call?.answer).not.toContain(FAKE_LLM_KEY);
  });

  it('is nothing without an LLM, and 404 without a suggestion', async () => {
    const nobody = '019643f2-6a5e-7c3b-9d0e-3f1d2c4b5a69';
    const answer = await app.as('admin').get(`/api/admin/suggestions/${nobody}/sent`);
    expect(answer).toMatchObject({ status: 404, body: { code: 'suggestion_not_found' } });
  });

  it('is forgotten after thirty days, its figures stay', async () => {
    const { suggestion_id: id } = await classify();
    await app.sql(`UPDATE llm_calls SET created_at = now() - interval '29 days 23 hours'`);
    await app.get(LlmCallRepository).forget();
    expect((await sentFor(id))[0]?.sent).not.toBeNull();
    await app.sql(`UPDATE llm_calls SET created_at = now() - interval '30 days 1 minute'`);
    await app.get(LlmCallRepository).forget();
    expect(await sentFor(id)).toMatchObject([{ sent: null, answer: null, prompt_tokens: 400 }]);
  });

  it.each([
    ['the ticket that it is of', `suggestion_id = $1`],
    ['a ticket that was an example in it', `ticket_ids <> '{}'`],
  ])('goes with %s', async (_, condition) => {
    const { suggestion_id: id } = await classify();
    const { body } = await app.api.post<{ id: number }>('/api/tickets', {
      ...{ ...text, category: 'billing', priority: 'low' },
      ...(condition.includes('$1') && { suggestion_id: id }),
    });
    if (!condition.includes('$1')) await app.sql('UPDATE llm_calls SET ticket_ids = ARRAY[$1::bigint]', [body.id]);
    await app.as('admin').delete(`/api/admin/tickets/${String(body.id)}`);
    expect((await sentFor(id))[0]?.sent).not.toBeNull();
    await app.sql('DELETE FROM tickets WHERE id = $1', [body.id]);
    expect(await sentFor(id)).toMatchObject([{ sent: null, answer: null, prompt_tokens: 400 }]);
  });
});

describe('what an LLM costs', () => {
  beforeAll(() => set({ prices: { priced: { input: 1_000, output: 10_000 } } }));
  afterAll(() => set({ prices: null, daily_budget: null }));
  afterEach(() => set({ daily_budget: null }));

  it('is counted by the price of its model, also of what was only tried', async () => {
    const { suggestion_id: id } = await classify();
    expect(await sentFor(id)).toMatchObject([{ cost: 1 }]);
    await app.as('admin').post('/api/admin/llm/try', text);
    expect(await budget()).toMatchObject({ spent: 2, calls: 2, unknown: 0, priced: true, used_up: false, daily: null });
    const quality = await app.as('admin').get<{ costs: unknown }>('/api/admin/suggestions/quality?field=category');
    expect(quality.body.costs).toEqual([
      { model: 'priced', calls: 2, prompt_tokens: 800, completion_tokens: 120, cost: 2, unknown: 0 },
    ]);
    const csv = await app.as('admin').get('/api/admin/suggestions/quality.csv?field=category');
    expect(String(csv.body)).toMatch(/prompt_tokens,completion_tokens,cost,/);
  });

  it('is not known where the server tells no tokens', async () => {
    llm.behave({
      kind: 'body',
      body: JSON.stringify({
        choices: [{ message: { content: '{"category": {"value": "billing"}, "priority": {"value": "low"}}' } }],
      }),
    });
    const { suggestion_id: id, source } = await classify();
    expect(source).toBe('llm');
    expect(await sentFor(id)).toMatchObject([{ cost: null, prompt_tokens: null }]);
    expect(await budget()).toMatchObject({ spent: 0, unknown: 1 });
  });

  it('ends with the budget of the day: the fallback answers and says why, on every process', async () => {
    await set({ daily_budget: 1.5 });
    expect((await classify()).source).toBe('llm');
    const replica = await startReplica(app, variables);
    expect((await classify(replica)).source).toBe('llm');
    llm.reset();
    for (const one of [app, replica]) {
      expect(await classify(one)).toMatchObject({
        source: 'default',
        notice: "Today's budget for the model is used up, so the defaults are filled in.",
      });
    }
    expect(llm.requests).toHaveLength(0);
    expect(await budget()).toMatchObject({ spent: 2, daily: 1.5, used_up: true });
    const overview = await app.as('admin').get<{ health: { llm: { status: string } } }>('/api/admin/overview');
    expect(overview.body.health.llm.status).toBe('budget_used');
    await app.sql(`UPDATE llm_calls SET created_at = created_at - interval '1 day'`);
    expect((await classify()).source).toBe('llm');
  });

  it('is nothing where the budget is nothing', async () => {
    await set({ daily_budget: 0 });
    expect((await classify()).source).toBe('default');
    expect(llm.requests).toHaveLength(0);
  });

  it('cannot be kept to without a price, which is told', async () => {
    await set({ daily_budget: 1, prices: null });
    expect((await classify()).source).toBe('llm');
    expect(await budget()).toMatchObject({ priced: false, spent: 0, unknown: 1, used_up: false });
  });
});

describe('a preview of masking', () => {
  it('shows what an LLM would read, with patterns that are not saved yet', async () => {
    const preview = (body: object) => app.as('admin').post('/api/admin/suggestions/masking/preview', body);
    const asked = { text: 'KD-4711: ruth@example.com', mask_patterns: [{ name: 'Customer', pattern: 'KD-\\d+' }] };
    expect(await preview(asked)).toMatchObject({
      status: 200,
      body: {
        text: '[CUSTOMER_1]: [EMAIL_1]',
        parts: [
          { placeholder: '[CUSTOMER_1]', value: 'KD-4711' },
          { placeholder: '[EMAIL_1]', value: 'ruth@example.com' },
        ],
        masking: true,
      },
    });
    const refused = await preview({ text: 'x', mask_patterns: [{ name: 'Bad', pattern: '(?=x)' }] });
    expect(refused).toMatchObject({ status: 400, body: { errors: [{ field: 'mask_patterns.0.pattern' }] } });
    expect(llm.requests).toHaveLength(0);
  });
});

describe('a ticket that is left to the desk', () => {
  it('counts as a call of the LLM where one answers', async () => {
    await app.sql('DELETE FROM rate_limits');
    const limited = await startReplica(app, { ...variables, RATE_LIMIT_CLASSIFY_PER_MINUTE: '1', PROCESS_ROLE: 'api' });
    const write = (query: string, choice: object = {}) =>
      limited.as('admin').post(`/api/tickets${query}`, { ...text, ...choice });
    const decided = { category: 'billing', priority: 'low' };
    expect((await write('?classify=true')).status).toBe(201);
    expect((await write('?classify=true')).status).toBe(429);
    expect((await write('?classify=true', decided)).status).toBe(201);
    expect((await write('', decided)).status).toBe(201);
  });
});
