import type { FakeLlmBehaviour } from '../../../../test/support/fake-llm-behaviour.ts';
import type { Refusable, Wording } from '../../../../test/support/fake-llm-pickiness.ts';
import { FAKE_LLM_KEY, FakeLlmServer } from '../../../../test/support/fake-llm-server.ts';
import { Secret } from '../../../config/secret.ts';
import type { LlmSettings } from '../../../config/settings.ts';
import { judgementOf } from '../../domain/judgement.ts';
import { SuggesterFailure } from '../../domain/suggester-failure.ts';
import type { PatientLlmProvider } from '../../llm-provider.ts';
import { NO_DESK } from '../../llm-desk.ts';
import type { SuggestionRequest } from '../../suggester.ts';
import { openAiProvider } from './openai.provider.ts';

// Servers that speak OpenAI's protocol more or less. Real: HTTP, the SDK, everything of the provider.
const category = { label: 'A label', description: 'What belongs here.', position: 1, active: true, mergedInto: null };
const request: SuggestionRequest = {
  text: { title: 'Charged twice', description: 'Two payments, one invoice.' },
  categories: [
    { ...category, key: 'billing' },
    { ...category, key: 'general' },
  ],
};
const nobodyLeaves = new AbortController().signal;

const server = new FakeLlmServer();
let settings: LlmSettings;

beforeAll(async () => {
  settings = {
    ...{ provider: 'openai', apiKey: new Secret(FAKE_LLM_KEY), model: 'some-model', baseUrl: await server.start() },
    ...{ timeoutMs: 10_000, loadTimeoutMs: 0, proxies: { http: null, https: null, bypass: '' } },
  };
});
beforeEach(() => {
  server.reset();
});
afterAll(() => server.stop());

function provider(changes: Partial<LlmSettings> = {}): PatientLlmProvider {
  return openAiProvider({ ...settings, ...changes });
}

function ask(one: PatientLlmProvider, changes: Partial<SuggestionRequest> = {}): Promise<unknown> {
  return one.classify({ ...request, ...changes }, nobodyLeaves, NO_DESK.calls('m', { about: null, examples: [] }));
}

/** The judgement, as `category priority`, or the reason for having none. */
async function outcome(one = provider(), changes: Partial<SuggestionRequest> = {}): Promise<string> {
  try {
    const judged = judgementOf(await ask(one, changes), request.text, request.categories);
    return `${judged.category} ${judged.priority}`;
  } catch (error) {
    return error instanceof SuggesterFailure ? error.reason : String(error);
  }
}

async function failure(one = provider()): Promise<SuggesterFailure> {
  const thrown: unknown = await ask(one).catch((error: unknown) => error);
  if (!(thrown instanceof SuggesterFailure)) throw new Error('No failure');
  return thrown;
}

const lastBody = () => server.requests.at(-1)?.chat?.body ?? {};

