import { ApiClient, type ProblemBody } from './support/api-client.ts';
import { type AccountBody, auditEvents, browserOf, makePerson, sessionCookie, signIn } from './support/accounts.ts';
import { EventStream } from './support/event-stream.ts';
import { type TestApp, startReplica, startTestApp } from './support/test-app.ts';
import { TEST_PASSWORD } from './support/test-people.ts';

interface SessionBody {
  id: string;
  created_at: string;
  last_seen_at: string;
  expires_at: string;
  address: string;
  user_agent: string;
  current: boolean;
}

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ LOGIN_ATTEMPTS_PER_ADDRESS: '1000000' });
});
afterAll(() => app.close());

const sessionsOf = async (browser: ApiClient) =>
  (await browser.get<{ results: SessionBody[] }>('/api/auth/sessions')).body.results;
const lifetimeOf = (session: SessionBody | undefined) =>
  Date.parse(session?.expires_at ?? '') - Date.parse(session?.created_at ?? '');
const ageOf = (username: string, column: string, age: string) =>
  app.sql(
    `UPDATE sessions SET ${column} = now() - $2::interval WHERE user_id = (SELECT id FROM users WHERE username = $1)`,
    [username, age],
  );

describe('my sessions', () => {
  it('are listed newest first, with the one I ask with', async () => {
    await makePerson(app, 'lister');
    await signIn(app, 'lister', TEST_PASSWORD, { 'user-agent': 'First/1', 'x-forwarded-for': '203.0.113.7' });
    const answer = await signIn(app, 'lister', TEST_PASSWORD, { 'user-agent': 'x'.repeat(2_000) });
    const sessions = await sessionsOf(new ApiClient(app.url, { cookie: sessionCookie(answer) }));
    expect(sessions.map(({ current, address, user_agent }) => [current, address, user_agent])).toEqual([
      [true, '127.0.0.1', 'x'.repeat(300)],
      [false, '203.0.113.7', 'First/1'],
    ]);
    const [first] = sessions;
    expect(lifetimeOf(first)).toBe(10_080 * 60_000);
    expect(JSON.stringify(sessions)).not.toContain(sessionCookie(answer).split('=')[1]);
  });

  it('are mine alone', async () => {
    await makePerson(app, 'mine');
    await makePerson(app, 'yours');
    const [mine, yours] = [await browserOf(app, 'mine'), await browserOf(app, 'yours')];
    const [session] = await sessionsOf(yours);
    expect(await mine.delete(`/api/auth/sessions/${session?.id ?? ''}`)).toMatchObject({
      status: 404,
      body: { code: 'session_not_found' },
    });
    expect((await yours.get('/api/auth/me')).status).toBe(200);
  });

  it('end when I end them, at once', async () => {
    const id = await makePerson(app, 'ender');
    const [here, there] = [await browserOf(app, 'ender'), await browserOf(app, 'ender')];
    const other = (await sessionsOf(here)).find(({ current }) => !current);
    expect((await here.delete(`/api/auth/sessions/${other?.id ?? ''}`)).status).toBe(204);
    expect((await there.get('/api/auth/me')).status).toBe(401);
    expect((await here.get('/api/auth/me')).status).toBe(200);
    expect((await auditEvents(app, 'session_ended')).at(-1)).toMatchObject({
      actor_id: String(id),
      subject_id: other?.id,
    });
    expect((await here.delete(`/api/auth/sessions/${other?.id ?? ''}`)).status).toBe(404);
    expect((await here.delete('/api/auth/sessions/17')).status).toBe(400);
  });

  it('are forgotten by the browser when I end the one I ask with', async () => {
    await makePerson(app, 'self-ender');
    const [here, there] = [await browserOf(app, 'self-ender'), await browserOf(app, 'self-ender')];
    const [mine, other] = [true, false].map(
      (own) => (sessions: SessionBody[]) => sessions.find(({ current }) => current === own)?.id ?? '',
    );
    const end = async (which: typeof mine) =>
      here.delete(`/api/auth/sessions/${which?.(await sessionsOf(here)) ?? ''}`);
    expect((await end(other)).headers.get('set-cookie')).toBeNull();
    expect((await end(mine)).headers.get('set-cookie')).toMatch(
      /^desk_session_[0-9a-f]{12}=; .*Expires=Thu, 01 Jan 1970/,
    );
    expect((await here.get('/api/auth/me')).headers.get('set-cookie')).toBeNull();
    expect((await there.get('/api/auth/me')).status).toBe(401);
  });
});

