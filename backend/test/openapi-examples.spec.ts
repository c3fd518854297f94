import sharp from 'sharp';
import type { Answer, ApiClient } from './support/api-client.ts';
import { type DescribedApi, DescribedAnswers } from './support/described-answers.ts';
import { type TestApp, startApi } from './support/test-app.ts';
import { type TestDatabase, createTestDatabase } from './support/test-database.ts';
import { sendForm } from './support/uploads.ts';

let database: TestDatabase;
let app: TestApp;
let document: OpenApiDocument;
let described: DescribedAnswers;
const people = new Map<string, ApiClient>();
beforeAll(async () => {
  database = await createTestDatabase({ migrated: false });
  app = await startApi(database.url, {
    ...{ PORTAL: 'true', SMTP_URL: 'smtp://127.0.0.1:1', MAIL_FROM: 'desk@halden.example' },
    ...{ SEED_DEMO_DATA: 'true', DEMO_SIGN_IN: 'true', ADMIN_PASSWORD: 'violet tractor umbrella 7' },
    MAILBOXES: 'imaps://desk%40example.com:a-password@127.0.0.1:1',
    SECRET_KEY: Buffer.alloc(32).toString('base64'),
  });
  document = (await app.anonymous.get<OpenApiDocument>('/api/docs-json')).body;
  described = new DescribedAnswers(document);
  people.set('agent', await signedIn('mina.park', 'demo-agent-1'));
  people.set('admin', await signedIn('admin', 'violet tractor umbrella 7'));
});
afterAll(async () => {
  await app.close();
  await database.drop();
});

/** What Swagger UI sends at the first try: every example that a parameter has, and the body made of the examples of its fields. */
function firstTry(name: string, ids: Record<string, string>): { readonly path: string; readonly body: unknown } {
  const [method = '', path = ''] = name.split(' ');
  const operation = document.paths[path]?.[method.toLowerCase()];
  if (!operation) throw new Error(`There is no ${name}`);
  const query = new URLSearchParams();
  let filled = path;
  for (const { name: parameter, in: place, example, schema } of operation.parameters ?? []) {
    const value = (ids[parameter] ?? example ?? schema?.example ?? schema?.default) as Example;
    if (value === undefined) continue;
    if (place === 'path') filled = filled.replace(`{${parameter}}`, String(value));
    if (place === 'query') for (const one of [value].flat()) query.append(parameter, String(one));
  }
  const content = Object.values(operation.requestBody?.content ?? {})[0];
  const [given] = Object.values(content?.examples ?? {});
  return {
    path: query.size > 0 ? `${filled}?${query.toString()}` : filled,
    body: given?.value ?? (content && exampleOf(content.schema)),
  };
}

function exampleOf(schema: Schema): unknown {
  if ('example' in schema) return schema.example;
  const name = (schema.$ref ?? schema.allOf?.[0]?.$ref)?.split('/').at(-1);
  const known = name === undefined ? schema : document.components.schemas[name];
  if (known?.properties)
    return Object.fromEntries(
      Object.entries(known.properties).map(([field, property]) => [field, exampleOf(property)]),
    );
  return known?.example ?? known?.default ?? known?.enum?.[0];
}

async function send(who: string, name: string, ids: Record<string, string> = {}): Promise<Answer<Found>> {
  const [method = ''] = name.split(' ');
  const { path: filled, body } = firstTry(name, ids);
  const client = people.get(who) ?? app.anonymous;
  const answer = await client.send<Found>(method, filled, body === undefined ? undefined : JSON.stringify(body), {});
  tried.add(name);
  expect([name, filled, answer.status, answer.status >= 400 && answer.body]).toEqual([
    name,
    filled,
    expect.any(Number),
    false,
  ]);
  expect([name, described.faults(name, answer)]).toEqual([name, []]);
  return answer;
}

