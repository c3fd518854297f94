import { once } from 'node:events';
import { connect } from 'node:net';
import fc from 'fast-check';
import { DataSource } from 'typeorm';
import type { ProblemBody, TicketBody, TicketListBody } from './support/api-client.ts';
import { captureLogs } from './support/log-capture.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { cookieOf } from './support/test-people.ts';
import { until } from './support/until.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const json = { 'content-type': 'application/json' };
const send = (path: string, init: RequestInit) =>
  fetch(app.url + path, {
    ...init,
    headers: { ...cookieOf(app, 'agent'), ...(init.headers as Record<string, string>) },
  });

describe('problems', () => {
  it.each([
    ['broken JSON', '/api/tickets', { method: 'POST', headers: json, body: '{"title":' }, 400, 'malformed_json'],
    ['an empty body', '/api/tickets', { method: 'POST', headers: json, body: '' }, 400, 'malformed_json'],
    [
      'a poisoned prototype',
      '/api/tickets',
      { method: 'POST', headers: json, body: '{"__proto__":{}}' },
      400,
      'malformed_json',
    ],
    ['a body of text', '/api/tickets', { method: 'POST', body: 'hello' }, 415, 'unsupported_media_type'],
    [
      'a form',
      '/api/tickets',
      { method: 'POST', body: new URLSearchParams({ title: 'a' }) },
      415,
      'unsupported_media_type',
    ],
    [
      'a huge body',
      '/api/tickets',
      { method: 'POST', headers: json, body: `"${'x'.repeat(270_000)}"` },
      413,
      'payload_too_large',
    ],
    ['an unknown address', '/api/nothing', {}, 404, 'not_found'],
    ['an address outside the API', '/', {}, 404, 'not_found'],
    ['an unknown method', '/api/tickets', { method: 'DELETE' }, 404, 'not_found'],
    ['an address that cannot be decoded', '/api/%zz', {}, 400, 'bad_request'],
    ['an address of bytes that are no UTF-8', '/api/tickets/%ff', {}, 400, 'malformed_text'],
    ['a query of bytes that are no UTF-8', '/api/tickets?search=caf%E9', {}, 400, 'malformed_text'],
    ['half a character in the query', '/api/tickets?search=%E9%80', {}, 400, 'malformed_text'],
    ['half a surrogate pair in the query', '/api/tickets?search=%ED%A0%80', {}, 400, 'malformed_text'],
  ])('tell of %s', async (_, path, init, status, code) => {
    const response = await send(path, init);
    const body = (await response.json()) as ProblemBody;
    expect(response.status).toBe(status);
    expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
    expect(body).toMatchObject({ status, code, type: `urn:problem:${code}` });
    expect(body.request_id).toBe(response.headers.get('x-request-id'));
  });

  it('have the same shape whatever is sent', async () => {
    const anything = fc.oneof(
      fc.json(),
      fc.string({ unit: 'binary' }),
      fc.constantFrom('{', '[]', 'null', '{"title":{}}'),
    );
    await fc.assert(
      fc.asyncProperty(anything, fc.constantFrom('/api/tickets', '/api/tickets/classify'), async (body, path) => {
        const response = await send(path, { method: 'POST', headers: json, body });
        const problem = (await response.json()) as ProblemBody;
        expect([400, 413, 415]).toContain(response.status);
        expect(response.headers.get('content-type')).toMatch(/^application\/problem\+json/);
        expect(problem).toEqual({
          type: `urn:problem:${problem.code}`,
          title: expect.stringMatching(/\S/),
          status: response.status,
          detail: expect.stringMatching(/\S/),
          instance: path,
          code: expect.stringMatching(/^[a-z_]+$/),
          request_id: response.headers.get('x-request-id'),
          ...(problem.errors ? { errors: expect.any(Array) } : {}),
        });
        for (const error of problem.errors ?? []) {
          expect(error).toEqual({
            field: expect.any(String),
            code: expect.stringMatching(/^\w+$/),
            message: expect.any(String),
          });
        }
      }),
      { numRuns: 150 },
    );
  });

  it('leak nothing when something breaks on our side', async () => {
    await app.sql('ALTER TABLE categories RENAME TO categories_gone');
    try {
      const { status, body } = await app.api.get<ProblemBody>('/api/categories');
      expect(status).toBe(500);
      expect(body.code).toBe('internal_error');
      expect(JSON.stringify(body)).not.toMatch(/categories_gone|relation|SELECT|Error:/i);
    } finally {
      await app.sql('ALTER TABLE categories_gone RENAME TO categories');
    }
  });
});

