import { jest } from '@jest/globals';
import type { FakeLlmBehaviour } from '../../../../test/support/fake-llm-behaviour.ts';
import { FAKE_LLM_KEY, FakeLlmServer } from '../../../../test/support/fake-llm-server.ts';
import { Secret } from '../../../config/secret.ts';
import type { LlmSettings } from '../../../config/settings.ts';
import { SuggesterFailure } from '../../domain/suggester-failure.ts';
import { NO_DESK } from '../../llm-desk.ts';
import type { SuggestionRequest } from '../../suggester.ts';
import { openAiProvider } from './openai.provider.ts';

const category = { label: 'A label', description: 'What belongs here.', position: 1, active: true, mergedInto: null };
const request: SuggestionRequest = {
  text: { title: 'Charged twice', description: 'Two payments, one invoice.' },
  categories: [
    { ...category, key: 'billing' },
    { ...category, key: 'general' },
  ],
};
const nobodyLeaves = new AbortController().signal;
const now = { 'retry-after': '0' };

const server = new FakeLlmServer();
let settings: LlmSettings;

beforeAll(async () => {
  const baseUrl = await server.start();
  settings = {
    ...{ provider: 'openai', apiKey: new Secret(FAKE_LLM_KEY), model: 'gpt-4o-mini', baseUrl },
    ...{ timeoutMs: 10_000, loadTimeoutMs: 0, proxies: { http: null, https: null, bypass: '' } },
  };
});
beforeEach(() => {
  server.reset();
});
afterAll(() => server.stop());

function ask(changes: Partial<LlmSettings> = {}, signal = nobodyLeaves): Promise<unknown> {
  return openAiProvider({ ...settings, ...changes }).classify(
    request,
    signal,
    NO_DESK.calls('m', { about: null, examples: [] }),
  );
}

async function failureOf(changes: Partial<LlmSettings> = {}): Promise<SuggesterFailure> {
  const outcome: unknown = await ask(changes).catch((error: unknown) => error);
  if (!(outcome instanceof SuggesterFailure)) throw new Error(`No failure, but ${JSON.stringify(outcome)}`);
  return outcome;
}

