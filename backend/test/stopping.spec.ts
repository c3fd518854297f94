import { once } from 'node:events';
import { type IncomingMessage, get } from 'node:http';
import { type Socket, connect } from 'node:net';
import { jest } from '@jest/globals';
import { AuditTrailRepository } from '../src/audit/audit-trail.repository.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';
import { cookieOf } from './support/test-people.ts';

/** Of 5 KB each: more than connections hold. Six batches, and the question whether there is a seventh. */
const EVENTS = 6_000;
const BATCHES = 7;

/** Starts an export that is longer than what connections hold, and reads nothing of it yet. */
async function openExport(app: TestApp): Promise<IncomingMessage> {
  await app.sql(
    `INSERT INTO audit_events (occurred_at, kind, via, details)
     SELECT timestamptz '2024-01-01' + n * interval '1 second', 'settings_changed', 'system', jsonb_build_object('changes', repeat('x', 5000))
     FROM generate_series(1, ${String(EVENTS)}) AS n`,
  );
  return new Promise((resolve, reject) => {
    const url = `${app.url}/api/admin/audit.csv?from=2024-01-01&to=2025-01-01`;
    get(url, { headers: cookieOf(app, 'admin'), agent: false }, resolve).once('error', reject);
  });
}

/** How many lines an answer has until its end. @throws when it breaks off. */
async function lines(answer: IncomingMessage): Promise<number> {
  let count = 0;
  for await (const chunk of answer.setEncoding('utf8')) count += String(chunk).split('\n').length - 1;
  return count;
}

describe('an answer that is being sent while the process stops', () => {
  const slices = jest.spyOn(AuditTrailRepository.prototype, 'slice');
  beforeEach(() => slices.mockClear());
  afterAll(() => slices.mockRestore());

  it('is sent to its end', async () => {
    const app = await startTestApp();
    const answer = await openExport(app);
    const stopped = app.close();
    expect(slices.mock.calls.length).toBeLessThan(BATCHES);
    expect(await lines(answer)).toBe(EVENTS + 1);
    await stopped;
  });

  it('is cut when it takes longer than the process may', async () => {
    const app = await startTestApp({ STOP_TIMEOUT_MS: '300' });
    const answer = await openExport(app);
    await app.close();
    await expect(lines(answer)).rejects.toThrow('aborted');
    expect(slices.mock.calls.length).toBeLessThan(BATCHES);
  });
});

describe('a connection that was opened just before nobody gets in any more', () => {
  const open = async ({ url }: TestApp): Promise<Socket> => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    await once(socket, 'connect');
    return socket;
  };
  const refused = async (app: TestApp): Promise<void> => {
    for (;;) {
      const socket = await open(app).catch(() => null);
      if (!socket) return;
      socket.destroy();
    }
  };

  it('is answered when it asks, and holds nobody up when it does not', async () => {
    const app = await startTestApp();
    const [asking, silent] = [await open(app), await open(app)];
    // Those before it have been let in.
    await app.anonymous.get('/api/health/live');
    const stopped = app.close();
    await refused(app);
    asking.write('GET /api/health/live HTTP/1.1\r\nHost: desk\r\n\r\n');
    let answer = '';
    for await (const part of asking.setEncoding('utf8')) answer += String(part);
    expect(answer).toMatch(/^HTTP\/1\.1 200 OK\r\n[^]*connection: close/i);
    await once(silent.resume(), 'close');
    await stopped;
  });
});