describe('the bytes of a body', () => {
  const ticket = { title: 'Über', description: 'Zoë “paid” €5.', category: 'general', priority: 'low' };
  const latin1 = { ...ticket, description: 'Zoë pagó.' };
  const post = async (body: Buffer, type: string) => {
    const response = await send('/api/tickets', {
      method: 'POST',
      headers: { 'content-type': type },
      body: new Uint8Array(body),
    });
    return { status: response.status, body: (await response.json()) as ProblemBody & TicketBody };
  };
  const utf8 = Buffer.from(JSON.stringify(ticket));

  it.each([
    ['UTF-8', 'application/json', utf8, ticket],
    ['UTF-8, as declared', 'application/json; charset=UTF-8', utf8, ticket],
    ['UTF-8, declared in quotation marks', 'application/json; charset="utf-8"', utf8, ticket],
    ['UTF-8 with a mark of its byte order', 'application/json', Buffer.concat([Buffer.from('\ufeff'), utf8]), ticket],
    [
      'ISO-8859-1, as declared',
      'application/json; charset=iso-8859-1',
      Buffer.from(JSON.stringify(latin1), 'latin1'),
      latin1,
    ],
    [
      'UTF-16, as declared',
      'application/json; charset=utf-16le',
      Buffer.from(JSON.stringify(ticket), 'utf16le'),
      ticket,
    ],
  ])('are read as %s', async (_, type, bytes, { title, description }) => {
    expect(await post(bytes, type)).toMatchObject({ status: 201, body: { title, description } });
  });

  it.each([
    ['no UTF-8', 'application/json', Buffer.from(JSON.stringify(latin1), 'latin1'), 400, 'malformed_text'],
    [
      'no UTF-8, though declared',
      'application/json; charset=utf-8',
      Buffer.from(JSON.stringify(latin1), 'latin1'),
      400,
      'malformed_text',
    ],
    ['half a character', 'application/json', utf8.subarray(0, 11), 400, 'malformed_text'],
    [
      'UTF-16, undeclared',
      'application/json',
      Buffer.from(`\ufeff${JSON.stringify(ticket)}`, 'utf16le'),
      400,
      'malformed_text',
    ],
    ['an unknown charset', 'application/json; charset=klingon', utf8, 415, 'unsupported_media_type'],
  ])('are refused when they are %s', async (_, type, bytes, status, code) => {
    expect(await post(bytes, type)).toMatchObject({ status, body: { status, code } });
  });

  it.each([
    ['half a surrogate pair', { title: 'Broken \ud83d' }, 'invalid_characters'],
    ['a NUL', { description: 'a\0b' }, 'invalid_characters'],
  ])('name nothing that cannot be stored: %s', async (_, wrong, code) => {
    const [field] = Object.keys(wrong);
    expect(await post(Buffer.from(JSON.stringify({ ...ticket, ...wrong })), 'application/json')).toMatchObject({
      status: 400,
      body: { errors: [{ field, code }] },
    });
  });

  it.each<[path: string, body: unknown, field: string]>([
    ['/api/tickets', { ...ticket, title: 'a\ud800' }, 'title'],
    ['/api/tickets', { ...ticket, unknown: 'a\udc00b' }, 'unknown'],
    ['/api/tickets', { ...ticket, ['\udbff']: 'a' }, 'body'],
    ['/api/tickets/classify', { description: 'a\ude00\ud83d' }, 'description'],
    ['/api/auth/login', { username: 'a\ud800', password: 'secret' }, 'username'],
    ['/api/auth/login', { username: 'test-agent', password: 'broken \ud800 one' }, 'password'],
    ['/api/admin/categories', { label: 'Hardware', description: '\ud800' }, 'description'],
    [
      '/api/admin/tickets/bulk/preview',
      { selection: { filter: { search: 'a\ud800' } }, action: { kind: 'delete' } },
      'selection.filter.search',
    ],
    [
      '/api/admin/tickets/bulk/preview',
      { selection: { filter: { category: ['general', '\ud800'] } }, action: { kind: 'delete' } },
      'selection.filter.category.1',
    ],
  ])('hold no half of a surrogate pair anywhere: %s %j', async (path, body, field) => {
    const answer = await app.as('admin').post<ProblemBody>(path, body);
    expect([answer.status, answer.body.code]).toEqual([400, 'malformed_text']);
    expect(answer.body.errors).toEqual([{ field, code: 'invalid_characters', message: expect.any(String) }]);
  });

  it('may hold whole pairs, and backslashes that look like halves', async () => {
    const texts = { title: 'Smile \ud83d\ude00', description: String.raw`The log says \ud800.` };
    const escaped = JSON.stringify({ ...ticket, ...texts }).replace('\u{1f600}', String.raw`\ud83d\ude00`);
    expect(await post(Buffer.from(escaped), 'application/json')).toMatchObject({ status: 201, body: texts });
  });
});

