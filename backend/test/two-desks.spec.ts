import { ApiClient } from './support/api-client.ts';
import { sessionCookie, signIn } from './support/accounts.ts';
import { type TestApp, startReplica, startTestApp } from './support/test-app.ts';

interface Document {
  readonly components: { readonly securitySchemes: { readonly session: { readonly name: string } } };
}

const nameOf = (cookie: string): string => cookie.split('=', 1)[0] ?? '';

// Browsers keep cookies by host, whatever the port: two desks on one machine share them.
describe('two desks on one host', () => {
  let one: TestApp;
  let other: TestApp;
  beforeAll(async () => {
    [one, other] = await Promise.all([startTestApp(), startTestApp()]);
  });
  afterAll(() => Promise.all([one.close(), other.close()]));

  it('have sessions side by side in one browser, and signing out of one leaves the other', async () => {
    const [first, second] = [
      sessionCookie(await signIn(one, 'test-agent')),
      sessionCookie(await signIn(other, 'test-admin')),
    ];
    expect(nameOf(first)).not.toBe(nameOf(second));
    const browser = { cookie: `${first}; ${second}` };
    const whoAmI = async ({ url }: TestApp) =>
      (await new ApiClient(url, browser).get<{ user?: { username: string } }>('/api/auth/me')).body.user?.username;
    expect([await whoAmI(one), await whoAmI(other)]).toEqual(['test-agent', 'test-admin']);

    const { headers } = await new ApiClient(one.url, browser).post('/api/auth/logout', undefined);
    expect(nameOf(headers.get('set-cookie') ?? '')).toBe(nameOf(first));
    expect([await whoAmI(one), await whoAmI(other)]).toEqual([undefined, 'test-admin']);
  });

  it('are one desk when they share a database: a replica takes the same session', async () => {
    const replica = await startReplica(one);
    const cookie = sessionCookie(await signIn(one, 'test-agent'));
    expect((await new ApiClient(replica.url, { cookie }).get('/api/auth/me')).status).toBe(200);
  });

  it('name their cookies in their documentation', async () => {
    for (const desk of [one, other]) {
      const cookie = sessionCookie(await signIn(desk, 'test-agent'));
      const { body } = await desk.anonymous.get<Document>('/api/docs-json');
      expect(body.components.securitySchemes.session.name).toBe(nameOf(cookie));
    }
  });
});
