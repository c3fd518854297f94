import { readFileSync } from 'node:fs';
import type { AuditEventBody, AuditPageBody } from './support/admin-bodies.ts';
import type { ProblemBody } from './support/api-client.ts';
import { FAKE_LLM_KEY, FakeLlmServer } from './support/fake-llm-server.ts';
import { captureLogs } from './support/log-capture.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';

interface OverviewBody {
  health: {
    api: string;
    database: { status: string; latency_ms: number };
    llm: {
      status: string;
      last_day: Record<string, number>;
      last_answer_at: string | null;
      last_failure_at: string | null;
    };
  };
  versions: Record<string, string | null>;
  counts: Record<string, number>;
  recent_audit: AuditEventBody[];
}

interface LlmBody {
  provider: string;
  model: string | null;
  base_url: string | null;
  key_set: boolean;
  prompt_version: string | null;
  timeout_ms: number;
  not_taken: string[];
  last_day: { asked: number; answered: number; failed: number };
  failures: { at: string; reason: string; model: string | null; latency_ms: number }[];
}

/** More than an answer takes that comes, also on a busy machine. */
const TIMEOUT_MS = 5_000;
const llm = new FakeLlmServer();
const question = { title: 'Charged twice', description: 'Two payments for one invoice.' };
let app: TestApp;

beforeAll(async () => {
  const url = await llm.start();
  app = await startTestApp({ OPENAI_BASE_URL: url, LLM_API_KEY: FAKE_LLM_KEY, LLM_TIMEOUT_MS: String(TIMEOUT_MS) });
});
beforeEach(() => {
  llm.reset();
});
afterAll(async () => {
  await app.close();
  await llm.stop();
});

const overview = async () => (await app.as('admin').get<OverviewBody>('/api/admin/overview')).body;
const report = async () => (await app.as('admin').get<LlmBody>('/api/admin/llm')).body;
const tryOut = (body: unknown) =>
  app.as('admin').post<Record<string, unknown> & ProblemBody>('/api/admin/llm/try', body);

describe('the overview', () => {
  it('tells how everything is, what runs, and how much there is', async () => {
    await app.sql(
      `INSERT INTO api_tokens (user_id, name, scopes, token_hash, expires_at, revoked_at)
       SELECT 1, name, '{tickets:read}', encode(sha256(name::bytea), 'hex'), now() + days * interval '1 day', revoked
       FROM (VALUES ('good', 1, NULL), ('expired', -1, NULL), ('revoked', 1, now())) AS t (name, days, revoked)`,
    );
    await app.sql(
      `INSERT INTO sessions (user_id, token_hash, expires_at, last_seen_at, address, user_agent)
       SELECT 1, encode(sha256(name::bytea), 'hex'), now() + days * interval '1 day', now() - idle, '', ''
       FROM (VALUES ('over', -1, '0'::interval), ('idle', 1, '9 hours'), ('fresh', 1, '7 hours')) AS s (name, days, idle)`,
    );
    await app.sql(`UPDATE categories SET active = false WHERE key = 'account'`);
    await app.sql(
      `INSERT INTO users (username, display_name, role, password_hash, active)
       SELECT 'gone', 'Gone', 'admin', password_hash, false FROM users LIMIT 1`,
    );
    await app.sql(
      `INSERT INTO mails (mailbox, uid_validity, uid, digest, size, arrived_at, state, reason)
       SELECT 'support', 1, uid, sha256(uid::text::bytea), 9, now(), state, 'Why'
       FROM (VALUES (1, 'quarantined'), (2, 'quarantined'), (3, 'deleted')) AS m (uid, state)`,
    );
    const { id } = await app.api.createTicket();
    await app.api.createTicket();
    await app.api.patch(`/api/tickets/${String(id)}`, { status: 'closed' });

    const { health, versions, counts } = await overview();
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      version: string;
    };
    expect(health).toMatchObject({ api: 'ok', database: { status: 'ok' } });
    expect(health.database.latency_ms).toBeGreaterThan(0);
    expect(versions).toEqual({
      app: version,
      node: process.versions.node,
      postgres: expect.stringMatching(/^18\.\d+$/),
      prompt: '2',
    });
    expect(counts).toEqual({
      tickets: 2,
      open_tickets: 1,
      users_active: 2,
      admins_active: 1,
      tokens_active: 1,
      sessions_active: 3,
      categories_active: 3,
      mails_quarantined: 2,
    });
  });

  it('has the newest twenty events of the audit log, without people coming and going', async () => {
    await app.sql(
      `INSERT INTO audit_events (kind, via) SELECT kind, 'web' FROM unnest('{sign_in, sign_out, sign_in_failed}'::text[]) AS kind`,
    );
    for (let change = 0; change < 22; change++) {
      await app.as('admin').patch('/api/admin/categories/general', { label: `General ${String(change)}` });
    }
    const { recent_audit: recent } = await overview();
    const { body } = await app.as('admin').get<AuditPageBody>('/api/admin/audit?limit=20&except=sign_in,sign_out');
    expect(recent).toEqual(body.results);
    expect(recent).toHaveLength(20);
  });

  it('knows how the LLM is by its newest answer', async () => {
    await app.sql('UPDATE suggestions SET ticket_id = NULL');
    expect((await overview()).health.llm).toEqual({
      status: 'unknown',
      last_day: expect.any(Object),
      last_answer_at: null,
      last_failure_at: null,
    });
    await app.api.post('/api/tickets/classify', question);
    const answered = (await overview()).health.llm;
    expect(answered).toEqual({
      status: 'ok',
      last_day: { asked: 1, answered: 1, failed: 0 },
      last_answer_at: expect.any(String),
      last_failure_at: null,
    });
    llm.behave({ kind: 'refusal' });
    await app.api.post('/api/tickets/classify', question);
    const failed = (await overview()).health.llm;
    expect(failed).toEqual({
      ...answered,
      status: 'failing',
      last_day: { asked: 2, answered: 1, failed: 1 },
      last_failure_at: expect.any(String),
    });
    llm.reset();
    await app.api.post('/api/tickets/classify', question);
    expect((await overview()).health.llm.status).toBe('ok');
    await app.sql(`UPDATE suggestions SET created_at = now() - interval '25 hours'`);
    expect((await overview()).health.llm.status).toBe('unknown');
  });

  it('says so when no model is set up', async () => {
    const keyless = await startTestApp();
    await keyless.api.post('/api/tickets/classify', question);
    const { body } = await keyless.as('admin').get<OverviewBody>('/api/admin/overview');
    expect(body.health.llm).toMatchObject({ status: 'not_configured' });
    expect(body.versions['prompt']).toBeNull();
    const { body: setup } = await keyless.as('admin').get<LlmBody>('/api/admin/llm');
    expect(setup).toMatchObject({ key_set: false, base_url: null, failures: [{ reason: 'no_api_key' }] });
    await keyless.close();
  });
});