describe('a server that does not take all it is sent', () => {
  const wordings: readonly Wording[] = ['openai', 'vllm', 'fastapi', 'ollama', 'text', 'mute', 'echo'];
  const refusals: readonly (readonly Refusable[])[] = [
    ['json_schema'],
    ['json_schema', 'json_object'],
    ['response_format'],
    ['max_completion_tokens'],
    ['max_completion_tokens', 'max_tokens'],
    ['json_schema', 'max_completion_tokens'],
    ['response_format', 'max_completion_tokens', 'max_tokens', 'system'],
  ];
  const cases = refusals.flatMap((refuses) =>
    wordings.flatMap((wording) => [400, 422].map((status) => [refuses.join(', '), wording, status, refuses] as const)),
  );

  it.each(cases)(
    'such as %s (%s, %i) is asked without, and from then on at once',
    async (_, wording, status, refuses) => {
      server.behave({ kind: 'picky', refuses, wording, status });
      const one = provider();
      expect(await outcome(one)).toBe('billing high');
      const asked = server.requests.length;
      expect(asked).toBeGreaterThan(1);
      expect(asked).toBeLessThanOrEqual(12);
      expect(await outcome(one)).toBe('billing high');
      expect(server.requests).toHaveLength(asked + 1);
    },
  );

  it.each<[readonly Refusable[], readonly string[]]>([
    [['json_schema'], ['response_format: json_schema']],
    [['response_format'], ['response_format: json_schema', 'response_format: json_object']],
    [['max_completion_tokens'], ['max_completion_tokens']],
    [
      ['json_schema', 'max_completion_tokens', 'max_tokens'],
      ['response_format: json_schema', 'max_completion_tokens', 'max_tokens'],
    ],
    [['system'], ['system messages']],
  ])('such as %j is known for it, and for nothing else', async (refuses, known) => {
    for (const wording of ['openai', 'fastapi'] as const) {
      server.behave({ kind: 'picky', refuses, wording, status: 422 });
      const one = provider();
      expect(one.notTaken).toEqual([]);
      await ask(one);
      expect(one.notTaken).toEqual(known);
    }
  });

  it('gets the older name, and the form of the answer in words', async () => {
    server.behave({ kind: 'picky', refuses: ['json_schema', 'max_completion_tokens'] });
    await ask(provider());
    expect(lastBody()).toMatchObject({ max_tokens: 2_000, response_format: { type: 'json_object' } });
    expect(Object.keys(lastBody())).not.toContain('max_completion_tokens');
    expect(server.requests.at(-1)?.chat?.instructions).toContain('{"category": {"reasons": ["…"], "value": "…"');
  });

  it.each([500, 501, 404])('may say so with %i when it names what it minds', async (status) => {
    server.behave({ kind: 'picky', refuses: ['json_schema'], wording: 'vllm', status });
    expect(await outcome()).toBe('billing high');
  });

  it('is asked in another way again when it has changed its mind', async () => {
    const one = provider();
    server.behave({ kind: 'picky', refuses: ['max_completion_tokens'] });
    await ask(one);
    server.behave({ kind: 'picky', refuses: ['max_tokens'] });
    expect(await outcome(one)).toBe('billing high');
    expect(one.notTaken).toEqual([]);
  });

  it('is asked without a schema when its model does not manage one', async () => {
    const body = JSON.stringify({ error: { message: 'Failed to generate JSON.', code: 'json_validate_failed' } });
    server.behave({ kind: 'body', status: 400, body }, { kind: 'keywords' });
    expect(await outcome()).toBe('billing high');
    expect(lastBody()).toMatchObject({ response_format: { type: 'json_object' } });
    expect(lastBody()).toHaveProperty('max_completion_tokens');
  });

  it('is not confused with one that minds the limit itself', async () => {
    const message = 'max_completion_tokens is too large: 2000. This model supports at most 1024 completion tokens.';
    server.behave({ kind: 'body', status: 400, body: JSON.stringify({ error: { message } }) }, { kind: 'keywords' });
    expect(await outcome()).toBe('billing high');
    expect(lastBody()).toHaveProperty('max_tokens');
  });

  it.each<[string, number, unknown, string]>([
    [
      'no such model',
      400,
      { error: { message: 'The model `x` does not exist', code: 'model_not_found' } },
      'model_not_found',
    ],
    ['no such model, in plain words', 400, { error: 'invalid model name' }, 'model_not_found'],
    ['a wrong key', 401, { error: { message: 'max_tokens' } }, 'bad_api_key'],
    ['no credit', 402, { error: { message: 'requires more credits, or fewer max_tokens' } }, 'no_credit'],
    ['no credit, as OpenAI says it', 429, { error: { code: 'insufficient_quota', message: 'x' } }, 'no_credit'],
    ['a filter', 400, { error: { code: 'content_filter', message: 'x' } }, 'refused'],
    ['a model by its parameter', 422, { detail: [{ loc: ['body', 'model'], msg: 'Field wrong' }] }, 'bad_request'],
  ])('is not confused with one that has %s: that is asked once', async (_, status, body, reason) => {
    server.behave({ kind: 'body', status, body: JSON.stringify(body) });
    expect(await outcome()).toBe(reason);
    expect(server.requests).toHaveLength(1);
  });

  it('is given up when it takes nothing at all, and nothing is believed of it', async () => {
    server.behave({ kind: 'status', status: 400 });
    const one = provider();
    expect(await outcome(one)).toBe('bad_request');
    expect(server.requests).toHaveLength(8);
    expect(one.notTaken).toEqual([]);
  });
});

