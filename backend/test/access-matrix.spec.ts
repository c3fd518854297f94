import { ApiClient, type ProblemBody } from './support/api-client.ts';
import { bearer, browserOf, makePerson, makeToken } from './support/accounts.ts';
import { customerOf } from './support/customers.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { cookieWith } from './support/test-people.ts';

type Access = 'open' | 'customer' | 'signed_in' | 'own_account' | 'tickets:read' | 'tickets:write' | 'admin';

/** Who may use which operation. An operation that is missing here fails the tests, and so does one too many. */
const OPERATIONS: Readonly<Record<string, Access>> = {
  'get /api/health/live': 'open',
  'get /api/health/ready': 'open',
  'post /api/auth/login': 'open',
  'post /api/auth/logout': 'own_account',
  'get /api/auth/me': 'signed_in',
  'post /api/auth/password': 'own_account',
  'get /api/auth/sessions': 'own_account',
  'delete /api/auth/sessions/{id}': 'own_account',
  'get /api/auth/signature': 'own_account',
  'put /api/auth/signature': 'own_account',
  'get /api/auth/tokens': 'own_account',
  'post /api/auth/tokens': 'own_account',
  'delete /api/auth/tokens/{id}': 'own_account',
  'get /api/users': 'tickets:read',
  'get /api/categories': 'tickets:read',
  'get /api/contacts': 'tickets:read',
  'post /api/contacts': 'tickets:write',
  'get /api/contacts/{id}': 'tickets:read',
  'patch /api/contacts/{id}': 'tickets:write',
  'post /api/contacts/{id}/merge': 'tickets:write',
  'delete /api/contacts/{id}/merge': 'tickets:write',
  'get /api/contacts/{id}/tickets': 'tickets:read',
  'post /api/contacts/{id}/erasure': 'admin',
  'get /api/contacts/{id}/erasure': 'admin',
  'get /api/contacts/{id}/export': 'admin',
  'get /api/organisations': 'tickets:read',
  'post /api/organisations': 'tickets:write',
  'get /api/organisations/{id}': 'tickets:read',
  'patch /api/organisations/{id}': 'tickets:write',
  'delete /api/organisations/{id}': 'tickets:write',
  'get /api/organisations/{id}/tickets': 'tickets:read',
  'get /api/tickets': 'tickets:read',
  'post /api/tickets': 'tickets:write',
  'get /api/tickets/stats': 'tickets:read',
  'get /api/tickets.csv': 'tickets:read',
  'get /api/tickets/triage': 'tickets:read',
  'get /api/tickets/views': 'tickets:read',
  'post /api/tickets/classify': 'tickets:write',
  'get /api/tickets/{id}': 'tickets:read',
  'get /api/tickets/{id}/similar': 'tickets:read',
  'post /api/tickets/similar': 'tickets:read',
  'patch /api/tickets/{id}': 'tickets:write',
  'get /api/tickets/{id}/events': 'tickets:read',
  'post /api/tickets/{id}/followers': 'tickets:write',
  'delete /api/tickets/{id}/followers/{contact}': 'tickets:write',
  'get /api/tickets/{id}/timeline': 'tickets:read',
  'post /api/tickets/{id}/messages': 'tickets:write',
  'get /api/tickets/{id}/messages/{number}': 'tickets:read',
  'delete /api/tickets/{id}/messages/{number}': 'tickets:write',
  'post /api/tickets/{id}/messages/{number}/send': 'tickets:write',
  'post /api/tickets/{id}/messages/{number}/redaction': 'admin',
  'get /api/message-frame': 'open',
  'get /api/tickets/{id}/draft': 'tickets:write',
  'put /api/tickets/{id}/draft': 'tickets:write',
  'delete /api/tickets/{id}/draft': 'tickets:write',
  'get /api/notifications': 'tickets:read',
  'post /api/notifications/read': 'tickets:read',
  'post /api/tickets/{id}/later-suggestions/{suggestion}/decision': 'tickets:write',
  'get /api/canned-answers': 'tickets:read',
  'post /api/canned-answers': 'tickets:write',
  'get /api/canned-answers/export': 'tickets:read',
  'post /api/canned-answers/import': 'tickets:write',
  'get /api/canned-answers/{id}': 'tickets:read',
  'patch /api/canned-answers/{id}': 'tickets:write',
  'delete /api/canned-answers/{id}': 'tickets:write',
  'post /api/canned-answers/{id}/uses': 'tickets:write',
  'post /api/canned-answers/{id}/restore': 'tickets:write',
  'post /api/canned-answers/{id}/copies': 'tickets:write',
  'post /api/attachments': 'tickets:write',
  'get /api/attachments/limits': 'tickets:write',
  'get /api/attachments/{id}': 'tickets:read',
  'delete /api/attachments/{id}': 'tickets:write',
  'get /api/attachments/{id}/thumbnail': 'tickets:read',
  'get /api/events': 'tickets:read',
  'get /api/presence': 'tickets:read',
  'put /api/presence/{place}': 'tickets:read',
  'delete /api/presence/{place}': 'tickets:read',
  'get /api/admin/overview': 'admin',
  'get /api/admin/users': 'admin',
  'post /api/admin/users': 'admin',
  'get /api/admin/users/{id}': 'admin',
  'patch /api/admin/users/{id}': 'admin',
  'post /api/admin/users/{id}/password-reset': 'admin',
  'get /api/admin/tokens': 'admin',
  'delete /api/admin/tokens/{id}': 'admin',
  'get /api/admin/categories': 'admin',
  'post /api/admin/categories': 'admin',
  'put /api/admin/categories/order': 'admin',
  'patch /api/admin/categories/{key}': 'admin',
  'get /api/admin/categories/{key}/merge': 'admin',
  'post /api/admin/categories/{key}/merge': 'admin',
  'patch /api/admin/tickets/{id}': 'admin',
  'delete /api/admin/tickets/{id}': 'admin',
  'post /api/admin/tickets/bulk/preview': 'admin',
  'post /api/admin/tickets/bulk': 'admin',
  'get /api/admin/tickets/bulk': 'admin',
  'get /api/admin/tickets/bulk/{id}': 'admin',
  'post /api/admin/tickets/bulk/{id}/undo': 'admin',
  'get /api/admin/audit': 'admin',
  'get /api/admin/audit.csv': 'admin',
  'get /api/admin/models': 'admin',
  'post /api/admin/models/refit': 'admin',
  'post /api/admin/models/{id}/activate': 'admin',
  'get /api/admin/llm': 'admin',
  'post /api/admin/llm/try': 'admin',
  'get /api/admin/suggestions/budget': 'admin',
  'get /api/admin/suggestions/{id}/sent': 'admin',
  'get /api/admin/suggestions/{id}/nearest': 'admin',
  'post /api/admin/suggestions/masking/preview': 'admin',
  'get /api/admin/suggestions/automatic': 'admin',
  'put /api/admin/suggestions/automatic/{key}': 'admin',
  'get /api/admin/suggestions/settings': 'admin',
  'patch /api/admin/suggestions/settings': 'admin',
  'get /api/admin/suggestions/lexicon': 'admin',
  'put /api/admin/suggestions/lexicon': 'admin',
  'post /api/admin/suggestions/lexicon/try': 'admin',
  'get /api/admin/suggestions/replays': 'admin',
  'post /api/admin/suggestions/replays': 'admin',
  'post /api/admin/suggestions/replays/preview': 'admin',
  'get /api/admin/suggestions/replays/{id}': 'admin',
  'post /api/admin/suggestions/replays/{id}/cancel': 'admin',
  'get /api/admin/suggestions/quality': 'admin',
  'get /api/admin/suggestions/quality.csv': 'admin',
  'get /api/admin/suggestions/quality/tickets': 'admin',
  'get /api/admin/mail': 'admin',
  'post /api/admin/mailboxes': 'admin',
  'post /api/admin/mailboxes/test': 'admin',
  'post /api/admin/mailboxes/fixed/test': 'admin',
  'patch /api/admin/mailboxes/{id}': 'admin',
  'delete /api/admin/mailboxes/{id}': 'admin',
  'put /api/admin/sender': 'admin',
  'post /api/admin/sender/test': 'admin',
  'post /api/admin/sender/fixed/test': 'admin',
  'delete /api/admin/sender': 'admin',
  'get /api/admin/mail/templates/{kind}': 'admin',
  'put /api/admin/mail/templates/{kind}': 'admin',
  'delete /api/admin/mail/templates/{kind}': 'admin',
  'post /api/admin/mail/templates/{kind}/preview': 'admin',
  'get /api/admin/mails/quarantine': 'admin',
  'get /api/admin/mails/quarantine/{id}/source': 'admin',
  'post /api/admin/mails/quarantine/{id}/retry': 'admin',
  'post /api/admin/mails/quarantine/{id}/ticket': 'admin',
  'delete /api/admin/mails/quarantine/{id}': 'admin',
  'get /api/portal': 'open',
  'post /api/portal/links': 'open',
  'post /api/portal/session': 'open',
  'get /api/portal/session': 'open',
  'delete /api/portal/session': 'customer',
  'get /api/portal/tickets': 'customer',
  'post /api/portal/tickets': 'customer',
  'get /api/portal/tickets/{id}': 'customer',
  'post /api/portal/tickets/{id}/messages': 'customer',
  'post /api/portal/tickets/{id}/close': 'customer',
  'post /api/portal/attachments': 'customer',
  'get /api/portal/attachments/{id}': 'customer',
  'get /api/admin/suggestions/suspects': 'admin',
  'put /api/admin/suggestions/suspects/{id}/kept': 'admin',
  'delete /api/admin/suggestions/suspects/{id}/kept': 'admin',
};