/** The message of the example, and one that is held. */
async function messageExamples(): Promise<void> {
  for (const method of ['PUT', 'GET', 'DELETE']) await send('agent', `${method} /api/tickets/{id}/draft`);
  for (const name of ['POST /api/tickets/{id}/followers', 'DELETE /api/tickets/{id}/followers/{contact}'])
    await send('agent', name);
  const write = async () => String((await send('agent', 'POST /api/tickets/{id}/messages')).body.number);
  const first = { number: await write() };
  await send('agent', 'GET /api/tickets/{id}/messages/{number}', first);
  await send('agent', 'POST /api/tickets/{id}/messages/{number}/send', first);
  await send('admin', 'POST /api/tickets/{id}/messages/{number}/redaction', first);
  await send('agent', 'DELETE /api/tickets/{id}/messages/{number}', { number: await write() });
}

/** Three mails that wait, one for each thing that can be done with them. */
async function mailExamples(): Promise<void> {
  const mails = await app.sql<{ id: string }>(
    `INSERT INTO mails (mailbox, uid_validity, uid, digest, size, raw, arrived_at, state, reason)
     SELECT 'box', 1, uid, sha256(uid::text::bytea), 20, 'From: ada@example.com', now(), 'quarantined', 'Forged'
     FROM generate_series(1, 3) AS uid RETURNING id`,
  );
  expect((await send('admin', 'GET /api/admin/mails/quarantine')).body.results).toHaveLength(3);
  const [one = '', two = '', three = ''] = mails.map(({ id }) => id);
  await send('admin', 'GET /api/admin/mails/quarantine/{id}/source', { id: one });
  await send('admin', 'POST /api/admin/mails/quarantine/{id}/ticket', { id: one });
  await send('admin', 'DELETE /api/admin/mails/quarantine/{id}', { id: two });
  await send('admin', 'POST /api/admin/mails/quarantine/{id}/retry', { id: three });
}

/** A mailbox that nobody reads, at a server that does not answer. */
async function mailSetupExamples(): Promise<void> {
  await send('admin', 'GET /api/admin/mail');
  await send('admin', 'POST /api/admin/mailboxes/test');
  await send('admin', 'POST /api/admin/mailboxes/fixed/test');
  await send('admin', 'POST /api/admin/sender/test');
  await send('admin', 'POST /api/admin/sender/fixed/test');
  await send('admin', 'PUT /api/admin/sender');
  await send('admin', 'DELETE /api/admin/sender');
  for (const name of ['GET', 'PUT', 'DELETE']) await send('admin', `${name} /api/admin/mail/templates/{kind}`);
  await send('admin', 'POST /api/admin/mail/templates/{kind}/preview');
  const mailbox = { id: String((await send('admin', 'POST /api/admin/mailboxes')).body.id) };
  await send('admin', 'PATCH /api/admin/mailboxes/{id}', mailbox);
  await send('admin', 'DELETE /api/admin/mailboxes/{id}', mailbox);
}

type Example = undefined | string | number | boolean | (string | number)[];

const tried = new Set<string>();