describe('an answer', () => {
  const said = (content: unknown): FakeLlmBehaviour => ({ kind: 'message', message: { content } });
  const other = '{"category": {"value": "general"}, "priority": {"value": "low"}}';

  it.each<[string, FakeLlmBehaviour]>([
    ['in a code fence', said('```json\nKEYWORDS\n```')],
    ['after a thought', said(`<think>Perhaps ${other}?</think>\nKEYWORDS`)],
    ['after a thought that never began', said(`Perhaps ${other}?</think>KEYWORDS`)],
    ['in a thought that does not end', said('<think>It is KEYWORDS')],
    ['after thinking', said(`<thinking>${other}</thinking>\n\nKEYWORDS`)],
    ['beside its reasoning', { kind: 'message', message: { content: 'KEYWORDS', reasoning_content: other } }],
    [
      'only in its reasoning',
      { kind: 'message', message: { content: null, reasoning_content: `${other} no, KEYWORDS` } },
    ],
    ['only in its reasoning, as others call it', { kind: 'message', message: { content: '', reasoning: 'KEYWORDS' } }],
    ['with prose behind', said('KEYWORDS\n\nI chose {billing} because of the invoice.')],
    ['with prose before', said('Here is my judgement: KEYWORDS')],
    ['before another', said(`KEYWORDS or ${other}`)],
    ['after one that is not valid', said('{"category": {"value": "sales"}, "priority": {"value": "high"}} KEYWORDS')],
    ['after one that is not complete', said('{"category": {"value": "billing"}} KEYWORDS')],
    ['in a list', said('[KEYWORDS]')],
    ['in an envelope', said('{"triage": KEYWORDS}')],
    ['in parts', said([{ type: 'text', text: 'KEYWORDS' }])],
    [
      'in parts, after a thought',
      said([
        { type: 'thinking', thinking: [{ type: 'text', text: other }] },
        { type: 'text', text: 'KEYWORDS' },
      ]),
    ],
    ['in parts of another kind', said([{ type: 'output_text', text: 'KEYWORDS' }])],
    ['in capitals', said('{"CATEGORY": {"Value": "Billing"}, "Priority": {"VALUE": "HIGH"}}')],
    ['with single quotes', said("{'category': {'value': 'billing'}, 'priority': {'value': 'high',},}")],
    ['decoded', said({ category: { value: 'billing' }, priority: { value: 'high' } })],
    [
      'as arguments of a tool',
      { kind: 'message', message: { content: null, tool_calls: [{ function: { name: 'x', arguments: 'KEYWORDS' } }] } },
    ],
    [
      'as the call of a function',
      { kind: 'message', message: { content: null, function_call: { arguments: 'KEYWORDS' } } },
    ],
    ['as a call in words', said('{"name": "triage", "arguments": KEYWORDS}')],
    [
      'complete, though the limit was reached behind it',
      { kind: 'message', message: { content: 'KEYWORDS and then' }, finishReason: 'length' },
    ],
  ])('%s counts', async (_, behaviour) => {
    server.behave(behaviour);
    expect(await outcome()).toBe('billing high');
    expect(server.requests).toHaveLength(1);
  });

  const judged = '{"category": {"value": "billing"}, "priority": {"value": "high"}}';
  const event = (content: string) => `data: ${JSON.stringify({ choices: [{ index: 0, delta: { content } }] })}\n\n`;
  it.each<[string, string]>([
    ['as text instead of a message', JSON.stringify({ choices: [{ text: judged }] })],
    [
      'in the second choice',
      JSON.stringify({ choices: [{ message: { content: 'Hm' } }, { message: { content: judged } }] }),
    ],
    ['as a stream of events', `${event(judged.slice(0, 20))}${event(judged.slice(20))}data: [DONE]\n\n`],
    ['as lines of JSON', `{"message": {"content": ${JSON.stringify(judged)}}, "done": false}\n{"done": true}\n`],
    ['as a message without choices', JSON.stringify({ message: { role: 'assistant', content: judged } })],
    [
      'as an output',
      JSON.stringify({ output: [{ type: 'message', content: [{ type: 'output_text', text: judged }] }] }),
    ],
    ['without any envelope', judged],
    ['beside an error that is none', JSON.stringify({ error: null, choices: [{ message: { content: judged } }] })],
  ])('%s counts', async (_, body) => {
    server.behave({ kind: 'body', body });
    expect(await outcome()).toBe('billing high');
  });

  it.each<[string, FakeLlmBehaviour, string]>([
    [
      'a category nobody offered, in a fence',
      said('```\n{"category": {"value": "x"}, "priority": {"value": "low"}}\n```'),
      'unknown_value',
    ],
    ['bare values', said('```{"category": "billing", "priority": "high"}```'), 'schema_mismatch'],
    ['the word of a label', said('{"category": {"value": "A label"}, "priority": {"value": "low"}}'), 'unknown_value'],
    ['a thought alone', said('<think>It is about billing.</think>'), 'empty'],
    ['a refusal beside it', { kind: 'message', message: { content: 'KEYWORDS', refusal: 'No.' } }, 'refused'],
    ['a text that quotes one', said(`{"reasons": [${JSON.stringify(judged)}]}`), 'schema_mismatch'],
  ])('is as strictly checked as ever: not %s', async (_, behaviour, reason) => {
    server.behave(behaviour);
    expect(await outcome()).toBe(reason);
  });

  it('in another form is asked for once more, with the form in words, and from then on in words at once', async () => {
    const one = provider();
    server.behave(said('{"category": "billing"}'), { kind: 'keywords' });
    expect(await outcome(one)).toBe('billing high');
    expect(server.requests).toHaveLength(2);
    server.behave(said('Billing!'));
    expect(await outcome(one)).toBe('invalid_json');
    expect(server.requests).toHaveLength(3);
    expect(server.requests.map(({ chat }) => chat?.instructions.includes('exactly this form'))).toEqual([
      false,
      true,
      true,
    ]);
  });
});