/** What people may do before they have chosen a password of their own. */
const BEFORE_PASSWORD_CHANGE = ['post /api/auth/logout', 'get /api/auth/me', 'post /api/auth/password'];

let app: TestApp;
let nextPerson = 0;
beforeAll(async () => {
  app = await startTestApp({ LOGIN_ATTEMPTS_PER_ADDRESS: '1000000', PORTAL: 'true' });
});
afterAll(() => app.close());

describe('the table of operations', () => {
  it('names every operation of the API, and documents for each who may use it', async () => {
    const { body } = await app.anonymous.get<OpenApiDocument>('/api/docs-json');
    const documented = Object.entries(body.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => [`${method} ${path}`, documentedAccess(operation)]),
    );
    expect(Object.fromEntries(documented)).toEqual(OPERATIONS);
  });
});

describe('every operation, asked by', () => {
  const callers: [string, () => Promise<ApiClient>, (access: Access, operation: string) => Outcome][] = [
    ['somebody without credentials', () => Promise.resolve(app.anonymous), unlessOpen('unauthenticated')],
    ['somebody with a made-up session', madeUpSession, unlessOpen('unauthenticated')],
    ['somebody with a made-up token', made({ authorization: 'Bearer desk_made-up' }), unlessOpen('invalid_token')],
    ['somebody with an empty token', made({ authorization: 'Bearer ' }), unlessOpen('invalid_token')],
    ['an agent', () => newBrowser('agent'), ofDesk((access) => (access === 'admin' ? 'forbidden' : 'let in'))],
    ['an admin', () => newBrowser('admin'), ofDesk(() => 'let in')],
    [
      'a customer',
      newCustomer,
      (access) => (access === 'open' || access === 'customer' ? 'let in' : 'unauthenticated'),
    ],
    [
      'a session unused for too long',
      () => outdated(`last_seen_at = now() - interval '481 minutes'`),
      unlessOpen('unauthenticated'),
    ],
    [
      'a session that is too old',
      () => outdated("expires_at = now() - interval '1 second'"),
      unlessOpen('unauthenticated'),
    ],
    ['a deactivated admin in a browser', deactivatedBrowser, unlessOpen('unauthenticated')],
    ['a deactivated admin with a token', deactivatedToken, unlessOpen('invalid_token')],
    ['an admin who must choose a password', () => newBrowser('admin', true), beforePasswordChange],
    ['a token of an admin who must choose a password', tokenBeforePasswordChange, beforePasswordChangeByToken],
    ['a revoked token', () => deadToken('revoked_at = now()'), unlessOpen('invalid_token')],
    ['an expired token', () => deadToken("expires_at = now() - interval '1 second'"), unlessOpen('invalid_token')],
    ['a token that may read tickets', () => newToken('admin', ['tickets:read']), withScopes(['tickets:read'])],
    ['a token that may write tickets', () => newToken('admin', ['tickets:write']), withScopes(['tickets:write'])],
    ['a token for the admin section', () => newToken('admin', ['admin']), withScopes(['admin'])],
    [
      "an agent's token with all that agents may give",
      () => newToken('agent', ['tickets:read', 'tickets:write']),
      withScopes(['tickets:read', 'tickets:write'], 'forbidden'),
    ],
    [
      'a token for the admin section whose owner is no admin any more',
      demotedToken,
      withScopes(['tickets:read'], 'forbidden'),
    ],
  ];

  it.each(callers)('%s', async (_, makeCaller, expected) => {
    const outcomes: Record<string, Outcome> = {};
    for (const operation of Object.keys(OPERATIONS)) outcomes[operation] = await ask(operation, await makeCaller());
    const table = Object.entries(OPERATIONS).map(([operation, access]) => [operation, expected(access, operation)]);
    expect(outcomes).toEqual(Object.fromEntries(table));
  });

  it('a session that is over leaves the cookie alone, which may be a new one by the time the answer comes', async () => {
    const browser = await outdated("expires_at = now() - interval '1 second'");
    const { headers } = await browser.get('/api/tickets');
    expect(headers.get('set-cookie')).toBeNull();
    expect(headers.get('www-authenticate')).toBe('Bearer');
  });
});

