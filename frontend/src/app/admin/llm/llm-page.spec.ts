import type { LlmState } from '../../api/admin-model';
import { AdminTestPage } from '../testing/admin-page';

const STATE: LlmState = {
  provider: 'openai',
  model: 'gpt-4o-mini',
  base_url: null,
  key_set: false,
  prompt_version: '3',
  timeout_ms: 10_000,
  load_timeout_ms: 300_000,
  not_taken: [],
  last_day: { asked: 142, answered: 139, failed: 3 },
  failures: [{ at: '2026-04-20T09:22:00.000Z', reason: 'timeout', model: 'gpt-4o-mini', latency_ms: 10_000 }],
};
const ANSWER = {
  suggested_category: 'technical',
  suggested_priority: 'high',
  confidence: { category: 0.71, priority: null },
  source: 'llm',
  model: 'gpt-4o-mini',
  reasons: { category: ['0 KB'], priority: [] },
  notice: null,
  latency_ms: 820,
  failure_reason: null,
  server_message: null,
};

async function open(): Promise<AdminTestPage> {
  const page = await AdminTestPage.open('/admin/suggestions');
  await page.answer('GET', '/api/admin/llm', STATE);
  return page;
}

describe('the page about suggestions', () => {
  afterEach(() => document.body.replaceChildren());

  it('says which model runs, whether a key is set, and what failed in plain words', async () => {
    const page = await open();

    expect(page.texts('.settings dl div')).toContain('API key Not set');
    expect(page.texts('.settings dl div')).toContain('Time limit 10 s');
    expect(page.texts('.settings dl div')).toContain('Defaults filled in 3');
    expect(page.text('.failures')).toContain('The model took too long to answer.');
  });

  it('asks for no key where the desk suggests by itself', async () => {
    const page = await AdminTestPage.open('/admin/suggestions');
    await page.answer('GET', '/api/admin/llm', { ...STATE, provider: 'local', model: 'built-in' });

    expect(page.text('.settings h2')).toBe('Own model');
    expect(page.texts('.settings dl div')[0]).toBe('Needs Neither a key nor a network');
    expect(page.text('.settings')).not.toMatch(/API key|Address|Prompt/);
  });

  it('asks about a text without storing it, and shows what the desk would suggest', async () => {
    const page = await open();
    await page.write('Description', 'Every invoice PDF is 0 KB.');
    await page.click('Ask');
    const call = await page.answer('POST', '/api/admin/llm/try', ANSWER);

    expect(call.request.body).toEqual({ description: 'Every invoice PDF is 0 KB.' });
    expect(page.texts('.suggestion')).toEqual([
      'Category Technical Fairly sure · 71 % because of 0 KB',
      'Priority High',
    ]);
    expect(page.text('.answer h3')).toContain('gpt-4o-mini, 820 ms');
    expect(page.text('desk-llm-try-box')).toContain('Nothing is stored');
  });

  it('says what the server of the model does not take', async () => {
    const page = await AdminTestPage.open('/admin/suggestions');
    await page.answer('GET', '/api/admin/llm', { ...STATE, not_taken: ['response_format: json_schema', 'max_tokens'] });

    expect(page.texts('.settings dl div')).toContain('Refused by its server response_format: json_schema, max_tokens');
  });

  it('keeps the settings when only the refresh fails', async () => {
    const page = await open();
    await page.click('Refresh');
    await page.refuse('GET', '/api/admin/llm', 503, 'database_unavailable', 'The database is away.');

    expect(page.text('.settings desk-banner')).toContain('The settings could not be refreshed. The database is away.');
    expect(page.texts('.settings dl')).toHaveLength(2);
    await page.click('Try again');
    await page.answer('GET', '/api/admin/llm', STATE);
    expect(page.texts('.settings desk-banner')).toEqual([]);
  });

  it('quotes what the server of the model said', async () => {
    const page = await open();
    await page.write('Description', 'Every invoice PDF is 0 KB.');
    await page.click('Ask');
    const failed = { model: null, failure_reason: 'no_credit', server_message: 'Insufficient credits' };
    await page.answer('POST', '/api/admin/llm/try', { ...ANSWER, ...failed });

    expect(page.text('.none')).toContain('The account of the API key has no credit left.');
    expect(page.text('.none q')).toBe('Insufficient credits');
  });

  it('says why there is no suggestion', async () => {
    const page = await open();
    await page.write('Description', 'Every invoice PDF is 0 KB.');
    await page.click('Ask');
    await page.answer('POST', '/api/admin/llm/try', { ...ANSWER, model: null, failure_reason: 'bad_api_key' });

    expect(page.text('.none')).toContain('The server of the model refused the API key. Check LLM_API_KEY.');
    expect(page.texts('.suggestion')).toEqual([]);
    expect(page.texts('.said')).toEqual([]);
  });

  it('keeps the text when the question itself fails', async () => {
    const page = await open();
    await page.write('Description', 'Every invoice PDF is 0 KB.');
    await page.click('Ask');
    await page.refuse('POST', '/api/admin/llm/try', 429, 'too_many_requests', 'Too many questions.');

    expect(page.text('desk-failure-banner')).toContain('The question could not be asked.');
    expect(document.querySelector('textarea')?.value).toBe('Every invoice PDF is 0 KB.');
  });

  it('asks for a text first', async () => {
    const page = await open();
    await page.click('Ask');

    expect(page.text('desk-llm-try-box mat-error')).toBe('Description is needed.');
    page.http.expectNone('/api/admin/llm/try');
  });
});