describe('signing out', () => {
  it('ends the session and makes the browser forget it', async () => {
    await makePerson(app, 'leaver');
    const browser = await browserOf(app, 'leaver');
    const answer = await browser.post('/api/auth/logout', undefined);
    expect(answer.status).toBe(204);
    expect(answer.headers.get('set-cookie')).toMatch(/^desk_session_[0-9a-f]{12}=; .*Expires=Thu, 01 Jan 1970/);
    expect((await browser.get('/api/auth/me')).status).toBe(401);
    expect((await auditEvents(app, 'sign_out')).at(-1)).toMatchObject({ via: 'web' });
  });
});

describe('a session', () => {
  it('lives as long as it is used, and is seen at most once a minute', async () => {
    await makePerson(app, 'steady');
    const browser = await browserOf(app, 'steady');
    await ageOf('steady', 'last_seen_at', '479 minutes');
    expect((await browser.get('/api/auth/me')).status).toBe(200);
    const seen = async () => (await sessionsOf(browser))[0]?.last_seen_at ?? '';
    const first = await seen();
    expect(Date.now() - Date.parse(first)).toBeLessThan(60_000);
    await ageOf('steady', 'last_seen_at', '50 seconds');
    const unchanged = await seen();
    expect(Date.now() - Date.parse(unchanged)).toBeGreaterThan(49_000);
  });

  it('is used by what a person does, and not by what a page asks by itself and says so', async () => {
    await makePerson(app, 'away');
    const browser = await browserOf(app, 'away');
    const page = browser.with({ 'desk-unattended': '1' });
    await ageOf('away', 'last_seen_at', '470 minutes');
    const seen = async () => (await sessionsOf(page))[0]?.last_seen_at;
    const before = await seen();
    expect((await page.get('/api/tickets')).status).toBe(200);
    (await EventStream.open(app.url, browser.headers)).cut();
    expect(await seen()).toBe(before);
    await browser.with({ 'desk-unattended': '0' }).get('/api/tickets');
    expect(await seen()).not.toBe(before);
    await ageOf('away', 'last_seen_at', '481 minutes');
    expect((await page.get('/api/tickets')).status).toBe(401);
  });

  it('ends unused after the time that the settings say, and is cleared away', async () => {
    const brief = await startReplica(app, { SESSION_IDLE_MINUTES: '30', LOGIN_ATTEMPTS_PER_ADDRESS: '1000000' });
    await makePerson(app, 'idler');
    const { headers } = await browserOf(app, 'idler').then((browser) => browser.get('/api/auth/me'));
    expect(headers.get('set-cookie')).toBeNull();
    await ageOf('idler', 'last_seen_at', '31 minutes');
    await signIn(brief, 'test-agent');
    const rows = await app.sql(
      `SELECT 1 FROM sessions WHERE user_id = (SELECT id FROM users WHERE username = 'idler')`,
    );
    expect(rows).toEqual([]);
    await brief.close();
  });

  it('ends after the longest time that the settings say, however much it is used', async () => {
    const brief = await startReplica(app, { SESSION_MAX_MINUTES: '60' });
    const answer = await signIn(brief, 'test-agent');
    const cookie = { cookie: sessionCookie(answer) };
    const [session] = await sessionsOf(new ApiClient(brief.url, cookie));
    expect(lifetimeOf(session)).toBe(3_600_000);
    expect(answer.headers.get('set-cookie')).toContain(`Expires=${new Date(session?.expires_at ?? '').toUTCString()}`);
    await brief.close();
  });

  it('of somebody who was deactivated and reactivated does not come back', async () => {
    const id = await makePerson(app, 'back-again');
    const browser = await browserOf(app, 'back-again');
    await app.as('admin').patch(`/api/admin/users/${String(id)}`, { active: false });
    await app.as('admin').patch(`/api/admin/users/${String(id)}`, { active: true });
    expect((await browser.get('/api/auth/me')).status).toBe(401);
    expect((await signIn(app, 'back-again')).status).toBe(200);
  });
});