describe('credentials of two kinds at once', () => {
  it('count as the token alone', async () => {
    const browser = await newBrowser('admin');
    const { secret } = await makeToken(await newBrowser('agent'), ['tickets:read']);
    const both = browser.with({ authorization: `Bearer ${secret}` });
    expect((await both.get('/api/tickets')).status).toBe(200);
    expect(await both.get('/api/admin/users')).toMatchObject({ status: 403, body: { code: 'forbidden' } });
    const broken = browser.with({ authorization: 'Bearer desk_nonsense' });
    expect(await broken.get('/api/tickets')).toMatchObject({ status: 401, body: { code: 'invalid_token' } });
  });

  it('leave what a proxy asks for to the proxy', async () => {
    const browser = (await newBrowser('agent')).with({ authorization: 'Basic dXNlcjpwYXNz' });
    expect((await browser.get('/api/tickets')).status).toBe(200);
  });
});

describe('the pages beside the API', () => {
  it('are the documentation, and the way to the admin section', async () => {
    expect((await app.anonymous.get('/api/docs')).status).toBe(200);
    const lead = await app.anonymous.get('/admin');
    expect([lead.status, lead.headers.get('location')]).toEqual([302, 'http://localhost:3000/admin']);
  });
});

/** `let in`, or the code of the problem. */
type Outcome = string;

