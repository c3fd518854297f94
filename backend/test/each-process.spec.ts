import { browserOf, makePerson } from './support/accounts.ts';
import { FAKE_LLM_KEY, FakeLlmServer } from './support/fake-llm-server.ts';
import { ApiClient } from './support/api-client.ts';
import { type TestApp, startReplica, startTestApp } from './support/test-app.ts';

describe('each of several processes by itself', () => {
  const llm = new FakeLlmServer();
  let one: TestApp;
  let other: TestApp;
  beforeAll(async () => {
    const variables = {
      ...{ PROCESS_ROLE: 'api', RATE_LIMIT_PER_MINUTE: '50' },
      ...{ OPENAI_BASE_URL: await llm.start(), LLM_API_KEY: FAKE_LLM_KEY },
    };
    one = await startTestApp(variables);
    other = await startReplica(one, variables);
  });
  afterAll(async () => {
    await one.close();
    await llm.stop();
  });

  it('counts the requests of a caller', async () => {
    await makePerson(one, 'counted');
    const browser = await browserOf(one, 'counted');
    const left = async (client: ApiClient) => (await client.get('/api/auth/me')).headers.get('ratelimit');
    expect([await left(browser), await left(browser)].map(String)).toEqual([
      expect.stringContaining('r=49'),
      expect.stringContaining('r=48'),
    ]);
    expect(await left(new ApiClient(other.url, browser.headers))).toContain('r=49');
  });

  it('finds out that an LLM is out of reach, and leaves it alone', async () => {
    const suggest = async ({ api }: TestApp) =>
      (
        await api.post<{ source: string }>('/api/tickets/classify', {
          title: 'Charged twice',
          description: 'Two payments.',
        })
      ).body.source;
    llm.behave({ kind: 'status', status: 503, headers: { 'retry-after': '0' } });
    for (let ticket = 0; ticket < 6; ticket += 1) expect(await suggest(one)).toBe('default');
    llm.reset();
    expect([await suggest(one), await suggest(other)]).toEqual(['default', 'llm']);
  });
});