describe('the OpenAI provider', () => {
  it('gives the answer, decoded', async () => {
    server.behave({
      kind: 'answer',
      category: 'billing',
      priority: 'high',
      reasons: { category: ['a'], priority: [] },
    });
    expect(await ask()).toEqual({
      category: { value: 'billing', confidence: 0.9, reasons: ['a'] },
      priority: { value: 'high', confidence: 0.8, reasons: [] },
    });
  });

  it('asks for the model set, with the active categories and the priorities as the only values', async () => {
    await ask({ model: 'some-model' });
    const { chat, headers } = await server.received(1);
    expect(chat?.model).toBe('some-model');
    expect(chat?.enums).toEqual({
      'category.value': ['billing', 'general'],
      'priority.value': ['low', 'medium', 'high', 'critical'],
    });
    expect(chat?.instructions).toContain('- general (A label): What belongs here.');
    expect(chat?.ticket).toContain('Charged twice');
    expect(chat?.body['max_completion_tokens']).toBe(2_000);
    expect(headers['authorization']).toBe(`Bearer ${FAKE_LLM_KEY}`);
  });

  it.each<[string, FakeLlmBehaviour, string]>([
    ['a key that is refused', { kind: 'status', status: 401 }, 'bad_api_key 401'],
    ['a key that may not', { kind: 'status', status: 403 }, 'bad_api_key 403'],
    ['a request it does not understand', { kind: 'status', status: 400 }, 'bad_request 400'],
    ['a model it does not have', { kind: 'status', status: 404 }, 'bad_request 404'],
    ['too many requests', { kind: 'status', status: 429, headers: now }, 'rate_limited 429'],
    ['a fault of the server', { kind: 'status', status: 500, headers: now }, 'server_error 500'],
    ['an overloaded server', { kind: 'status', status: 503, headers: now }, 'server_error 503'],
    ['a refusal', { kind: 'refusal' }, 'refused'],
    ['a content filter', { kind: 'content_filter' }, 'refused'],
    ['no choices', { kind: 'no_choices' }, 'empty'],
    ['empty content', { kind: 'empty' }, 'empty'],
    ['blank content', { kind: 'content', content: ' \n' }, 'empty'],
    ['an answer cut short', { kind: 'truncated' }, 'truncated'],
    ['an answer that is too long', { kind: 'content', content: `"${'x'.repeat(16_000)}"` }, 'truncated'],
    ['prose', { kind: 'content', content: 'It is about billing.' }, 'invalid_json'],
    ['half of an object', { kind: 'content', content: '{"category":' }, 'invalid_json'],
    ['a body that is no JSON', { kind: 'body', body: '{"choices": [' }, 'invalid_json'],
    ['a web page', { kind: 'body', body: '<html>Sign in</html>', contentType: 'text/html' }, 'invalid_json'],
    ['an empty body', { kind: 'body', body: '' }, 'empty'],
    ['null', { kind: 'body', body: 'null' }, 'empty'],
    ['choices that are none', { kind: 'body', body: '{"choices": "many"}' }, 'empty'],
    ['a choice that is none', { kind: 'body', body: '{"choices": [null]}' }, 'empty'],
    ['a message that is none', { kind: 'body', body: '{"choices": [{"message": 7}]}' }, 'empty'],
    ['a body that does not end', { kind: 'endless' }, 'truncated'],
    ['a connection that breaks', { kind: 'reset' }, 'unreachable'],
    ['a connection that breaks within the answer', { kind: 'reset_midway' }, 'unreachable'],
  ])('tells %s from other failures', async (_, behaviour, expected) => {
    server.behave(behaviour);
    const { reason, httpStatus } = await failureOf();
    expect([reason, ...(httpStatus === null ? [] : [httpStatus])].join(' ')).toBe(expected);
  });

  it('tells a server that is not there', async () => {
    const closed = new FakeLlmServer();
    const baseUrl = await closed.start();
    await closed.stop();
    expect((await failureOf({ baseUrl })).reason).toBe('unreachable');
  });

  it('tells a server that does not answer in time, and hangs up', async () => {
    server.behave({ kind: 'hang' });
    expect((await failureOf({ timeoutMs: 2_000 })).reason).toBe('timeout');
    expect(server.requests).toHaveLength(1);
    expect(await (await server.received(1)).ended).toBe('aborted');
  });

  it('tells a server that stops within its answer', async () => {
    server.behave({ kind: 'hang_midway' });
    expect((await failureOf({ timeoutMs: 2_000 })).reason).toBe('timeout');
    expect(await (await server.received(1)).ended).toBe('aborted');
  });

  it('takes the answer of a server that recovers', async () => {
    server.behave({ kind: 'status', status: 500, headers: now }, { kind: 'reset' }, { kind: 'keywords' });
    expect(await ask()).toHaveProperty('category.value', 'billing');
    expect(server.requests).toHaveLength(3);
  });

  it('asks three times at most', async () => {
    server.behave({ kind: 'status', status: 500, headers: now });
    await failureOf();
    expect(server.requests).toHaveLength(3);
  });

  it('waits as long as it is asked to, if there is time', async () => {
    server.behave({ kind: 'status', status: 429, headers: { 'retry-after-ms': '120' } }, { kind: 'keywords' });
    const startedAt = performance.now();
    await ask();
    expect(performance.now() - startedAt).toBeGreaterThanOrEqual(115);
  });

  it('does not wait for what lies behind its deadline', async () => {
    server.behave({ kind: 'status', status: 429, headers: { 'retry-after': '30' } });
    expect((await failureOf()).reason).toBe('rate_limited');
    expect(server.requests).toHaveLength(1);
  });

  it('hangs up when nobody waits any more', async () => {
    server.behave({ kind: 'hang' });
    const client = new AbortController();
    const outcome = ask({}, client.signal).catch((error: unknown) => error);
    const { ended } = await server.received(1);
    client.abort('gone');
    expect(await outcome).toBe('gone');
    expect(await ended).toBe('aborted');
  });

  it.each([
    ['no key', null, 'no_api_key'],
    ['a key that no header can carry', new Secret('sk-ä\n'), 'bad_api_key'],
  ])('calls nobody with %s', async (_, apiKey, expected) => {
    expect((await failureOf({ apiKey })).reason).toBe(expected);
    expect(server.requests).toHaveLength(0);
  });
});

describe('the environment', () => {
  const variables = {
    OPENAI_API_KEY: 'sk-other',
    OPENAI_ADMIN_KEY: 'sk-admin',
    OPENAI_ORG_ID: 'org-other',
    OPENAI_PROJECT_ID: 'proj-other',
    OPENAI_BASE_URL: 'http://127.0.0.1:9/v1',
    OPENAI_CUSTOM_HEADERS: 'X-Custom: other',
    OPENAI_LOG: 'debug',
  };
  beforeEach(() => Object.assign(process.env, variables));
  afterEach(() => {
    for (const name of Object.keys(variables)) Reflect.deleteProperty(process.env, name);
  });

  it('is not read by the SDK, which says nothing either', async () => {
    const said = (['debug', 'info', 'log', 'warn', 'error'] as const).map((level) =>
      jest.spyOn(console, level).mockImplementation(() => undefined),
    );
    server.behave({ kind: 'status', status: 500, headers: now }, { kind: 'keywords' });
    await ask();
    const { headers } = await server.received(1);
    expect(headers['authorization']).toBe(`Bearer ${FAKE_LLM_KEY}`);
    expect(Object.keys(headers)).not.toEqual(expect.arrayContaining([expect.stringMatching(/openai|custom/)]));
    expect(said.flatMap((spy) => spy.mock.calls)).toEqual([]);
    jest.restoreAllMocks();
  });
});