/** Asks with ids that exist nowhere and an empty body, so that whoever is let in changes nothing. */
async function ask(operation: string, caller: ApiClient): Promise<Outcome> {
  const [method = '', template = ''] = operation.split(' ');
  const uuid = /\/(sessions|tokens|bulk|replays)\/\{id\}/.test(template);
  const path = template
    .replace('{id}', uuid ? '00000000-0000-7000-8000-000000000000' : '999999999')
    .replace('{number}', '999999999')
    .replace('{key}', 'nowhere')
    .replace('{place}', '00000000-0000-4000-8000-000000000000');
  const body = method === 'get' || method === 'delete' ? undefined : {};
  const answer = await caller.send<ProblemBody>(method.toUpperCase(), path, body, {});
  if (answer.status === 401 || answer.status === 403) return answer.body.code;
  return answer.status < 500 ? 'let in' : `${String(answer.status)} ${answer.body.code}`;
}

function unlessOpen(code: string): (access: Access) => Outcome {
  return ofDesk((access) => (access === 'open' ? 'let in' : code));
}

/** What opens the desk opens nothing that is a customer's own. */
function ofDesk<Rest extends unknown[]>(expected: (access: Access, ...rest: Rest) => Outcome): typeof expected {
  return (access, ...rest) => (access === 'customer' ? 'unauthenticated' : expected(access, ...rest));
}

