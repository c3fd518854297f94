import { loadavg } from 'node:os';
import { resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { BackendProcess } from '../../../tools/launcher/backend-process.ts';
import { openDatabase } from '../../../tools/launcher/database.ts';
import { readSettings } from '../../../tools/launcher/settings.ts';
import { createDataSource } from '../../src/database/data-source.ts';
import { fillDesk } from '../load/desk-filling.ts';
import { quantile } from '../rate/quantile.ts';
import { failedOf, steadily, type RatedResult } from '../rate/steadily.ts';
import { madeUpTickets } from './made-up-tickets.ts';

// npm run bench:classify [-- 20000 200]: how long POST /api/tickets/classify takes at so many requests a second, first by
// itself, then while the same process learns again from so many tickets. Over a database of its own, filled at the first run.
const [TICKETS = 20_000, RATE = 200] = process.argv.slice(2).map(Number);
const ROOT = resolve(import.meta.dirname, '../../..');
const PORT = 8_930;
const URL = `http://127.0.0.1:${String(PORT)}`;
const CONNECTIONS = 20;
const WARMING_S = 5;
const ALONE_S = 15;
const LOOK_MS = 500;
/** A piece of the time in which the desk learns; pieces are counted while it does. */
const PIECE_S = 4;
const PASSWORD = 'a password for the bench';

const bodies = madeUpTickets(2_000, 7).map(({ text }) => JSON.stringify(text));

process.env['DATA_DIR'] ??= resolve(ROOT, '.data/bench-suggestions');
const settings = readSettings(ROOT);
const database = await openDatabase(settings);
const api = new BackendProcess({
  name: 'API',
  main: resolve(ROOT, 'dist/backend/main.js'),
  environment: {
    ...{ DATABASE_URL: database.url, PORT: String(PORT), HOST: '127.0.0.1', NODE_ENV: 'development' },
    ...{ LLM_PROVIDER: 'local', SEED_DEMO_DATA: 'false', LOG_LEVEL: 'warn' },
    ...{ RATE_LIMIT_PER_MINUTE: '1000000', RATE_LIMIT_CLASSIFY_PER_MINUTE: '1000000' },
  },
  logFile: resolve(settings.dataDir, 'api.log'),
});
try {
  await api.ready();
  await fill();
  const cookie = await signedIn();
  // What was filled in is news: the desk would learn from it within a minute, in the middle of what is measured alone.
  await refit(cookie);
  while (await isRefitting(cookie)) await setTimeout(LOOK_MS);
  await measured(cookie, WARMING_S);
  tell('alone', [await measured(cookie, ALONE_S)]);
  const learning: RatedResult[] = [];
  const began = performance.now();
  await refit(cookie);
  do learning.push(await measured(cookie, PIECE_S));
  while (await isRefitting(cookie));
  tell('while it learns', learning);
  console.log(`learning took ${((performance.now() - began) / 1_000).toFixed(0)} s by the clock`);
} finally {
  await api.stop();
  await database.stop();
}

/** Tickets of many languages, which the loader has people decide. */
async function fill(): Promise<void> {
  const dataSource = await createDataSource(database.url, { poolSize: 1, statementTimeoutMs: 0 }).initialize();
  try {
    const [found]: { tickets: number }[] = await dataSource.query('SELECT count(*)::int AS tickets FROM tickets');
    const missing = TICKETS - (found?.tickets ?? 0);
    if (missing > 0) await fillDesk(dataSource, { tickets: missing, now: new Date() }, () => undefined);
  } finally {
    await dataSource.destroy();
  }
}

async function signedIn(): Promise<string> {
  const login = async (password: string): Promise<Response> => post('/api/auth/login', { username: 'admin', password });
  const known = await login(PASSWORD);
  if (known.ok) return cookieOf(known);
  const first = await login('admin123');
  if (!first.ok) throw new Error(`Nobody can sign in: ${await first.text()}`);
  const passwords = { current_password: 'admin123', new_password: PASSWORD };
  const changed = await post('/api/auth/password', passwords, cookieOf(first));
  if (!changed.ok) throw new Error(`The password stays: ${await changed.text()}`);
  return cookieOf(changed);
}

function post(path: string, body: object, cookie = ''): Promise<Response> {
  const headers = { 'content-type': 'application/json', ...(cookie === '' ? {} : { cookie }) };
  return fetch(`${URL}${path}`, { method: 'POST', headers, body: JSON.stringify(body) });
}

function cookieOf(answer: Response): string {
  return answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0] ?? '')
    .join('; ');
}

/** Asks the desk to learn again, and waits until it is known to have begun. */
async function refit(cookie: string): Promise<void> {
  const answer = await fetch(`${URL}/api/admin/models/refit`, { method: 'POST', headers: { cookie } });
  if (!answer.ok) throw new Error(`The desk does not learn: ${await answer.text()}`);
}

async function isRefitting(cookie: string): Promise<boolean> {
  const answer = await fetch(`${URL}/api/admin/models`, { headers: { cookie } });
  return ((await answer.json()) as { refitting: boolean }).refitting;
}

/** Requests at a steady rate; what waits for its turn counts from when it was due. */
async function measured(cookie: string, seconds: number): Promise<RatedResult> {
  const headers = { 'content-type': 'application/json', cookie };
  let sent = 0;
  return steadily({ url: URL, connections: CONNECTIONS, rate: RATE, seconds }, () => {
    const body = bodies[sent % bodies.length] ?? '{}';
    sent += 1;
    return { method: 'POST', path: '/api/tickets/classify', headers, body };
  });
}

function tell(when: string, results: readonly RatedResult[]): void {
  const sorted = results.map(({ times }) => [...times].sort((one, other) => one - other));
  const each = (share: number): string => sorted.map((times) => quantile(times, share).toFixed(0)).join(' ');
  const most = Math.max(...sorted.map((times) => times.at(-1) ?? NaN));
  const total = (of: (result: RatedResult) => number): number => results.reduce((sum, one) => sum + of(one), 0);
  const rate = total(({ times }) => times.length) / total(({ seconds }) => seconds);
  console.log(
    `${when}: ${rate.toFixed(0)} requests a second, ${String(total(failedOf))} failed; ms: p50 ${each(0.5)}, ` +
      `p99 ${each(0.99)}, most ${most.toFixed(0)}; load ${(loadavg()[0] ?? 0).toFixed(1)}`,
  );
  const refused = results.flatMap(({ statuses }) => [...statuses]).filter(([status]) => status !== 200);
  if (refused.length > 0) console.log(`not 200: ${JSON.stringify(refused)}`);
}