describe('every example of the documentation works on a fresh demo desk, and is answered as it says', () => {
  it('of what is read, and it finds something', async () => {
    const found = await send('agent', 'GET /api/tickets');
    expect(found.body.results?.length).toBeGreaterThan(0);
    expect((await send('agent', 'GET /api/tickets/{id}')).body.id).toBeGreaterThan(0);
    for (const name of [
      'GET /api/tickets/{id}/events',
      'GET /api/tickets/{id}/similar',
      'GET /api/tickets/{id}/timeline',
      'GET /api/categories',
      'GET /api/users',
      'GET /api/auth/sessions',
    ])
      expect([name, (await send('agent', name)).body.results?.length]).not.toEqual([name, 0]);
    for (const name of [
      'GET /api/auth/me',
      'GET /api/auth/tokens',
      'GET /api/tickets/stats',
      'GET /api/tickets/views',
      'GET /api/tickets/triage',
      'GET /api/events',
      'GET /api/presence',
      'GET /api/notifications',
      'POST /api/notifications/read',
    ])
      await send('agent', name);
    const csv = (await send('agent', 'GET /api/tickets.csv')).body as unknown as string;
    expect(csv.split('\r\n').length).toBeGreaterThan(100);
    for (const name of [
      'GET /api/admin/users',
      'GET /api/admin/audit',
      'GET /api/admin/categories',
      'GET /api/admin/models',
    ])
      expect([name, (await send('admin', name)).body.results?.length]).not.toEqual([name, 0]);
    for (const name of [
      ...['GET /api/admin/overview', 'GET /api/admin/users/{id}', 'GET /api/admin/tokens', 'GET /api/admin/llm'],
      ...['GET /api/admin/audit.csv', 'GET /api/admin/tickets/bulk', 'GET /api/admin/categories/{key}/merge'],
      ...['GET /api/admin/suggestions/quality', 'GET /api/admin/suggestions/quality.csv'],
      ...['GET /api/admin/suggestions/settings', 'GET /api/admin/suggestions/automatic'],
      'GET /api/admin/suggestions/budget',
      'GET /api/admin/suggestions/quality/tickets',
      'GET /api/admin/suggestions/suspects',
      'GET /api/admin/suggestions/lexicon',
      'GET /api/admin/suggestions/replays',
    ])
      await send('admin', name);
    for (const name of ['GET /api/health/live', 'GET /api/health/ready', 'GET /api/message-frame'])
      await send('nobody', name);
  });

  it('of what is written', async () => {
    // First, as words that are removed take the models along that learned from them.
    await send('admin', 'POST /api/admin/models/{id}/activate');
    await send('admin', 'POST /api/admin/models/refit');
    const suggestion = (await send('agent', 'POST /api/tickets/classify')).body.suggestion_id;
    await send('admin', 'GET /api/admin/suggestions/{id}/sent', { id: String(suggestion) });
    await send('admin', 'GET /api/admin/suggestions/{id}/nearest', { id: String(suggestion) });
    await send('agent', 'POST /api/tickets/similar');
    expect((await send('agent', 'POST /api/tickets')).status).toBe(201);
    expect((await send('agent', 'POST /api/tickets')).status).toBe(201);
    await send('agent', 'PATCH /api/tickets/{id}');
    await send('admin', 'PATCH /api/admin/tickets/{id}');
    await messageExamples();
    await laterSuggestionExample();
    await send('agent', 'GET /api/attachments/limits');
    await attachmentExamples();
    await send('agent', 'PUT /api/presence/{place}');
    await send('agent', 'DELETE /api/presence/{place}');
    await contactExamples();
    await mailExamples();
    await mailSetupExamples();
    await cannedExamples();
    await portalExamples();
    await send('admin', 'POST /api/admin/llm/try');
    await send('admin', 'PUT /api/admin/suggestions/lexicon');
    await send('admin', 'POST /api/admin/suggestions/lexicon/try');
    await send('admin', 'POST /api/admin/suggestions/masking/preview');
    await send('admin', 'PATCH /api/admin/suggestions/settings');
    await send('admin', 'PUT /api/admin/suggestions/automatic/{key}');
    expect((await send('admin', 'POST /api/admin/tickets/bulk/preview')).body.count).toBeGreaterThan(0);
    const { id = '' } = (await send('admin', 'POST /api/admin/tickets/bulk')).body;
    const run = { id: String(id) };
    while ((await send('admin', 'GET /api/admin/tickets/bulk/{id}', run)).body.state !== 'done')
      await new Promise((resolve) => setTimeout(resolve, 20));
    await send('admin', 'POST /api/admin/tickets/bulk/{id}/undo', run);
    await replayExamples();
    await send('admin', 'PUT /api/admin/suggestions/suspects/{id}/kept');
    await send('admin', 'DELETE /api/admin/suggestions/suspects/{id}/kept');
    await send('admin', 'DELETE /api/admin/tickets/{id}');
    await send('admin', 'PUT /api/admin/categories/order');
    await send('admin', 'POST /api/admin/categories');
    await send('admin', 'PATCH /api/admin/categories/{key}');
    await send('admin', 'POST /api/admin/categories/{key}/merge');
    await send('admin', 'POST /api/admin/users');
    await send('admin', 'POST /api/admin/users/{id}/password-reset');
    await send('admin', 'PATCH /api/admin/users/{id}');
  });

  it('of signing in and of what belongs to an account', async () => {
    await send('nobody', 'POST /api/auth/login');
    const first = await send('agent', 'POST /api/auth/tokens');
    await send('agent', 'DELETE /api/auth/tokens/{id}', { id: String(first.body.token?.id ?? first.body.id) });
    const second = await send('agent', 'POST /api/auth/tokens');
    await send('admin', 'DELETE /api/admin/tokens/{id}', { id: String(second.body.token?.id ?? second.body.id) });
    for (const method of ['PUT', 'GET']) await send('agent', `${method} /api/auth/signature`);
    const { results = [] } = (await send('agent', 'GET /api/auth/sessions')).body;
    const other = results.find(({ current }) => current === false);
    await send('agent', 'DELETE /api/auth/sessions/{id}', { id: String(other?.id) });
    await send('agent', 'POST /api/auth/password');
    // The agent's session ended with the password that it began with.
    await send('admin', 'POST /api/auth/logout');
  });

  it('and none was left out', () => {
    const all = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(all.filter((name) => !tried.has(name))).toEqual([]);
  });
});

