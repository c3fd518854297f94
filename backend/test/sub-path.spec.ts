import { ApiClient } from './support/api-client.ts';
import { sessionCookie, signIn } from './support/accounts.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';

interface Document {
  readonly servers: { readonly url: string }[];
  readonly components: { readonly securitySchemes: { readonly session: { readonly name: string } } };
}

const HTTPS = { 'x-forwarded-proto': 'https' };
const draft = { title: 'A ticket', description: 'What happened.', category: 'general', priority: 'medium' };

describe('a desk below a path', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await startTestApp({ WEB_URL: 'https://example.org/tools/desk/' });
  });
  afterAll(() => app.close());

  it('is found with the path and, behind a proxy that takes it away, without', async () => {
    for (const prefix of ['/tools/desk', ''])
      expect([prefix, (await app.api.get(`${prefix}/api/tickets?limit=1`)).status]).toEqual([prefix, 200]);
    expect((await app.api.get('/tools/desktop/api/tickets')).status).toBe(404);
    expect((await app.api.get('/desk/api/tickets')).status).toBe(404);
  });

  it('keeps its session below the path, over https alone', async () => {
    const answer = await signIn(app, 'test-agent', undefined, HTTPS);
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(
      /^__Secure-desk_session_[0-9a-f]{12}=[\w-]{43}; Path=\/tools\/desk; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
    );
    const browser = new ApiClient(app.url, { ...HTTPS, cookie: sessionCookie(answer) });
    expect((await browser.get('/tools/desk/api/auth/me')).status).toBe(200);
    const out = await browser.post('/tools/desk/api/auth/logout', undefined);
    expect(out.headers.get('set-cookie')).toMatch(/^__Secure-[^;]+=; .*Path=\/tools\/desk/);
  });

  it('leads to where it is', async () => {
    const { headers } = await app.api.post('/tools/desk/api/tickets', draft);
    const location = headers.get('location') ?? '';
    expect(location).toMatch(/^\/tools\/desk\/api\/tickets\/\d+$/);
    expect((await app.api.get(location)).status).toBe(200);
    expect((await app.anonymous.get('/tools/desk/admin')).headers.get('location')).toBe(
      'https://example.org/tools/desk/admin',
    );
  });

  it('has a documentation whose parts and whose tries find it', async () => {
    const { body: page } = await app.anonymous.get<string>('/tools/desk/api/docs');
    const parts = [...page.matchAll(/(?:href|src)="([^"]+)"/g)].map(([, address = '']) => address);
    expect(parts).toHaveLength(5);
    for (const part of parts) {
      expect(part).toMatch(/^\/tools\/desk\/api\/docs\//);
      expect([part, (await app.anonymous.get(part)).status]).toEqual([part, 200]);
    }
    const { body: script } = await app.anonymous.get<string>('/tools/desk/api/docs/swagger-ui-init.js');
    expect(script).toContain('"url":"/tools/desk/api/docs-json"');
    const { body: document } = await app.anonymous.get<Document>('/tools/desk/api/docs-json');
    expect(document.servers).toEqual([{ url: '/tools/desk' }]);
    expect(document.components.securitySchemes.session.name).toMatch(/^__Secure-desk_session_[0-9a-f]{12}$/);
  });
});
