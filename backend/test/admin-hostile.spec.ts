import type { AdminCategoryBody, AuditPageBody } from './support/admin-bodies.ts';
import type { ProblemBody, TicketBody } from './support/api-client.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { cookieOf } from './support/test-people.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ WEB_URL: 'https://desk.example/' });
});
afterAll(() => app.close());

interface OpenApiDocument {
  paths: Record<string, Record<string, object>>;
}

/** Every call of the admin section, with something in place of each part of its path. */
async function adminCalls(): Promise<[method: string, path: string][]> {
  const { body } = await app.as('admin').get<OpenApiDocument>('/api/docs-json');
  return Object.entries(body.paths)
    .filter(([path]) => path.startsWith('/api/admin'))
    .flatMap(([path, methods]) =>
      Object.keys(methods).map((method): [string, string] => [method.toUpperCase(), path.replace(/\{\w+\}/g, '1')]),
    );
}

describe('the admin section', () => {
  it('is closed to agents and to strangers, call by call, before anything is read of the request', async () => {
    const calls = await adminCalls();
    expect(calls.length).toBeGreaterThanOrEqual(25);
    for (const [method, path] of calls) {
      const body = method === 'GET' ? undefined : { anything: true };
      const refused = await app.api.send<ProblemBody>(method, path, body, {});
      expect([method, path, refused.status, refused.body.code]).toEqual([method, path, 403, 'forbidden']);
      const stranger = await app.anonymous.send<ProblemBody>(method, path, body, {});
      expect([method, path, stranger.status]).toEqual([method, path, 401]);
    }
  });

  it('is in the web app: the address on this port leads there', async () => {
    for (const path of ['/admin', '/admin/']) {
      const { status, headers } = await app.anonymous.get(path);
      expect([status, headers.get('location')]).toEqual([302, 'https://desk.example/admin']);
    }
    expect((await app.anonymous.get('/admin?next=//evil.example')).headers.get('location')).toBe(
      'https://desk.example/admin',
    );
    expect((await app.anonymous.get('/admin/anything')).status).toBe(404);
  });
});

describe('text that would be a script in a page', () => {
  const script = '<img src=x onerror=alert(1)>"\'&lt;script&gt;';

  it('is text in every answer: JSON that no browser takes for a page', async () => {
    const { body: category } = await app
      .as('admin')
      .post<AdminCategoryBody>('/api/admin/categories', { label: script, description: script });
    expect(category).toMatchObject({ label: script, description: script });
    const { id } = await app.api.createTicket({ title: 'plain', category: category.key });
    await app.as('admin').patch<TicketBody>(`/api/admin/tickets/${String(id)}`, { title: script, description: script });
    await app.as('admin').post('/api/admin/users', { username: 'xss', display_name: script, role: 'agent' });
    for (const path of [
      '/api/categories',
      '/api/admin/categories',
      `/api/tickets/${String(id)}`,
      '/api/users',
      '/api/admin/users',
      '/api/admin/audit',
      '/api/admin/overview',
    ]) {
      const answer = await fetch(app.url + path, { headers: cookieOf(app, 'admin') });
      expect([path, answer.headers.get('content-type')]).toEqual([path, 'application/json; charset=utf-8']);
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
      expect(JSON.stringify(JSON.parse(await answer.text()))).toContain(JSON.stringify(script).slice(1, -1));
    }
  });

  it('comes back in no problem as anything but text', async () => {
    const answer = await fetch(`${app.url}/api/admin/categories/${encodeURIComponent(script)}`, {
      method: 'PATCH',
      headers: { ...cookieOf(app, 'admin'), 'content-type': 'application/json' },
      body: JSON.stringify({ [script]: 1 }),
    });
    expect(answer.status).toBe(400);
    expect(answer.headers.get('content-type')).toMatch(/^application\/problem\+json/);
  });
});

describe('what is sent to break something', () => {
  const admin = () => ({ ...cookieOf(app, 'admin'), 'content-type': 'application/json' });
  const send = async (method: string, path: string, body: string): Promise<[number, string]> => {
    const answer = await fetch(app.url + path, { method, headers: admin(), body });
    return [answer.status, ((await answer.json()) as ProblemBody).code];
  };
  const deep = (depth: number, open = '[', close = ']') => open.repeat(depth) + close.repeat(depth);

  it.each([
    ['POST', '/api/admin/categories', (nested: string) => `{"label":${nested}}`],
    ['PUT', '/api/admin/categories/order', (nested: string) => `{"keys":[${nested}]}`],
    ['PATCH', '/api/admin/tickets/1', (nested: string) => `{"title":${nested}}`],
    ['POST', '/api/admin/tickets/bulk', (nested: string) => `{"selection":{"filter":${nested}},"action":${nested}}`],
    ['POST', '/api/admin/tickets/bulk', (nested: string) => `{"selection":{"ids":[${nested}]},"action":{}}`],
    ['POST', '/api/admin/users', (nested: string) => `{"username":${nested}}`],
    ['POST', '/api/admin/llm/try', (nested: string) => `{"description":${nested}}`],
  ])('a body nested as deeply as it can be is refused by %s %s', async (method, path, body) => {
    for (const nested of [deep(60_000), deep(20_000, '{"a":', '}').replace(':}', ':1}')]) {
      expect((await send(method, path, body(nested)))[0]).toBe(400);
    }
  });

  it.each(['/api/admin/categories', '/api/admin/users', '/api/admin/tickets/bulk', '/api/admin/llm/try'])(
    'a body too large is refused by %s',
    async (path) => {
      expect(await send('POST', path, `{"label":"${'x'.repeat(270_000)}"}`)).toEqual([413, 'payload_too_large']);
    },
  );

  it.each(['{"__proto__":{"role":"admin"}}', '{"constructor":{"prototype":{"role":"admin"}}}'])(
    'a poisoned prototype is refused: %s',
    async (body) => {
      expect((await send('POST', '/api/admin/users', body))[0]).toBe(400);
    },
  );

  it.each(['a%0d%0aset-cookie:%20x=y', '%00', '..%2f..%2fusers', 'a;b', '%ff'])(
    'a key that would be something else in a header or a path is refused: %s',
    async (key) => {
      const answer = await fetch(`${app.url}/api/admin/categories/${key}/merge`, {
        method: 'POST',
        headers: admin(),
        body: '{"into":"general"}',
      });
      expect(answer.status).toBe(400);
      expect(answer.headers.get('set-cookie')).toBeNull();
    },
  );

  it('has left everything as it was, and the log has nothing of it', async () => {
    const { body } = await app.as('admin').get<AuditPageBody>('/api/admin/audit?kind=category_merged,user_changed');
    expect(body.results).toEqual([]);
    expect((await app.as('admin').get('/api/admin/overview')).status).toBe(200);
  });
});
