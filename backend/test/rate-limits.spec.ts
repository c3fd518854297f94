import { FAKE_LLM_KEY, FakeLlmServer } from './support/fake-llm-server.ts';
import { bearer, browserOf, makePerson, makeToken, signIn } from './support/accounts.ts';
import { type TestApp, startReplica, startTestApp } from './support/test-app.ts';
import { TEST_PASSWORD } from './support/test-people.ts';

const llm = new FakeLlmServer();
const limits = { RATE_LIMIT_PER_MINUTE: '20', RATE_LIMIT_CLASSIFY_PER_MINUTE: '3' };
let variables: Record<string, string>;
let app: TestApp;
beforeAll(async () => {
  variables = { ...limits, OPENAI_BASE_URL: await llm.start(), LLM_API_KEY: FAKE_LLM_KEY };
  app = await startTestApp(variables);
});
afterAll(async () => {
  await app.close();
  await llm.stop();
});

const text = { description: 'The invoice is wrong.' };

describe('requests', () => {
  it('are counted for each caller, who is told how many are left', async () => {
    await makePerson(app, 'counter');
    const browser = await browserOf(app, 'counter');
    const first = await browser.get('/api/tickets');
    expect(first.headers.get('ratelimit-policy')).toBe('"requests";q=20;w=60');
    expect(first.headers.get('ratelimit')).toBe('"requests";r=19;t=60');
    for (let left = 18; left >= 0; left -= 1) {
      const { status, headers } = await browser.get('/api/auth/me');
      expect([status, headers.get('ratelimit')]).toEqual([
        200,
        expect.stringMatching(`^"requests";r=${String(left)};t=\\d+$`),
      ]);
    }
    const refused = await browser.get('/api/tickets');
    expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_requests' } });
    expect(refused.headers.get('ratelimit')).toMatch(/^"requests";r=0;t=\d+$/);
    const wait = Number(refused.headers.get('retry-after'));
    expect(wait).toBeGreaterThan(0);
    expect(wait).toBeLessThanOrEqual(60);
  });

  it('of one caller cost others nothing, and a token is a caller of its own', async () => {
    await makePerson(app, 'busy');
    const browser = await browserOf(app, 'busy');
    const { secret } = await makeToken(browser, ['tickets:read']);
    for (let n = 0; n < 20; n += 1) await browser.get('/api/auth/me');
    expect((await browser.get('/api/auth/me')).status).toBe(429);
    expect((await bearer(app, secret).get('/api/auth/me')).status).toBe(200);
    expect((await app.api.get('/api/auth/me')).status).toBe(200);
  });

  it('with bad credentials are counted by address, so that tokens cannot be guessed at leisure', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.20', authorization: 'Bearer desk_guess' };
    for (let n = 0; n < 20; n += 1) expect((await app.anonymous.get('/api/tickets', headers)).status).toBe(401);
    const refused = await app.anonymous.get('/api/tickets', headers);
    expect(refused.status).toBe(429);
    expect(refused.headers.get('ratelimit')).toMatch(/r=0/);
    const elsewhere = { ...headers, 'x-forwarded-for': '203.0.113.21' };
    expect((await app.anonymous.get('/api/tickets', elsewhere)).status).toBe(401);
  });

  it('that are open are counted too', async () => {
    const { headers } = await app.anonymous.get('/api/health/live', { 'x-forwarded-for': '203.0.113.30' });
    expect(headers.get('ratelimit')).toBe('"requests";r=19;t=60');
  });
});

describe('attempts to sign in', () => {
  const policies =
    '"requests";q=20;w=60, "sign-in-address";q=50;w=900, "sign-in-name";q=10;w=900, "sign-in-name-anywhere";q=100;w=900';
  /** How many are left of each limit that the answer tells of. */
  const left = ({ headers }: { headers: Headers }): Record<string, number> =>
    Object.fromEntries(
      [...(headers.get('ratelimit') ?? '').matchAll(/"([\w-]+)";r=(\d+);t=\d+/g)].map(([, name = '', n]) => [
        name,
        Number(n),
      ]),
    );

  it('are told where they stand, whatever comes of them', async () => {
    await makePerson(app, 'signer');
    const headers = { 'x-forwarded-for': '203.0.113.40' };
    const failed = await signIn(app, 'signer', 'not the password', headers);
    expect([failed.status, failed.headers.get('ratelimit-policy')]).toEqual([401, policies]);
    const counted = { 'sign-in-address': 49, 'sign-in-name': 9, 'sign-in-name-anywhere': 99 };
    expect(left(failed)).toEqual({ requests: 19, ...counted });
    const right = await signIn(app, 'signer', TEST_PASSWORD, headers);
    expect([right.status, right.headers.get('ratelimit-policy')]).toEqual([200, policies]);
    expect(left(right)).toEqual({ requests: 18, ...counted, 'sign-in-name': 10 });
    for (let n = 0; n < 10; n += 1) await signIn(app, 'signer', 'not the password', headers);
    const refused = await signIn(app, 'signer', TEST_PASSWORD, headers);
    expect(refused.status).toBe(429);
    expect(left(refused)).toEqual({ requests: 7, 'sign-in-address': 39, 'sign-in-name': 0 });
    expect(refused.headers.get('ratelimit')).toContain(
      `"sign-in-name";r=0;t=${refused.headers.get('retry-after') ?? ''}`,
    );
  });
});

describe('suggestions', () => {
  it('have a limit of their own, over all replicas and all tokens of a person', async () => {
    await makePerson(app, 'asker');
    const browser = await browserOf(app, 'asker');
    const { secret } = await makeToken(browser, ['tickets:write']);
    const replica = await startReplica(app, variables);
    const first = await browser.post('/api/tickets/classify', text);
    expect(first.status).toBe(200);
    expect(first.headers.get('ratelimit-policy')).toBe('"requests";q=20;w=60, "classify";q=3;w=60');
    expect(first.headers.get('ratelimit')).toMatch(/^"requests";r=\d+;t=\d+, "classify";r=2;t=60$/);
    expect((await bearer(replica, secret).post('/api/tickets/classify', text)).status).toBe(200);
    expect((await bearer(app, secret).post('/api/tickets/classify', text)).status).toBe(200);
    const asked = llm.requests.length;
    const refused = await bearer(replica, secret).post('/api/tickets/classify', text);
    expect(refused).toMatchObject({ status: 429, body: { code: 'too_many_requests' } });
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(60);
    expect(llm.requests.length).toBe(asked);
    expect((await browser.get('/api/tickets')).status).toBe(200);
    await replica.close();
  });

  it('cost an admin as much when they only try, but for those of the desk itself', async () => {
    const admin = await browserOf(app, 'test-admin');
    const beside = { ...text, by: 'local' };
    const local = await admin.post('/api/admin/llm/try', beside);
    expect([local.status, local.headers.get('ratelimit-policy')]).toEqual([200, '"requests";q=20;w=60']);
    for (let n = 0; n < 3; n += 1)
      expect((await admin.post('/api/admin/llm/try', { ...text, by: 'llm' })).status).toBe(200);
    expect((await admin.post('/api/admin/llm/try', { ...text, by: 'llm' })).status).toBe(429);
    expect((await admin.post('/api/admin/llm/try', text)).status).toBe(429);
    expect((await admin.post('/api/admin/llm/try', beside)).status).toBe(200);
    expect((await admin.post('/api/tickets/classify', text)).status).toBe(429);
  });
});