describe('the query of an address', () => {
  it('may hold percent signs that escape nothing', async () => {
    await app.api.createTicket({ title: 'Querverkauf zu 100% für Zürich' });
    const count = async (query: string) =>
      (await app.api.get<TicketListBody>(`/api/tickets?search=${query}`)).body.count;
    expect(await count('querverkauf%20100%')).toBe(1);
    expect(await count('querverkauf+f%C3%BCr+100%')).toBe(1);
  });
});

describe('every answer', () => {
  it('names the request, with the name the caller gave when it is harmless', async () => {
    const header = async (id?: string) =>
      (await app.api.get('/api/health/live', id === undefined ? {} : { 'x-request-id': id })).headers.get(
        'x-request-id',
      );
    expect(await header('trace-1.a_B')).toBe('trace-1.a_B');
    expect(await header('x'.repeat(65))).toMatch(/^[0-9a-f-]{36}$/);
    expect(await header('a b')).toMatch(/^[0-9a-f-]{36}$/);
    expect(await header()).not.toBe(await header());
  });

  it('is kept by no cache, but for the pages of the documentation', async () => {
    for (const path of ['/api/tickets', '/api/auth/me', '/api/nothing', '/api/docs-json'])
      expect([path, (await app.api.get(path)).headers.get('cache-control')]).toEqual([path, 'no-store']);
    const script = await app.anonymous.get('/api/docs/swagger-ui-bundle.js');
    expect([script.status, script.headers.get('cache-control')]).not.toContain('no-store');
  });

  it('that refuses is logged with who asked, and without what they showed', async () => {
    const own = await startTestApp();
    const logs = captureLogs();
    await own.api.get('/api/admin/users', { 'x-request-id': 'forbidden-one' });
    await own.anonymous.get('/api/tickets', { authorization: 'Bearer desk_hush-hush' });
    const refusals = logs.lines().filter(({ msg }) => msg === 'Refused');
    expect(refusals).toEqual([
      expect.objectContaining({ code: 'forbidden', user_id: expect.any(Number), request_id: 'forbidden-one' }),
      expect.objectContaining({ code: 'invalid_token', address: '127.0.0.1' }),
    ]);
    expect(logs.text()).not.toMatch(/hush|session-of-test/);
    await own.close();
  });

  it('carries the headers that protect a browser', async () => {
    const { headers } = await app.api.get('/api/health/live');
    const policy = headers.get('content-security-policy')?.split(';');
    for (const rule of ["default-src 'self'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"])
      expect(policy).toContain(rule);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('strict-transport-security')).toContain('max-age');
    expect(headers.get('x-powered-by')).toBeNull();
  });
});

