import { get } from 'node:http';
import { createApp } from '../src/create-app.ts';
import { EqualReads } from '../src/database/equal-reads.ts';
import { Metrics } from '../src/metrics/metrics.ts';
import { runToEnd } from './support/bulk-runs.ts';
import { FAKE_LLM_KEY, FakeLlmServer } from './support/fake-llm-server.ts';
import { type Figures, type MeasuredApp, startMeasuredApp } from './support/figures.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { cookieOf } from './support/test-people.ts';
import { until } from './support/until.ts';

const requests = 'desk_http_requests_total';

describe('what a process tells Prometheus', () => {
  const llm = new FakeLlmServer();
  let app: MeasuredApp;
  beforeAll(async () => {
    app = await startMeasuredApp({ OPENAI_BASE_URL: await llm.start(), LLM_API_KEY: FAKE_LLM_KEY });
  });
  afterAll(async () => {
    await app.close();
    await llm.stop();
  });
  beforeEach(() => {
    llm.reset();
  });

  /** An answer is counted once it is sent, which is a moment before or after it has come. */
  const countedOnce = async (holds: (figures: Figures) => boolean): Promise<Figures> => {
    let figures = await app.figures();
    await until(async () => holds((figures = await app.figures())));
    return figures;
  };

  it('counts requests and their durations by the pattern of the route', async () => {
    const { id } = await app.api.createTicket();
    await app.api.get(`/api/tickets/${String(id)}?secret-word=1`);
    await app.api.get('/api/tickets/999999');
    const route = '/api/tickets/:id';
    const found = await countedOnce((figures) => figures.value(requests, { route, status: '404' }) === 1);
    expect(found.value(requests, { method: 'POST', route: '/api/tickets', status: '201' })).toBe(1);
    expect(found.value(requests, { method: 'GET', route, status: '200' })).toBe(1);
    expect(found.value('desk_http_request_duration_seconds_count', { method: 'GET', route })).toBe(2);
    expect(found.value('desk_http_request_duration_seconds_bucket', { method: 'GET', route, le: '30' })).toBe(2);
    expect(found.text).not.toMatch(/secret-word|\/999999/);
  });

  it('has one name for all addresses where there is nothing', async () => {
    for (const path of ['/api/nothing', '/api/nothing/else', '/wp-login.php']) await app.anonymous.get(path);
    const found = await countedOnce((figures) => figures.value(requests, { route: 'none', status: '404' }) === 3);
    expect(found.text).not.toMatch(/nothing|wp-login/);
  });

  it('tells answers that nobody waited for from others, and takes no duration of them', async () => {
    await app.sql(
      `INSERT INTO audit_events (kind, via, details)
       SELECT 'settings_changed', 'system', jsonb_build_object('changes', repeat('x', 5000)) FROM generate_series(1, 6000)`,
    );
    const route = '/api/admin/audit.csv';
    await new Promise<void>((resolve, reject) => {
      get(app.url + route, { headers: cookieOf(app, 'admin'), agent: false }, (answer) => {
        answer.destroy();
        resolve();
      }).once('error', reject);
    });
    const found = await countedOnce((figures) => figures.value(requests, { route, status: 'aborted' }) === 1);
    expect(found.of('desk_http_request_duration_seconds_count', { route })).toEqual([]);
  });

  it('shows the connections to the database', async () => {
    const figures = await app.figures();
    expect(figures.value('desk_database_connections_limit')).toBe(10);
    const [busy, idle] = ['busy', 'idle'].map((state) => figures.value('desk_database_connections', { state }));
    expect(busy! + idle!).toBeGreaterThan(0);
    expect(figures.of('desk_database_waiting')).toMatchObject([{ value: 0 }]);
  });

  it('counts what several read together: how often it was asked for, and how often it was read', async () => {
    const read = (figures: Figures) =>
      ['asked', 'made'].map((outcome) => figures.value('desk_shareable_reads_total', { outcome }));
    const [asked = 0, made = 0] = read(await app.figures());
    const reads = app.get(EqualReads);
    const running = Promise.withResolvers<string>();
    const all = [1, 2, 3, 4].map(() => reads.once('alike', () => running.promise));
    running.resolve('read');
    await Promise.all(all);
    expect(read(await app.figures())).toEqual([asked + 4, made + 2]);
  });

  it('counts calls of the LLM and suggestions, and tells when the LLM is left alone', async () => {
    const text = { title: 'Charged twice', description: 'Two payments for one invoice.' };
    const breaker = (figures: Figures) =>
      figures.of('desk_llm_breaker', { provider: 'openai' }).filter(({ value }) => value === 1);
    await app.api.post('/api/tickets/classify', text);
    const before = await app.figures();
    expect(before.value('desk_llm_calls_total', { provider: 'openai', outcome: 'answered' })).toBe(1);
    expect(before.value('desk_suggestions_total', { source: 'llm' })).toBe(1);
    expect(breaker(before)).toMatchObject([{ labels: { state: 'closed' } }]);
    llm.behave({ kind: 'status', status: 503, headers: { 'retry-after': '0' } });
    for (let ticket = 0; ticket < 6; ticket++) await app.api.post('/api/tickets/classify', text);
    const after = await app.figures();
    expect(after.value('desk_llm_calls_total', { provider: 'openai', outcome: 'server_error' })).toBe(15);
    expect(after.value('desk_suggester_failures_total', { source: 'llm', reason: 'server_error' })).toBe(5);
    expect(after.value('desk_suggester_failures_total', { source: 'llm', reason: 'circuit_open' })).toBe(1);
    expect(after.value('desk_suggestions_total', { source: 'default' })).toBe(6);
    expect(breaker(after)).toMatchObject([{ labels: { state: 'open' } }]);
  });

  it('knows the process: its role, its event loop, its memory', async () => {
    const figures = await app.figures();
    expect(figures.of('desk_info', { role: 'all' })).toHaveLength(1);
    for (const name of [
      'nodejs_eventloop_lag_p99_seconds',
      'process_resident_memory_bytes',
      'process_cpu_seconds_total',
    ])
      expect([name, figures.of(name).length]).toEqual([name, 1]);
  });

  it('is told at its own port alone, and nothing else is', async () => {
    expect((await app.anonymous.get('/metrics')).status).toBe(404);
    expect((await app.anonymous.get('/api/metrics')).status).toBe(404);
    const there = (path: string, method = 'GET') => fetch(new URL(path, app.figuresUrl), { method });
    expect((await there('/metrics')).headers.get('content-type')).toContain('text/plain; version=0.0.4');
    for (const path of ['/', '/api/health/live', '/metrics/more']) expect((await there(path)).status).toBe(404);
    expect((await there('/metrics', 'POST')).status).toBe(404);
  });
});