describe('a failure', () => {
  it.each<[string, FakeLlmBehaviour, string, number]>([
    [
      'in a success',
      { kind: 'body', body: '{"error": {"code": 402, "message": "Insufficient credits"}}' },
      'no_credit',
      1,
    ],
    [
      'of the key in a success',
      { kind: 'body', body: '{"error": {"code": 401, "message": "No auth"}}' },
      'bad_api_key',
      1,
    ],
    [
      'of one choice',
      { kind: 'body', body: '{"choices": [{"error": {"code": 403, "message": "flagged"}}]}' },
      'refused',
      1,
    ],
    [
      'in a stream of events',
      { kind: 'body', body: 'data: {"error": {"message": "no such model: model x not found"}}\n\n' },
      'model_not_found',
      1,
    ],
    [
      'that may pass, in a success',
      { kind: 'body', body: '{"error": {"code": 502, "message": "x"}}', headers: { 'retry-after': '0' } },
      'server_error',
      3,
    ],
    ['of the credit', { kind: 'body', status: 429, body: '{"error": {"code": "insufficient_quota"}}' }, 'no_credit', 1],
    [
      'while a model is loaded',
      { kind: 'body', status: 503, body: '{"error": {"message": "Loading model"}}', headers: { 'retry-after': '0' } },
      'loading',
      3,
    ],
  ])('%s is told as what it is', async (_, behaviour, reason, asked) => {
    server.behave(behaviour);
    expect(await outcome()).toBe(reason);
    expect(server.requests).toHaveLength(asked);
  });

  it('of a parameter is understood in a success too', async () => {
    server.behave(
      { kind: 'body', body: '{"error": {"message": "response_format is not supported"}}' },
      { kind: 'keywords' },
    );
    expect(await outcome()).toBe('billing high');
  });

  it('carries the words of the server, without the key and the ticket', async () => {
    const message = `Model \`x\` does not exist for ${FAKE_LLM_KEY}: "Charged twice. Two payments, one invoice."`;
    server.behave({ kind: 'body', status: 404, body: JSON.stringify({ error: { message } }) });
    const { reason, serverWords } = await failure();
    expect(reason).toBe('model_not_found');
    expect(serverWords).toMatch(/^Model `x` does not exist for …/);
    expect(serverWords).not.toMatch(/sk-|fake|charged|payments|invoice/i);
    expect(JSON.stringify(await failure())).not.toContain('does not exist');
  });

  it('of the connection names what the system says', async () => {
    const gone = new FakeLlmServer();
    const baseUrl = await gone.start();
    await gone.stop();
    expect((await failure(provider({ baseUrl }))).serverWords).toContain('ECONNREFUSED');
  });
});

