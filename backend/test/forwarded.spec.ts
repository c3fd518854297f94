import { signIn } from './support/accounts.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { TEST_PASSWORD } from './support/test-people.ts';

const SECRET = 'known-to-the-proxy-alone';
const mark = { 'x-desk-proxy': SECRET };

const attempts = (app: TestApp, headersOf: (n: number) => Record<string, string>) =>
  Array.from({ length: 4 }, (_, n) => n).reduce<Promise<number[]>>(async (before, n) => {
    const statuses = await before;
    const { status } = await signIn(app, `somebody-${String(n)}`, 'not it', headersOf(n));
    return [...statuses, status];
  }, Promise.resolve([]));
const client = (n: number) => ({ 'x-forwarded-for': `203.0.113.${String(n + 1)}` });
const refused = (statuses: number[]) => statuses.filter((status) => status === 429).length;

describe('who a caller says to be', () => {
  const THREE = { LOGIN_ATTEMPTS_PER_ADDRESS: '3', TRUSTED_PROXIES: 'none' };

  it('counts when the proxy of the desk says so, and nobody else on the same machine', async () => {
    const app = await startTestApp({ ...THREE, PROXY_SECRET: SECRET });
    expect(refused(await attempts(app, (n) => ({ ...client(n), ...mark })))).toBe(0);
    expect(refused(await attempts(app, client))).toBe(1);
    expect(refused(await attempts(app, (n) => ({ ...client(n), 'x-desk-proxy': `${SECRET}!` })))).toBe(4);
    await app.close();
  });

  it('counts for nothing without a proxy', async () => {
    const app = await startTestApp(THREE);
    expect(refused(await attempts(app, (n) => ({ ...client(n), ...mark })))).toBe(1);
    await app.close();
  });

  it('is the last that is no proxy, with or without a port, and never a name', async () => {
    const app = await startTestApp({ ...THREE, PROXY_SECRET: SECRET });
    const from = (value: (n: number) => string) => attempts(app, (n) => ({ ...mark, 'x-forwarded-for': value(n) }));
    expect(refused(await from((n) => `198.51.100.${String(n)}, 203.0.113.7:${String(40_000 + n)}`))).toBe(1);
    expect(refused(await from((n) => `[2001:db8::1]:${String(40_000 + n)}`))).toBe(1);
    expect(refused(await from((n) => `unknown-${String(n)}`))).toBe(1);
    await app.close();
  });
});

describe('how a caller came', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ TRUSTED_PROXIES: 'none', PROXY_SECRET: SECRET });
  });
  afterAll(() => app.close());

  it.each([
    ['https', true],
    ['HTTPS', true],
    [' https ', true],
    ['Https, http', true],
    ['https,HTTPS', true],
    ['http', false],
    ['http, https', false],
    ['httpss', false],
    ['', false],
  ])('is told by %j', async (proto, secure) => {
    const { headers } = await signIn(app, 'test-agent', TEST_PASSWORD, {
      ...mark,
      'x-forwarded-proto': proto,
    });
    expect(headers.get('set-cookie')?.includes('; Secure') ?? false).toBe(secure);
  });
});