describe('a new password', () => {
  const change = (browser: ApiClient, current: string, next: string, more: object = {}) =>
    browser.post<{ user: AccountBody } & ProblemBody>('/api/auth/password', {
      current_password: current,
      new_password: next,
      ...more,
    });

  it('gives this browser a new session and ends all others', async () => {
    const id = await makePerson(app, 'changer');
    const [here, there] = [await browserOf(app, 'changer'), await browserOf(app, 'changer')];
    const answer = await change(here, TEST_PASSWORD, ' Füße, 12 Äpfel & ein 🚲 ');
    expect(answer.status).toBe(200);
    const renewed = new ApiClient(app.url, { cookie: sessionCookie(answer) });
    expect((await renewed.get('/api/auth/me')).status).toBe(200);
    expect((await here.get('/api/auth/me')).status).toBe(401);
    expect((await there.get('/api/auth/me')).status).toBe(401);
    expect((await signIn(app, 'changer', ' Füße, 12 Äpfel & ein 🚲 ')).status).toBe(200);
    expect((await signIn(app, 'changer', 'Füße, 12 Äpfel & ein 🚲')).status).toBe(401);
    const event = (await auditEvents(app, 'password_changed')).at(-1);
    expect(event).toMatchObject({ actor_id: String(id), details: { other_sessions_ended: 1 } });
    expect(JSON.stringify(event)).not.toContain('Füße');
  });

  it.each([
    ['too short', 'nine char', 'too_short'],
    ['too long', 'x'.repeat(257), 'too_long'],
    ['a common one', 'Password123', 'too_common'],
    ['a common one in other words', '1QAZ2wsx3edc', 'too_common'],
    ['the name of its owner', 'picky.person-2026', 'too_easy_to_guess'],
    ['words of the desk', 'SupportDesk-24', 'too_easy_to_guess'],
    ['the one it was', TEST_PASSWORD, 'unchanged'],
  ])('is refused when it is %s', async (_, next, code) => {
    await makePerson(app, 'picky.person').catch(() => undefined);
    const answer = await change(await browserOf(app, 'picky.person'), TEST_PASSWORD, next);
    expect(answer.status).toBe(400);
    expect(answer.body.errors).toEqual([
      { field: 'new_password', code, message: expect.stringMatching(/^New password .*\.$/) },
    ]);
  });

  it('needs the current one, which cannot be guessed here either', async () => {
    await makePerson(app, 'unlocked');
    const browser = await browserOf(app, 'unlocked');
    for (let attempt = 0; attempt < 10; attempt += 1) {
      const answer = await change(browser, 'not the password', 'a much better password');
      expect(answer.status).toBe(400);
      expect(answer.body.errors).toEqual([
        { field: 'current_password', code: 'wrong_password', message: 'This is not your current password.' },
      ]);
    }
    expect((await change(browser, TEST_PASSWORD, 'a much better password')).status).toBe(429);
    expect((await browser.get('/api/auth/me')).status).toBe(200);
    expect((await auditEvents(app, 'sign_in_failed')).at(-1)).toMatchObject({ subject_label: 'unlocked' });
    const [throttled] = (await auditEvents(app, 'sign_in_throttled')).filter(
      (event) => event.subject_label === 'unlocked',
    );
    expect(throttled).toMatchObject({ details: { limit: 'password-change' } });
    expect(throttled?.actor_id).toBe(throttled?.subject_id);
  });

  it('is chosen whoever guesses at signing in meanwhile', async () => {
    await makePerson(app, 'bothered');
    const browser = await browserOf(app, 'bothered');
    for (let attempt = 0; attempt < 11; attempt += 1) await signIn(app, 'bothered', 'not the password');
    expect((await signIn(app, 'bothered')).status).toBe(429);
    await app.sql(`UPDATE rate_limits SET points = 1000 WHERE key = 'sign-in-name-anywhere:bothered'`);
    expect((await change(browser, TEST_PASSWORD, 'a much better password')).status).toBe(200);
  });

  it.each([{ role: 'admin' }, { must_change_password: true }, { user: 1 }])('takes no %j beside it', async (more) => {
    await makePerson(app, 'greedy').catch(() => undefined);
    const answer = await change(await browserOf(app, 'greedy'), TEST_PASSWORD, 'a much better password', more);
    expect(answer).toMatchObject({ status: 400, body: { errors: [{ code: 'unknown_field' }] } });
  });

  it('is chosen once when two try at the same moment', async () => {
    await makePerson(app, 'hasty');
    const [one, two] = [await browserOf(app, 'hasty'), await browserOf(app, 'hasty')];
    const answers = await Promise.all([
      change(one, TEST_PASSWORD, 'the first new password'),
      change(two, TEST_PASSWORD, 'the second new password'),
    ]);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const [sessions] = await app.sql<{ n: number }>(
      `SELECT count(*)::int AS n FROM sessions WHERE user_id = (SELECT id FROM users WHERE username = 'hasty')`,
    );
    expect(sessions?.n).toBe(1);
  });
});
