import type { FakeLlmBehaviour } from './support/fake-llm-behaviour.ts';
import { FAKE_LLM_KEY, FakeLlmServer } from './support/fake-llm-server.ts';
import { captureLogs } from './support/log-capture.ts';
import type { SuggestionBody } from './support/suggestion-body.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';

const llm = new FakeLlmServer();
const text = { title: 'Charged twice', description: 'Two payments for one invoice.' };
let baseUrl: string;
let app: TestApp;

beforeAll(async () => {
  baseUrl = await llm.start();
});
beforeEach(() => {
  llm.reset();
});
afterEach(() => app.close());
afterAll(() => llm.stop());

/** Classifies, and gives the notice together with the reason that was stored. */
async function classify(): Promise<{ notice: string | null; reason: unknown }> {
  const { status, body } = await app.api.post<SuggestionBody>('/api/tickets/classify', text);
  expect(status).toBe(200);
  const [row] = await app.sql('SELECT failure_reason FROM suggestions WHERE id = $1', [body.suggestion_id]);
  return { notice: body.notice, reason: row?.['failure_reason'] };
}

describe('without a key', () => {
  it('the defaults are filled in and nobody is called', async () => {
    app = await startTestApp({ OPENAI_BASE_URL: baseUrl });
    expect(await classify()).toEqual({
      notice: 'No model is set up, so the defaults are filled in.',
      reason: 'no_api_key',
    });
    expect(llm.requests).toHaveLength(0);
  });
});

describe('an outage', () => {
  it('is not asked about again by every ticket', async () => {
    app = await startTestApp({ OPENAI_BASE_URL: baseUrl, LLM_API_KEY: FAKE_LLM_KEY });
    llm.behave({ kind: 'status', status: 503, headers: { 'retry-after': '0' } });
    for (let ticket = 0; ticket < 5; ticket++) expect(await classify()).toMatchObject({ reason: 'server_error' });
    expect(llm.requests).toHaveLength(15);
    for (let ticket = 0; ticket < 5; ticket++) {
      expect(await classify()).toEqual({
        notice: 'The model was unavailable, so the defaults are filled in.',
        reason: 'circuit_open',
      });
    }
    expect(llm.requests).toHaveLength(15);
  });

  it('of a server that is not there gives the defaults', async () => {
    const gone = new FakeLlmServer();
    const nobody = await gone.start();
    await gone.stop();
    app = await startTestApp({ OPENAI_BASE_URL: nobody, LLM_API_KEY: FAKE_LLM_KEY });
    expect(await classify()).toMatchObject({ reason: 'unreachable' });
  });
});

describe('the API key', () => {
  const key = 'sk-secret-7c1f4f6c9a390f3f3f6f2c11';
  const failures: [FakeLlmBehaviour, string][] = [
    [{ kind: 'status', status: 400 }, 'bad_request'],
    [{ kind: 'status', status: 403 }, 'bad_api_key'],
    [{ kind: 'status', status: 429, headers: { 'retry-after': '0', 'x-key': key } }, 'rate_limited'],
    [{ kind: 'status', status: 500, headers: { 'retry-after': '0' } }, 'server_error'],
    [{ kind: 'body', body: `{"key": "${key}"` }, 'invalid_json'],
    [{ kind: 'content', content: key }, 'invalid_json'],
    [{ kind: 'answer', category: key, priority: 'low' }, 'unknown_value'],
    [{ kind: 'reset' }, 'unreachable'],
    [{ kind: 'refusal' }, 'refused'],
    [{ kind: 'hang' }, 'timeout'],
  ];

  async function database(): Promise<string> {
    const tables = await app.sql<{ name: string }>(
      `SELECT quote_ident(table_name) AS name FROM information_schema.tables WHERE table_schema = 'public'`,
    );
    const rows = await Promise.all(tables.map(({ name }) => app.sql(`SELECT t::text AS row FROM ${name} t`)));
    return JSON.stringify(rows);
  }

  async function expectNoTraceOf(secret: string, logs: string): Promise<void> {
    const { body: document } = await app.api.get('/api/docs-json');
    for (const place of [logs, await database(), JSON.stringify(document)]) {
      expect(place.length).toBeGreaterThan(100);
      expect(place).not.toContain(secret);
    }
  }

  it('leaves no trace in logs, database or document, and neither does the ticket’s text in the logs', async () => {
    const strict = new FakeLlmServer(key);
    app = await startTestApp({ OPENAI_BASE_URL: await strict.start(), LLM_API_KEY: key, LLM_TIMEOUT_MS: '5000' });
    const logs = captureLogs();
    for (const [behaviour, reason] of failures) {
      strict.behave(behaviour);
      expect(await classify()).toMatchObject({ reason });
    }
    await strict.stop();
    const told = logs.lines().filter(({ level, reason }) => level === 40 && reason !== undefined);
    expect(told.map(({ reason }) => reason)).toEqual(failures.map(([, reason]) => reason));
    expect(told[0]).toMatchObject({
      http_status: 400,
      model: 'gpt-4o-mini',
      version: '2',
      context: 'SuggesterOutcomes',
    });
    expect(told[0]).toHaveProperty('request_id');
    expect(logs.text()).not.toContain('Two payments');
    await expectNoTraceOf(key, logs.text());
  });

  it('leaves no trace either when the server refuses it and repeats it in full', async () => {
    app = await startTestApp({ OPENAI_BASE_URL: baseUrl, LLM_API_KEY: key });
    const logs = captureLogs();
    expect(await classify()).toEqual({
      notice: 'The model is not set up correctly, so the defaults are filled in.',
      reason: 'bad_api_key',
    });
    expect((await llm.received(1)).headers['authorization']).toBe(`Bearer ${key}`);
    await expectNoTraceOf(key, logs.text());
  });
});
