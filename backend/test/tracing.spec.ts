import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { openPort } from './support/open-port.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { cookieOf } from './support/test-people.ts';
import { until } from './support/until.ts';

/** A span as OTLP sends it. */
interface OtlpSpan {
  readonly name: string;
  readonly kind: number;
  readonly spanId: string;
  readonly traceId: string;
  readonly parentSpanId?: string;
  readonly status: { readonly code?: number; readonly message?: string };
  readonly attributes: readonly { readonly key: string; readonly value: { readonly stringValue?: string } }[];
}

interface OtlpBody {
  readonly resourceSpans: { readonly scopeSpans: { readonly spans: OtlpSpan[] }[] }[];
}

const SERVER = 2;

// Played: the collector. Real: the process, as it is started, and PostgreSQL.
describe('a process that is traced', () => {
  const spans: OtlpSpan[] = [];
  const collector = createServer((request, response) => {
    void json(request).then((body) => {
      for (const { scopeSpans } of (body as OtlpBody).resourceSpans)
        for (const { spans: sent } of scopeSpans) spans.push(...sent);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
    });
  });
  let app: TestApp;
  let child: ChildProcess;
  let url: string;

  beforeAll(async () => {
    app = await startTestApp();
    await once(collector.listen(0, '127.0.0.1'), 'listening');
    const port = String(await openPort());
    url = `http://127.0.0.1:${port}`;
    child = fork(new URL('../src/main.ts', import.meta.url), {
      execArgv: ['--import', new URL('support/run-typescript.js', import.meta.url).href],
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
      env: {
        ...{
          DATABASE_URL: app.databaseUrl,
          PORT: port,
          PROCESS_ROLE: 'api',
          SEED_DEMO_DATA: 'false',
          LOG_LEVEL: 'silent',
        },
        OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${String((collector.address() as AddressInfo).port)}`,
        OTEL_EXPORTER_OTLP_PROTOCOL: 'http/json',
        OTEL_BSP_SCHEDULE_DELAY: '50',
      },
    });
    const dies = once(child, 'exit').then(([code]) => Promise.reject(new Error(`It ended with ${String(code)}`)));
    dies.catch(() => undefined);
    await Promise.race([once(child, 'message'), dies]);
  });
  afterAll(async () => {
    if (child.exitCode === null) {
      child.kill('SIGTERM');
      await once(child, 'exit');
    }
    collector.close();
    await app.close();
  });

  const serverSpan = (name: string) => spans.find((span) => span.kind === SERVER && span.name === name);
  const below = ({ spanId, traceId }: OtlpSpan) =>
    spans.filter((span) => span.traceId === traceId && span.parentSpanId === spanId);
  const valueOf = ({ attributes }: OtlpSpan, name: string) =>
    attributes.find(({ key }) => key === name)?.value.stringValue;

  it('sends a span of a request with the statements below it, and no value of any of them', async () => {
    const { id } = await app.api.createTicket();
    const address = `${url}/api/tickets/${String(id)}?word=hush-hush`;
    expect((await fetch(address, { headers: cookieOf(app, 'agent') })).status).toBe(200);
    await fetch(`${url}/api/health/ready`);
    await fetch(`${url}/api/tickets?search=hush-hush`, { headers: cookieOf(app, 'agent') });
    await until(() => Promise.resolve(serverSpan('GET /api/tickets') !== undefined));
    const request = serverSpan('GET /api/tickets/:id')!;
    expect(valueOf(request, 'http.route')).toBe('/api/tickets/:id');
    const statements = below(request).map((span) => valueOf(span, 'db.query.text') ?? '');
    expect(statements.some((text) => /FROM tickets/i.test(text) && text.includes('$1'))).toBe(true);
    expect(spans.filter(({ name }) => name.includes('health'))).toEqual([]);
    const { cookie = '' } = cookieOf(app, 'agent') as { cookie?: string };
    const told = JSON.stringify(spans);
    for (const secret of ['hush-hush', cookie.split('=').at(-1)!, new URL(app.databaseUrl).password])
      expect(told).not.toContain(secret);
  });
});