describe('a text that is too long', () => {
  const long = { title: 'Charged twice', description: `Two payments, one invoice. ${'Please help. '.repeat(800)}` };

  it('is shortened and sent once more', async () => {
    server.behave({ kind: 'small_context', characters: 4_000 });
    expect(await outcome(provider(), { text: long })).toBe('billing high');
    expect(server.requests).toHaveLength(2);
    const ticket = server.requests.at(-1)?.chat?.ticket ?? '';
    expect(ticket).toContain('Title: Charged twice\nDescription:\nTwo payments, one invoice.');
    expect(ticket.length).toBeLessThan(2_200);
  });

  it('is not sent a third time', async () => {
    server.behave({ kind: 'small_context', characters: 100 });
    expect(await outcome(provider(), { text: long })).toBe('too_long');
    expect(server.requests).toHaveLength(2);
  });
});

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])('is not followed (%i)', async (status) => {
    const elsewhere = new FakeLlmServer(null);
    const location = `${(await elsewhere.start()).replace('127.0.0.1', 'localhost')}/chat/completions?key=hush`;
    server.behave({ kind: 'body', status, body: '', headers: { location } });
    const { reason, serverWords } = await failure();
    expect(reason).toBe('redirected');
    expect(serverWords).toBe(`Location: ${location.replace('?key=hush', '')}`);
    expect([server.requests.length, elsewhere.requests.length]).toEqual([1, 0]);
    await elsewhere.stop();
  });

  it('to itself is asked once', async () => {
    server.behave({ kind: 'body', status: 302, body: '', headers: { location: '/v1/chat/completions' } });
    expect(await outcome()).toBe('redirected');
    expect(server.requests).toHaveLength(1);
  });
});

describe('a model that is still to be loaded', () => {
  const impatient = { timeoutMs: 1_500, loadTimeoutMs: 60_000 };
  beforeEach(() => server.behave({ kind: 'loads' }));

  it('gets there though nobody waits so long, and answers the next', async () => {
    const one = provider(impatient);
    expect(await outcome(one)).toBe('timeout');
    const { ended } = await server.received(1);
    server.finishLoading();
    expect(await ended).toBe('answered');
    expect(await outcome(one)).toBe('billing high');
  });

  it('tells when it has got there, once', async () => {
    const one = provider(impatient);
    let told = 0;
    one.onLateAnswer(() => (told += 1));
    expect(await outcome(one)).toBe('timeout');
    const { ended } = await server.received(1);
    expect(told).toBe(0);
    server.finishLoading();
    await ended;
    expect(await outcome(one)).toBe('billing high');
    expect(told).toBe(1);
  });

  it('has one call go on for all, and few besides', async () => {
    const one = provider(impatient);
    expect(await outcome(one)).toBe('timeout');
    const [first] = server.requests;
    const more = await Promise.all(Array.from({ length: 6 }, () => outcome(one)));
    expect(more.toSorted()).toEqual([...Array<string>(4).fill('loading'), 'timeout', 'timeout']);
    expect(server.requests).toHaveLength(3);
    const others = server.requests.slice(1).map(({ ended }) => ended);
    expect(await Promise.all(others)).toEqual(['aborted', 'aborted']);
    server.finishLoading();
    expect(await first?.ended).toBe('answered');
  });

  it('is there once it has answered somebody, though one call is stuck', async () => {
    const one = provider(impatient);
    server.behave({ kind: 'hang' }, { kind: 'keywords' }, { kind: 'hang' });
    expect([await outcome(one), await outcome(one)]).toEqual(['timeout', 'billing high']);
    const more = await Promise.all(Array.from({ length: 4 }, () => outcome(one)));
    expect(more).toEqual(Array<string>(4).fill('timeout'));
  });

  it('is given up in the end', async () => {
    const one = provider({ timeoutMs: 1_500, loadTimeoutMs: 100 });
    expect(await outcome(one)).toBe('timeout');
    expect(await (await server.received(1)).ended).toBe('aborted');
  });

  it('is not waited for by those who leave', async () => {
    const client = new AbortController();
    const left = provider(impatient)
      .classify(request, client.signal, NO_DESK.calls('m', { about: null, examples: [] }))
      .catch(String);
    const { ended } = await server.received(1);
    client.abort('gone');
    expect([await left, await ended]).toEqual(['gone', 'aborted']);
  });
});