it('the documentation says where the API is', () => {
  expect(document.servers).toEqual([{ url: '/' }]);
});

async function signedIn(username: string, password: string): Promise<ApiClient> {
  const answer = await app.anonymous.post('/api/auth/login', { username, password });
  const cookie = answer.headers.get('set-cookie')?.split(';', 1)[0] ?? '';
  return app.anonymous.with({ cookie });
}

/** Of two contacts and an organisation that the examples make. */
async function contactExamples(): Promise<void> {
  const organisation = { id: String((await send('agent', 'POST /api/organisations')).body.id) };
  await send('agent', 'GET /api/organisations');
  await send('agent', 'GET /api/organisations/{id}', organisation);
  await send('agent', 'PATCH /api/organisations/{id}', organisation);
  const contact = { id: String((await send('agent', 'POST /api/contacts')).body.id) };
  for (const name of ['GET /api/contacts', 'GET /api/contacts/{id}', 'PATCH /api/contacts/{id}'])
    await send('agent', name, contact);
  await send('agent', 'GET /api/contacts/{id}/tickets', contact);
  expect((await send('agent', 'GET /api/organisations/{id}/tickets', organisation)).body.results).not.toEqual([]);
  await send('agent', 'POST /api/contacts/{id}/merge', contact);
  await send('agent', 'DELETE /api/contacts/{id}/merge', contact);
  for (const name of [
    'GET /api/contacts/{id}/export',
    'POST /api/contacts/{id}/erasure',
    'GET /api/contacts/{id}/erasure',
  ])
    await send('admin', name, contact);
  await send('agent', 'DELETE /api/organisations/{id}', organisation);
}

/** Of what stands beside the ticket of the example, under the id of the example. */
async function laterSuggestionExample(): Promise<void> {
  await people.get('agent')?.patch('/api/tickets/42', { status: 'open' });
  await app.sql(
    `INSERT INTO later_suggestions (id, ticket_id, number, had_category, had_priority, priority, source)
     SELECT '019643f2-6a5e-7c3b-9d0e-3f1d2c4b5a69', id, 2, category, priority, CASE priority WHEN 'low' THEN 'high' ELSE 'low' END, 'local'
     FROM tickets WHERE id = 42`,
  );
  await send('agent', 'POST /api/tickets/{id}/later-suggestions/{suggestion}/decision');
}

/** Of a canned answer that the examples make. */
async function cannedExamples(): Promise<void> {
  const answer = { id: String((await send('agent', 'POST /api/canned-answers')).body.id) };
  for (const name of ['GET /api/canned-answers/{id}', 'PATCH /api/canned-answers/{id}'])
    await send('agent', name, answer);
  await send('agent', 'POST /api/canned-answers/{id}/uses', answer);
  await send('agent', 'POST /api/canned-answers/{id}/copies', answer);
  expect((await send('agent', 'GET /api/canned-answers')).body.results).not.toEqual([]);
  await send('agent', 'GET /api/canned-answers/export');
  await send('agent', 'POST /api/canned-answers/import');
  await send('agent', 'DELETE /api/canned-answers/{id}', answer);
  await send('agent', 'POST /api/canned-answers/{id}/restore', answer);
}