describe('health', () => {
  it('is live and ready', async () => {
    expect(await app.api.get('/api/health/live')).toMatchObject({ status: 200, body: { status: 'ok' } });
    expect(await app.api.get('/api/health/ready/')).toMatchObject({ status: 200, body: { status: 'ok' } });
  });

  it('stays live but is not ready without its database', async () => {
    const lonely = await startTestApp();
    const [row] = await lonely.sql<{ name: string }>('SELECT current_database() AS name');
    await app.sql(`ALTER DATABASE "${row?.name ?? ''}" ALLOW_CONNECTIONS false`);
    await app.sql('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1', [row?.name]);
    expect(await lonely.api.get('/api/health/ready')).toMatchObject({
      status: 503,
      body: { code: 'database_unavailable' },
    });
    expect((await lonely.api.get('/api/health/live')).status).toBe(200);
    await app.sql(`ALTER DATABASE "${row?.name ?? ''}" ALLOW_CONNECTIONS true`);
    await untilReady(lonely);
    await lonely.close();
  });
});

describe('stopping', () => {
  it('finishes the requests in flight', async () => {
    const stopping = await startTestApp();
    const { id } = await stopping.api.createTicket();
    const path = `/api/tickets/${String(id)}`;
    const holder = await holdTicket(stopping, id);
    const inFlight = stopping.api.patch(path, { status: 'closed' });
    await holder.untilSomeoneWaits();
    const closed = stopping.close();
    await holder.release();
    expect(await inFlight).toMatchObject({ status: 200, body: { status: 'closed' } });
    await closed;
    await expect(fetch(`${stopping.url}/api/health/live`)).rejects.toThrow();
  });
});

describe('stopping with a connection that was never used', () => {
  it('does not wait for it', async () => {
    const stopping = await startTestApp();
    const socket = connect(Number(new URL(stopping.url).port), '127.0.0.1');
    await once(socket, 'connect');
    await stopping.api.get('/api/health/live');
    const closed = once(socket, 'close');
    await stopping.close();
    await closed;
  });
});

describe('a slow statement', () => {
  it('is given up by the database and told as such', async () => {
    const hasty = await startTestApp({ DATABASE_STATEMENT_TIMEOUT_MS: '2000' });
    const { id } = await hasty.api.createTicket();
    const holder = await holdTicket(hasty, id);
    const answer = await hasty.api.patch(`/api/tickets/${String(id)}`, { status: 'closed' });
    expect(answer).toMatchObject({ status: 503, body: { code: 'database_timeout' } });
    expect(answer.headers.get('retry-after')).toBe('5');
    await holder.release();
    await hasty.close();
  });

  it('leaves no text of a ticket in the log', async () => {
    const hasty = await startTestApp({ DATABASE_STATEMENT_TIMEOUT_MS: '2000' });
    const logs = captureLogs();
    const runner = hasty.get(DataSource).createQueryRunner();
    await runner.startTransaction();
    await runner.query('LOCK TABLE tickets');
    const ticket = { title: 'Very private', description: 'Nobody else', category: 'general', priority: 'low' };
    expect(await hasty.api.post('/api/tickets', ticket)).toMatchObject({ status: 503 });
    await runner.rollbackTransaction();
    await runner.release();
    expect(logs.lines()).toContainEqual(expect.objectContaining({ level: 50, code: 'database_timeout' }));
    expect(logs.text()).toContain('canceling statement due to statement timeout');
    expect(logs.text()).not.toMatch(/Very private|Nobody else/);
    await hasty.close();
  });
});

/** Of what goes without another field the other has the example: together they would be refused. */
const EITHER_OR = ['AskedContact.id', 'ReadNotifications.ids'];

