import type { ApiClient, Answer, ProblemBody } from './support/api-client.ts';
import { WITH_PORTAL, customerOf } from './support/customers.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';

let app: TestApp;
let customer: ApiClient;
beforeAll(async () => {
  app = await startTestApp(WITH_PORTAL);
  customer = await customerOf(app, 'wide@example.com');
});
afterAll(() => app.close());

interface OpenApiDocument {
  readonly paths: Record<
    string,
    Record<string, { readonly requestBody?: { content: object }; readonly parameters?: { in: string }[] }>
  >;
}

/** Every operation that takes this of a request, with something in place of each part of its path. */
async function operationsWith(what: 'body' | 'query'): Promise<[method: string, path: string][]> {
  const { body } = await app.anonymous.get<OpenApiDocument>('/api/docs-json');
  return Object.entries(body.paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, { requestBody, parameters = [] }]) =>
        what === 'body'
          ? 'application/json' in (requestBody?.content ?? {})
          : parameters.some((parameter) => parameter.in === 'query'),
      )
      .map(([method]): [string, string] => [method.toUpperCase(), path.replace(/\{\w+\}/g, '1')]),
  );
}

const whoseIs = (path: string) => (path.startsWith('/api/portal/') ? customer : app.as('admin'));

const wide = (count: number) => `{${Array.from({ length: count }, (_, n) => `"k${n.toString(36)}":1`).join()}}`;
const long = (count: number, item: string) => `[${Array<string>(count).fill(item).join()}]`;

/** What fills the 256 KiB that are read with as much as fits in. */
const BODIES: readonly (readonly [what: string, body: string])[] = [
  ['fields', wide(29_000)],
  ['fields of an object within', `{"username":${wide(28_000)},"selection":{"filter":${wide(100)}}}`],
  ['a list in place of a body', long(130_000, '1')],
  ['a list of objects', `{"username":${long(60_000, '{}')}}`],
  ['a list of numbers', `{"selection":{"ids":${long(120_000, '1')}}}`],
  ['lists within lists', `{"username":${'['.repeat(120_000)}${']'.repeat(120_000)}}`],
];

const size = ({ body }: Answer<ProblemBody>) => JSON.stringify(body).length;

describe('a body that is all structure', () => {
  it.each(BODIES)('is refused as a whole by every operation, in a few words: %s', async (_, body) => {
    const operations = await operationsWith('body');
    expect(operations.length).toBeGreaterThanOrEqual(12);
    for (const [method, path] of operations) {
      const answer = await whoseIs(path).send<ProblemBody>(method, path, body, {});
      expect([path, answer.status, answer.body.errors]).toEqual([
        path,
        400,
        [expect.objectContaining({ field: 'body' })],
      ]);
      expect(size(answer)).toBeLessThan(500);
    }
  });

  it('gets no more out of somebody without an account', async () => {
    for (const [, body] of BODIES) {
      const answer = await app.anonymous.send<ProblemBody>('POST', '/api/auth/login', body, {});
      expect([answer.status, answer.body.errors?.length]).toEqual([400, 1]);
      expect(size(answer)).toBeLessThan(500);
    }
  });
});

describe('a query that is all structure', () => {
  const names = Array.from({ length: 3_000 }, (_, n) => n.toString(36)).join('&');
  const repeated = Array<string>(2_001).fill('cursor').join('&');

  it.each([
    ['names', names, 'too_many_fields'],
    ['values', repeated, 'too_many_items'],
  ])('is refused as a whole by every operation, in a few words: many %s', async (_, query, code) => {
    const operations = await operationsWith('query');
    expect(operations.length).toBeGreaterThanOrEqual(4);
    for (const [method, path] of operations) {
      const answer = await whoseIs(path).send<ProblemBody>(method, `${path}?${query}`, undefined, {});
      expect([path, answer.status, answer.body.errors]).toEqual([
        path,
        400,
        [expect.objectContaining({ field: 'query', code })],
      ]);
      expect(size(answer)).toBeLessThan(500);
    }
  });
});

describe('an answer to many mistakes', () => {
  it.each([
    ['a body', (api: ApiClient) => api.send<ProblemBody>('POST', '/api/auth/login', wide(90), {}), 72],
    [
      'a list in place of a body',
      (api: ApiClient) => api.send<ProblemBody>('POST', '/api/auth/login', long(2_000, '{}'), {}),
      1_982,
    ],
  ])('tells twenty of them, and how many more there are: %s', async (_, send, more) => {
    const answer = await send(app.anonymous);
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toHaveLength(20);
    expect(answer.body.detail).toMatch(new RegExp(` And ${more.toLocaleString('en')} more\\.$`));
    expect(size(answer)).toBeLessThan(5_000);
  });

  it('repeats no long names', async () => {
    const body = JSON.stringify(
      Object.fromEntries(Array.from({ length: 98 }, (_, n) => [`${String(n)}${'k'.repeat(2_500)}`, 1])),
    );
    const answer = await app.anonymous.send<ProblemBody>('POST', '/api/auth/login', body, {});
    expect(answer.status).toBe(400);
    expect(size(answer)).toBeLessThan(20_000);
  });
});

describe('the largest honest bodies', () => {
  it.each([
    ['signs of four bytes', JSON.stringify('\u{1F600}'.repeat(20_000))],
    ['signs of four bytes, escaped', `"${'\\ud83d\\ude00'.repeat(20_000)}"`],
    ['Chinese', JSON.stringify('票'.repeat(20_000))],
  ])('a ticket of 20,000 %s', async (_, description) => {
    const ticket = `{"title":"Long","description":${description},"category":"general","priority":"low"}`;
    expect((await app.api.post('/api/tickets', ticket)).status).toBe(201);
  });

  it('a bulk order with 1,000 ids, and one too many told in its own words', async () => {
    const order = (count: number) => ({
      selection: { ids: Array.from({ length: count }, (_, n) => Number.MAX_SAFE_INTEGER - n) },
      action: { kind: 'change', changes: { status: 'closed', category: 'general', priority: 'low', assignee: null } },
      expected_count: 1_000,
    });
    expect(
      (await app.as('admin').post('/api/admin/tickets/bulk/preview', { ...order(1_000), expected_count: undefined }))
        .status,
    ).toBe(200);
    expect((await app.as('admin').post('/api/admin/tickets/bulk', order(1_000))).status).toBe(202);
    expect(
      (await app.as('admin').post<ProblemBody>('/api/admin/tickets/bulk', order(1_001))).body.errors,
    ).toMatchObject([{ field: 'selection.ids', code: 'too_many' }]);
  });

  it('a list of 100 tickets by every filter, each repeated', async () => {
    const numbers = (count: number) => Array.from({ length: count }, (_, n) => String(n + 1));
    const given = { id: numbers(100), assignee: numbers(50), status: ['open', 'in_progress', 'resolved', 'closed'] };
    const query = new URLSearchParams();
    for (const [name, values] of Object.entries(given)) for (const value of values) query.append(name, value);
    expect((await app.api.get(`/api/tickets?${query.toString()}`)).status).toBe(200);
  });
});
