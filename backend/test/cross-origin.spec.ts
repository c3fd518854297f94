import { browserOf } from './support/accounts.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { TEST_PASSWORD } from './support/test-people.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const refused = { status: 403, body: { code: 'cross_origin_request' } };
const own = () => new URL(app.url).host;

const FOREIGN: [string, Record<string, string>][] = [
  ['another site', { 'sec-fetch-site': 'cross-site' }],
  ['a neighbouring host', { 'sec-fetch-site': 'same-site' }],
  ['another site, with an origin made to look right', { 'sec-fetch-site': 'cross-site', origin: 'SELF' }],
  ['another origin, in an old browser', { origin: 'https://evil.example' }],
  ['another port', { origin: 'http://127.0.0.1:1' }],
  ['a page without an origin', { origin: 'null' }],
  ['the same host without encryption', { origin: 'SELF', 'x-forwarded-proto': 'https' }],
];

const headersFor = (headers: Record<string, string>) =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, value === 'SELF' ? app.url : value]));

describe('a browser that another page makes ask', () => {
  it.each(FOREIGN)('is refused a change: %s', async (_, headers) => {
    const browser = await browserOf(app, 'test-agent');
    // By https the session has another name.
    const client = headers['x-forwarded-proto'] === 'https' ? browser.with(await secureCookie()) : browser;
    const ticket = { title: 'Planted', description: 'Text.', category: 'general', priority: 'low' };
    expect(await client.post('/api/tickets', ticket, headersFor(headers))).toMatchObject(refused);
    expect(await client.post('/api/auth/logout', undefined, headersFor(headers))).toMatchObject(refused);
    expect((await app.api.list({ search: 'Planted' })).count).toBe(0);
  });

  it.each(FOREIGN)('is refused to sign in as somebody else: %s', async (_, headers) => {
    const body = { username: 'test-agent', password: TEST_PASSWORD };
    const answer = await app.anonymous.post('/api/auth/login', body, headersFor(headers));
    expect(answer).toMatchObject(refused);
    expect(answer.headers.get('set-cookie')).toBeNull();
  });

  it('may follow a link', async () => {
    const browser = await browserOf(app, 'test-agent');
    expect((await browser.get('/api/tickets', { 'sec-fetch-site': 'cross-site' })).status).toBe(200);
  });

  it('without being signed in is told that first', async () => {
    const answer = await app.anonymous.post('/api/tickets', {}, { 'sec-fetch-site': 'cross-site' });
    expect(answer).toMatchObject({ status: 401, body: { code: 'unauthenticated' } });
  });
});

describe("the desk's own pages", () => {
  it.each([
    ['the web app', { 'sec-fetch-site': 'same-origin' }],
    ['an address typed by hand', { 'sec-fetch-site': 'none' }],
    ['an old browser', { origin: 'SELF' }],
    ['a program without a browser', {}],
    [
      'the web app behind a proxy',
      { origin: 'https://desk.example', 'x-forwarded-proto': 'https', 'x-forwarded-host': 'desk.example' },
    ],
    [
      'the web app behind a proxy on a port of its own',
      { origin: 'http://localhost:4200', 'x-forwarded-host': 'localhost:4200' },
    ],
  ])('may sign in and change something: %s', async (_, headers) => {
    const body = { username: 'test-agent', password: TEST_PASSWORD };
    const answer = await app.anonymous.post('/api/auth/login', body, headersFor(headers));
    expect(answer.status).toBe(200);
    const cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect((await app.anonymous.post('/api/auth/logout', undefined, { ...headersFor(headers), cookie })).status).toBe(
      204,
    );
  });

  it('are no others than those of the host that the browser asked', async () => {
    const browser = await browserOf(app, 'test-agent');
    const origin = `http://${own()}`;
    expect((await browser.post('/api/auth/logout', undefined, { origin: `${origin}.evil.example` })).status).toBe(403);
    expect((await browser.post('/api/auth/logout', undefined, { origin })).status).toBe(204);
  });
});

async function secureCookie(): Promise<{ cookie: string }> {
  const body = { username: 'test-agent', password: TEST_PASSWORD };
  const { headers } = await app.anonymous.post('/api/auth/login', body, { 'x-forwarded-proto': 'https' });
  return { cookie: headers.get('set-cookie')?.split(';')[0] ?? '' };
}