function beforePasswordChange(access: Access, operation: string): Outcome {
  if (access === 'open') return 'let in';
  if (access === 'customer') return 'unauthenticated';
  return BEFORE_PASSWORD_CHANGE.includes(operation) ? 'let in' : 'password_change_required';
}

function beforePasswordChangeByToken(access: Access, operation: string): Outcome {
  const outcome = beforePasswordChange(access, operation);
  return access === 'own_account' && outcome === 'let in' ? 'insufficient_scope' : outcome;
}

/** `elsewhere` is what the owner of the token gets for what they may not do themselves. */
function withScopes(scopes: readonly Access[], elsewhere = 'insufficient_scope'): (access: Access) => Outcome {
  return ofDesk((access) => {
    if (access === 'open' || access === 'signed_in' || scopes.includes(access)) return 'let in';
    return access === 'admin' ? elsewhere : 'insufficient_scope';
  });
}

function made(headers: Record<string, string>): () => Promise<ApiClient> {
  return () => Promise.resolve(new ApiClient(app.url, headers));
}

function madeUpSession(): Promise<ApiClient> {
  return Promise.resolve(new ApiClient(app.url, cookieWith(app, 'made-up')));
}

/** A person of their own for each question, since some questions end a session. */
async function newPerson(role: 'agent' | 'admin', mustChange = false): Promise<string> {
  nextPerson += 1;
  const username = `matrix-${String(nextPerson)}`;
  await makePerson(app, username, { role, mustChange });
  return username;
}

async function newBrowser(role: 'agent' | 'admin', mustChange = false): Promise<ApiClient> {
  return browserOf(app, await newPerson(role, mustChange));
}

/** One of their own for each question, since one of these ends the session. */
function newCustomer(): Promise<ApiClient> {
  nextPerson += 1;
  return customerOf(app, `customer-${String(nextPerson)}@brandt.example`);
}

async function newToken(role: 'agent' | 'admin', scopes: readonly string[]): Promise<ApiClient> {
  const { secret } = await makeToken(await newBrowser(role), scopes);
  return bearer(app, secret);
}

async function outdated(change: string): Promise<ApiClient> {
  const username = await newPerson('admin');
  const browser = await browserOf(app, username);
  await app.sql(`UPDATE sessions SET ${change} WHERE user_id = (SELECT id FROM users WHERE username = $1)`, [username]);
  return browser;
}

async function deactivatedBrowser(): Promise<ApiClient> {
  const username = await newPerson('admin');
  const browser = await browserOf(app, username);
  await app.sql('UPDATE users SET active = false WHERE username = $1', [username]);
  return browser;
}

async function changedToken(statement: string): Promise<ApiClient> {
  const username = await newPerson('admin');
  const { secret } = await makeToken(await browserOf(app, username), ['tickets:read', 'admin']);
  await app.sql(statement, [username]);
  return bearer(app, secret);
}

function deactivatedToken(): Promise<ApiClient> {
  return changedToken('UPDATE users SET active = false WHERE username = $1');
}

function demotedToken(): Promise<ApiClient> {
  return changedToken(`UPDATE users SET role = 'agent' WHERE username = $1`);
}

function tokenBeforePasswordChange(): Promise<ApiClient> {
  return changedToken('UPDATE users SET must_change_password = true WHERE username = $1');
}

function deadToken(change: string): Promise<ApiClient> {
  return changedToken(`UPDATE api_tokens SET ${change} WHERE user_id = (SELECT id FROM users WHERE username = $1)`);
}

interface DocumentedOperation {
  readonly security?: readonly Record<string, readonly string[]>[];
}

interface OpenApiDocument {
  paths: Record<string, Record<string, DocumentedOperation>>;
}

/** What the security of an operation says to readers of the document. */
function documentedAccess({ security = [] }: DocumentedOperation): Access | undefined {
  const [session, token, ...more] = security;
  if (security.length === 0) return 'open';
  if (session && 'customer' in session) return security.length === 1 ? 'customer' : undefined;
  if (!session || !('session' in session) || more.length > 0) return undefined;
  if (!token) return 'own_account';
  const [scope, ...others] = token['token'] ?? [undefined, undefined];
  if (others.length > 0) return undefined;
  return (scope as Access | undefined) ?? 'signed_in';
}