describe('the LLM', () => {
  it('is described by provider, model and address, without anything secret', async () => {
    expect(await report()).toEqual({
      failures: expect.any(Array),
      last_day: expect.any(Object),
      provider: 'openai',
      model: 'gpt-4o-mini',
      base_url: llm.url,
      key_set: true,
      prompt_version: '2',
      timeout_ms: TIMEOUT_MS,
      load_timeout_ms: 300_000,
      not_taken: [],
    });
  });

  it('is known by what it answered within a day, and by its newest twenty failures', async () => {
    await app.sql(`UPDATE suggestions SET created_at = now() - interval '2 days'`);
    const [before] = await app.sql<{ count: number }>(
      `SELECT count(*)::int AS count FROM suggestions WHERE source = 'default'`,
    );
    await app.api.post('/api/tickets/classify', question);
    llm.behave({ kind: 'content', content: 'Billing!' });
    for (let failure = 0; failure < 2; failure++) await app.api.post('/api/tickets/classify', question);
    expect(await report()).toMatchObject({ last_day: { asked: 3, answered: 1, failed: 2 } });
    const { failures } = await report();
    expect(failures).toHaveLength(2 + (before?.count ?? 0));
    expect(failures[0]).toEqual({
      at: expect.stringMatching(/Z$/),
      reason: 'invalid_json',
      model: 'gpt-4o-mini',
      latency_ms: expect.any(Number),
    });
    await app.sql(
      `INSERT INTO suggestions (created_at, input_hash, suggested_category, suggested_priority, source, asked, latency_ms, failure_reason)
       SELECT now() - n * interval '1 hour', repeat('a', 64), 'general', 'low', 'default', 'llm', 1, 'timeout'
       FROM generate_series(1, 30) AS n`,
    );
    const times = (await report()).failures.map(({ at }) => at);
    expect(times).toHaveLength(20);
    expect(times).toEqual([...times].sort().reverse());
  });

  it('can be tried: the answer of the real thing, and nothing is stored', async () => {
    const count = async () => (await app.sql(`SELECT count(*) FROM suggestions`))[0];
    const before = await count();
    llm.behave({
      kind: 'answer',
      category: 'billing',
      priority: 'high',
      reasons: { category: ['invoice'], priority: [] },
    });
    const { status, body } = await tryOut(question);
    expect(status).toBe(200);
    expect(body).toEqual({
      suggested_category: 'billing',
      suggested_priority: 'high',
      confidence: { category: 0.9, priority: 0.8 },
      source: 'llm',
      model: 'gpt-4o-mini',
      reasons: { category: ['invoice'], priority: [] },
      options: { category: ['billing'], priority: ['high'] },
      measured: false,
      abstained: false,
      abstained_because: null,
      notice: null,
      latency_ms: expect.any(Number),
      failure_reason: null,
      server_message: null,
    });
    expect(llm.requests).toHaveLength(1);
    expect(await count()).toEqual(before);
  });

  it('can be tried beside the suggester of the desk, each alone: one that fails leaves the other standing', async () => {
    llm.behave({ kind: 'status', status: 500 });
    const [own, other] = await Promise.all([
      tryOut({ description: 'The card was charged twice, please refund the invoice', by: 'local' }),
      tryOut({ ...question, by: 'llm' }),
    ]);
    expect(own.body).toMatchObject({ source: 'local', suggested_category: 'billing', failure_reason: null });
    expect(other.body).toMatchObject({ source: 'default', failure_reason: 'server_error' });
    expect(llm.requests.length).toBeGreaterThan(0);
  });

  it('keeps nobody waiting who asks the suggester of the desk meanwhile', async () => {
    llm.behave({ kind: 'loads' });
    const other = tryOut({ ...question, by: 'llm' });
    await llm.received(1);
    expect((await tryOut({ ...question, by: 'local' })).body).toMatchObject({ source: 'local' });
    llm.finishLoading();
    expect((await other).body).toMatchObject({ source: 'llm' });
  });

  it('is not asked where only the suggester of the desk is', async () => {
    llm.behave({ kind: 'answer', category: 'billing', priority: 'high' });
    expect((await tryOut({ description: 'Please refund the invoice', by: 'local' })).body).toMatchObject({
      source: 'local',
    });
    expect(llm.requests).toHaveLength(0);
    expect(await tryOut({ ...question, by: 'default' })).toMatchObject({ status: 400 });
  });

  it('that does not answer is told apart, within its deadline', async () => {
    llm.behave({ kind: 'hang' });
    const { status, body } = await tryOut({ description: 'x' });
    expect(status).toBe(200);
    expect(body).toMatchObject({ source: 'default', model: null, failure_reason: 'timeout' });
    expect(body['latency_ms']).toBeGreaterThanOrEqual(TIMEOUT_MS - 100);
    expect(body['notice']).toMatch(/took too long/);
  });

  it('is known for what its server does not take', async () => {
    llm.behave({ kind: 'picky', refuses: ['json_schema', 'max_completion_tokens'], wording: 'fastapi', status: 422 });
    expect((await tryOut(question)).body).toMatchObject({ source: 'llm', suggested_category: 'billing' });
    expect((await report()).not_taken).toEqual(['response_format: json_schema', 'max_completion_tokens']);
  });

  it.each([
    [
      'refuses',
      { kind: 'body', status: 404, body: '{"error": "model \\"x\\" not found: Charged twice"}' },
      'model_not_found',
      'model "x" not found: …',
    ],
    [
      'answers with a failure',
      { kind: 'body', body: '{"error": {"code": 402, "message": "Add credits"}}' },
      'no_credit',
      'Add credits',
    ],
    [
      'points elsewhere',
      { kind: 'body', status: 307, body: '', headers: { location: 'http://a.example/v1?key=x' } },
      'redirected',
      'Location: http://a.example/v1',
    ],
  ] as const)('that %s is quoted to the admin, and to nobody else', async (_, behaviour, reason, words) => {
    llm.behave(behaviour);
    const logs = captureLogs();
    expect((await tryOut(question)).body).toMatchObject({ failure_reason: reason, server_message: words });
    const { body } = await app.api.post('/api/tickets/classify', question);
    expect(JSON.stringify(body) + logs.text()).not.toContain(words);
  });

  it('is not asked about what cannot be a ticket', async () => {
    expect(await tryOut({})).toMatchObject({ status: 400, body: { code: 'validation_failed' } });
    expect(await tryOut({ description: 'x', model: 'gpt-5' })).toMatchObject({ status: 400 });
    expect(llm.requests).toHaveLength(0);
  });

  it('keeps its key to itself: in no answer and in no line of the log, whatever its server says', async () => {
    const wrong = 'sk-wrong-0a1b2c3d4e5f';
    const misconfigured = await startTestApp({ OPENAI_BASE_URL: llm.url, LLM_API_KEY: wrong });
    const logs = captureLogs();
    const admin = misconfigured.as('admin');
    const answers = [
      await admin.post<Record<string, unknown>>('/api/admin/llm/try', question),
      await misconfigured.api.post('/api/tickets/classify', question),
      await admin.get('/api/admin/llm'),
      await admin.get('/api/admin/overview'),
      await admin.get('/api/admin/audit.csv'),
    ];
    expect(answers[0]?.body).toMatchObject({ failure_reason: 'bad_api_key' });
    const everything = logs.text() + JSON.stringify(answers.map(({ headers, body }) => [[...headers], body]));
    expect(everything).toContain('bad_api_key');
    for (const part of [wrong, 'wrong-0a1b', '2c3d4e5f']) expect(everything).not.toContain(part);
    await misconfigured.close();
  });
});