describe('the figures of a worker', () => {
  it('tell what became of jobs, and how many wait', async () => {
    const api = await startMeasuredApp({ PROCESS_ROLE: 'api' });
    const worker = await startMeasuredApp({ PROCESS_ROLE: 'worker' }, api);
    const done = { kind: 'bulk-runs', outcome: 'done' };
    await api.api.createTicket();
    await runToEnd(api.as('admin'), {
      selection: { filter: {} },
      action: { kind: 'change', changes: { priority: 'high' } },
    });
    await until(async () => (await worker.figures()).value('desk_job_tries_total', done) === 1);
    const figures = await worker.figures();
    expect(figures.value('desk_job_duration_seconds_count', { kind: 'bulk-runs' })).toBe(1);
    expect(figures.of('desk_jobs_waiting', { kind: 'bulk-runs' })).toHaveLength(1);
    expect(figures.of('desk_info', { role: 'worker' })).toHaveLength(1);
    expect((await api.figures()).of('desk_jobs_waiting')).toEqual([]);
    await api.close();
  });

  it('are left out one by one when they cannot be read', async () => {
    const app = await startMeasuredApp();
    app.get(Metrics).gauge({ name: 'desk_broken', help: 'x' }, () => Promise.reject(new Error('no')));
    app.get(Metrics).gauge({ name: 'desk_slow', help: 'x' }, () => new Promise(() => undefined));
    const figures = await app.figures();
    expect(figures.of('desk_info')).toHaveLength(1);
    expect(['desk_broken', 'desk_slow'].flatMap((name) => figures.of(name)).map(({ value }) => value)).toEqual([]);
    await app.close();
  });
});

describe('the port of the figures', () => {
  let app: TestApp;
  afterEach(() => app.close());

  it('is closed unless it is set', async () => {
    app = await startTestApp();
    expect((await app.get(Metrics).exposition()).text).toBe('');
  });

  it('is named when somebody else has it', async () => {
    app = await startTestApp();
    const { port } = new URL(app.url);
    const second = await createApp({ DATABASE_URL: app.databaseUrl, METRICS_PORT: port, LOG_LEVEL: 'silent' });
    await expect(second.listen(0, '127.0.0.1')).rejects.toThrow(
      `Metrics cannot be told at port ${port} of 127.0.0.1 (EADDRINUSE); set METRICS_PORT to a free one.`,
    );
    await second.close();
  });
});
