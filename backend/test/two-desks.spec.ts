import { ApiClient } from './support/api-client.ts';
import { sessionCookie, signIn } from './support/accounts.ts';
import { type TestApp, startApi, startReplica, startTestApp } from './support/test-app.ts';
import { createTestDatabase } from './support/test-database.ts';

interface Document {
  readonly components: { readonly securitySchemes: { readonly session: { readonly name: string } } };
}

const nameOf = (cookie: string): string => cookie.split('=', 1)[0] ?? '';

// Browsers keep cookies by host, whatever the port: two desks on one machine share them.
describe('two desks on one host', () => {
  let one: TestApp;
  let other: TestApp;
  beforeAll(async () => {
    one = await startTestApp();
    other = await startAnotherDesk();
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

  it('are one desk when one is a copy of the other: its backup brings back the sessions too', async () => {
    const copy = await startTestApp();
    expect(sessionCookie(await signIn(copy, 'test-agent')).split('=')[0]).toBe(
      nameOf(sessionCookie(await signIn(one, 'test-agent'))),
    );
    await copy.close();
  });

  it('have one id each, which nobody adds to', async () => {
    await expect(one.sql('INSERT INTO desk DEFAULT VALUES')).rejects.toThrow('desk_only_one_unique');
    expect(await one.sql('SELECT id FROM desk')).toHaveLength(1);
  });

  it('name their cookies in their documentation', async () => {
    for (const desk of [one, other]) {
      const cookie = sessionCookie(await signIn(desk, 'test-agent'));
      const { body } = await desk.anonymous.get<Document>('/api/docs-json');
      expect(body.components.securitySchemes.session.name).toBe(nameOf(cookie));
    }
  });
});

/** Every database of a test is a copy of one; this one gets an id of its own, as the manual tells those who copy a desk. */
async function startAnotherDesk(): Promise<TestApp> {
  const database = await createTestDatabase();
  const before = await startApi(database.url, {});
  await before.sql('UPDATE desk SET id = gen_random_uuid()');
  await before.close();
  const app = await startApi(database.url, {});
  const close = async () => {
    await app.close();
    await database.drop();
  };
  return { ...app, close };
}