describe('the documentation', () => {
  it('is OpenAPI 3.1 and describes every field and every error', async () => {
    const { body } = await app.api.get<OpenApiDocument>('/api/docs-json');
    expect(body.openapi).toBe('3.1.0');
    const operations = operationsOf(body);
    expect(operations.length).toBeGreaterThanOrEqual(9);
    for (const { summary, responses } of operations) {
      expect(summary).toBeTruthy();
      for (const [status, { description, content = {} }] of Object.entries(responses)) {
        expect(description).not.toBe('');
        const type =
          Number(status) < 400
            ? /^(application\/(json|octet-stream)|text\/(csv|event-stream|html)|image\/webp)$/
            : /^application\/problem\+json$/;
        for (const given of Object.keys(content)) expect(given).toMatch(type);
        expect(Object.keys(content)).toHaveLength(['204', '304'].includes(status) ? 0 : 1);
      }
    }
    for (const [name, schema] of Object.entries(body.components.schemas)) {
      for (const [field, property] of Object.entries(schema.properties ?? {})) {
        const given = {
          description: 'description' in property,
          example:
            'example' in property ||
            JSON.stringify(property).includes('$ref') ||
            EITHER_OR.includes(`${name}.${field}`),
        };
        expect([`${name}.${field}`, given]).toEqual([`${name}.${field}`, { description: true, example: true }]);
      }
    }
  });

  it('names for every operation the errors that its kind of operation has', async () => {
    const { body } = await app.api.get<OpenApiDocument>('/api/docs-json');
    for (const operation of operationsOf(body)) {
      const { name, responses, access, requestBody, parameters = [] } = operation;
      const inPath = parameters.some((parameter) => parameter.in === 'path');
      const expected = [
        ...['429', '500', '503'],
        ...(access === 'open' ? [] : access === 'customer' ? ['401'] : ['401', '403']),
        ...(requestBody ? ['400', '413', '415'] : []),
        ...(inPath ? ['400'] : []),
        ...(inPath && !operation['x-absence-is-fine'] ? ['404'] : []),
      ];
      const documented = Object.keys(responses);
      expect([name, expected.filter((status) => !documented.includes(status))]).toEqual([name, []]);
    }
  });

  it('is served as Swagger UI', async () => {
    const response = await send('/api/docs', {});
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('swagger-ui');
  });

  it('comes compressed, and the large parts of it once', async () => {
    const large = ['/api/docs/swagger-ui-bundle.js', '/api/docs/swagger-ui.css'];
    for (const path of [...large, '/api/docs-json']) {
      for (const encoding of ['br', 'gzip']) {
        const response = await send(path, { headers: { 'accept-encoding': encoding } });
        await response.arrayBuffer();
        expect([path, response.headers.get('content-encoding')]).toEqual([path, encoding]);
        expect(response.headers.get('vary')).toContain('accept-encoding');
      }
      const plain = await send(path, { headers: { 'accept-encoding': 'identity' } });
      expect([path, plain.status, plain.headers.get('content-encoding')]).toEqual([path, 200, null]);
      await plain.arrayBuffer();
    }
    for (const path of large) {
      const first = await send(path, {});
      await first.arrayBuffer();
      expect(first.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      const again = await send(path, {
        headers: { 'if-none-match': first.headers.get('etag') ?? '', 'cache-control': 'max-age=0' },
      });
      expect(again.status).toBe(304);
    }
  });

  it('gives nothing of its package but what the page needs', async () => {
    for (const name of ['package.json', 'index.html', 'swagger-ui.js', 'absolute-path.js', '../package.json'])
      expect([name, (await send(`/api/docs/${name}`, {})).status]).toEqual([name, 404]);
  });
});

interface Operation {
  readonly summary: string;
  readonly responses: Record<string, { readonly description: string; readonly content?: object }>;
  readonly requestBody?: object;
  readonly parameters?: readonly { readonly in: string }[];
  readonly 'x-access': string;
  readonly 'x-absence-is-fine'?: boolean;
}

interface OpenApiDocument {
  openapi: string;
  paths: Record<string, Record<string, Operation>>;
  components: { schemas: Record<string, { properties?: Record<string, object> }> };
}

function operationsOf({ paths }: OpenApiDocument): (Operation & { name: string; access: string })[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...{ name: `${method} ${path}`, access: operation['x-access'] },
      ...operation,
    })),
  );
}

/** A connection that was cut may be noticed one question late. */
async function untilReady(target: TestApp): Promise<void> {
  await until(async () => (await target.api.get('/api/health/ready')).status === 200);
}

/** Locks a ticket, so that whoever changes it has to wait. */
async function holdTicket(
  target: TestApp,
  id: number,
): Promise<{ release: () => Promise<void>; untilSomeoneWaits: () => Promise<void> }> {
  const runner = target.get(DataSource).createQueryRunner();
  await runner.startTransaction();
  await runner.query('SELECT 1 FROM tickets WHERE id = $1 FOR UPDATE', [id]);
  const waiting = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return {
    untilSomeoneWaits: () => until(async () => (await target.sql(waiting)).length > 0),
    release: async () => {
      await runner.rollbackTransaction();
      await runner.release();
    },
  };
}