/** Of a customer who signs in, writes and answers; the link of the example was sent by nobody. */
async function portalExamples(): Promise<void> {
  for (const name of ['GET /api/portal', 'POST /api/portal/links']) await send('nobody', name);
  const { token } = firstTry('POST /api/portal/session', {}).body as { token: string };
  await app.sql(
    `INSERT INTO portal_links (token_hash, address, name, expires_at)
     VALUES (encode(sha256($1::text::bytea), 'hex'), 'ruth@brandt.example', '', now() + interval '1 minute')`,
    [token],
  );
  const cookie = (await send('nobody', 'POST /api/portal/session')).headers.get('set-cookie')?.split(';', 1)[0] ?? '';
  people.set('customer', app.anonymous.with({ cookie }));
  await send('customer', 'GET /api/portal/session');
  const ticket = { id: String((await send('customer', 'POST /api/portal/tickets')).body.id) };
  expect((await send('customer', 'GET /api/portal/tickets')).body.results).not.toEqual([]);
  for (const name of ['GET /api/portal/tickets/{id}', 'POST /api/portal/tickets/{id}/messages'])
    await send('customer', name, ticket);
  await send('customer', 'POST /api/portal/tickets/{id}/close', ticket);
  const form = new FormData();
  form.append('file', new Blob(['x']), 'example.txt');
  const { id } = (await sendForm(app, form, { cookie }, '/api/portal/attachments')).body;
  tried.add('POST /api/portal/attachments');
  await send('customer', 'GET /api/portal/attachments/{id}', { id });
  await send('customer', 'DELETE /api/portal/session');
}

/** On a desk whose people have decided twenty tickets; nobody does the replay that is cancelled. */
async function replayExamples(): Promise<void> {
  for (let number = 0; number < 20; number += 1) await people.get('agent')?.createTicket();
  await send('admin', 'POST /api/admin/suggestions/replays/preview');
  const { id = '' } = (await send('admin', 'POST /api/admin/suggestions/replays')).body;
  const replay = { id: String(id) };
  await send('admin', 'GET /api/admin/suggestions/replays/{id}', replay);
  await app.sql(`UPDATE replays SET state = 'cancelled', open = false, finished_at = now() WHERE open`);
  const [left] = await app.sql<{ id: string }>(
    'INSERT INTO replays (plan, via) SELECT plan, via FROM replays RETURNING id',
  );
  await send('admin', 'POST /api/admin/suggestions/replays/{id}/cancel', { id: String(left?.id) });
}

/** A form holds the bytes of a file, of which there is no example. */
async function attachmentExamples(): Promise<void> {
  const form = new FormData();
  const image = await sharp({ create: { width: 9, height: 9, channels: 3, background: '#0a7' } })
    .png()
    .toBuffer();
  form.append('file', new Blob([image]), 'example.png');
  const { id } = (await sendForm(app, form, people.get('agent')?.headers)).body;
  tried.add('POST /api/attachments');
  await send('agent', 'GET /api/attachments/{id}', { id });
  await send('agent', 'GET /api/attachments/{id}/thumbnail', { id });
  await send('agent', 'DELETE /api/attachments/{id}', { id });
}

interface Found {
  readonly id?: string | number;
  readonly count?: number;
  readonly number?: number;
  readonly state?: string;
  readonly suggestion_id?: string;
  readonly token?: { readonly id: string };
  readonly results?: readonly { readonly id: string | number; readonly current?: boolean }[];
}

interface Schema {
  readonly $ref?: string;
  readonly allOf?: readonly Schema[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly example?: unknown;
  readonly default?: unknown;
  readonly enum?: readonly unknown[];
}

interface OpenApiDocument extends DescribedApi {
  readonly servers: readonly unknown[];
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
  readonly paths: Readonly<
    Record<
      string,
      Record<
        string,
        DescribedApi['paths'][string][string] & {
          readonly parameters?: readonly { name: string; in: string; example?: unknown; schema?: Schema }[];
          readonly requestBody?: {
            readonly content: Record<string, { schema: Schema; examples?: Record<string, { value: unknown }> }>;
          };
        }
      >
    >
  >;
}
