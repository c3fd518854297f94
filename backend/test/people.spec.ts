import { DataSource, type QueryRunner } from 'typeorm';
import { ApiClient, type ProblemBody } from './support/api-client.ts';
import { auditEvents, bearer, browserOf, makePerson, makeToken, sessionCookie, signIn } from './support/accounts.ts';
import { type TestApp, startReplica, startTestApp } from './support/test-app.ts';

let app: TestApp;
let admin: ApiClient;
beforeAll(async () => {
  app = await startTestApp({ LOGIN_ATTEMPTS_PER_ADDRESS: '1000000' });
  admin = app.as('admin');
});
afterAll(() => app.close());

const at = (id: number) => `/api/admin/users/${String(id)}`;

describe('the people of the desk', () => {
  it('are known to everybody who may read tickets, by display name, and without anything private', async () => {
    await app.sql(`UPDATE users SET display_name = 'aaron' WHERE id = $1`, [await makePerson(app, 'zz-first')]);
    await app.sql(`UPDATE users SET active = false WHERE id = $1`, [await makePerson(app, 'retired')]);
    const { body } = await app.api.get<{ results: Record<string, unknown>[] }>('/api/users');
    const names = body.results.map((person) => String(person['display_name']).toLowerCase());
    expect(names).toEqual([...names].sort());
    expect(names).toEqual(expect.arrayContaining(['aaron', 'retired', 'test admin', 'test agent']));
    for (const person of body.results)
      expect(Object.keys(person).sort()).toEqual(['active', 'display_name', 'id', 'role', 'username']);
    expect(body.results.find(({ username }) => username === 'retired')).toMatchObject({ active: false });
  });
});

describe('a new person', () => {
  it('signs in with the one-time password, whose text is kept nowhere', async () => {
    const wanted = { username: 'Newcomer', display_name: 'New Comer', role: 'agent' };
    const { status, body } = await admin.post<{ user: { id: number }; one_time_password: string }>(
      '/api/admin/users',
      wanted,
    );
    expect(status).toBe(201);
    expect(body.one_time_password).toMatch(/^([2-9b-df-hj-np-tv-xz]{4}-){4}[2-9b-df-hj-np-tv-xz]{4}$/);
    expect((await signIn(app, 'newcomer', body.one_time_password)).body.user).toMatchObject({
      username: 'Newcomer',
      must_change_password: true,
    });
    const [row] = await app.sql<{ days: number; everything: string }>(
      `SELECT extract(epoch FROM password_expires_at - created_at) / 86400 AS days, u::text AS everything
       FROM users u WHERE id = $1`,
      [body.user.id],
    );
    expect(Number(row?.days)).toBeCloseTo(7, 2);
    expect(row?.everything).not.toContain(body.one_time_password);
    const event = (await auditEvents(app, 'user_created')).at(-1);
    expect(event).toMatchObject({
      subject_id: String(body.user.id),
      subject_label: 'Newcomer',
      details: { display_name: 'New Comer', role: 'agent' },
    });
    expect(JSON.stringify(event)).not.toContain(body.one_time_password);
  });

  it.each([
    ['a name that is taken in another case', { username: 'TEST-agent' }, 409, 'username_taken'],
    ['a flag of its own', { username: 'other', must_change_password: false }, 400, 'validation_failed'],
    ['a password of the admin', { username: 'other', password: 'chosen by the admin' }, 400, 'validation_failed'],
    ['an id', { username: 'other', id: 1 }, 400, 'validation_failed'],
  ])('is not made with %s', async (_, part, status, code) => {
    const answer = await admin.post('/api/admin/users', { display_name: 'X', role: 'agent', ...part });
    expect(answer).toMatchObject({ status, body: { code } });
  });

  it('gets a name once when two admins give it at the same moment', async () => {
    const wanted = { username: 'wanted-by-two', display_name: 'X', role: 'agent' };
    const answers = await Promise.all([1, 2, 3, 4].map(() => admin.post('/api/admin/users', wanted)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409, 409, 409]);
  });
});

describe('whoever is deactivated', () => {
  it('is signed out everywhere, loses every token, and cannot come in', async () => {
    const id = await makePerson(app, 'leaving');
    const [one, two] = [await browserOf(app, 'leaving'), await browserOf(app, 'leaving')];
    const { secret } = await makeToken(one, ['tickets:read']);
    expect(await admin.patch(at(id), { active: false })).toMatchObject({
      status: 200,
      body: { active: false, sessions: 0, tokens: 0 },
    });
    for (const caller of [one, two, bearer(app, secret)]) expect((await caller.get('/api/tickets')).status).toBe(401);
    expect((await signIn(app, 'leaving')).status).toBe(401);
    expect((await auditEvents(app, 'user_deactivated')).at(-1)).toMatchObject({
      subject_id: String(id),
      details: { sessions_ended: 2, tokens_revoked: 1 },
    });
    await admin.patch(at(id), { active: true });
    expect((await bearer(app, secret).get('/api/tickets')).status).toBe(401);
    expect((await signIn(app, 'leaving')).status).toBe(200);
    expect((await auditEvents(app, 'user_reactivated')).at(-1)).toMatchObject({ subject_id: String(id) });
  });

  it('keeps no session and no token that is made at the same moment', async () => {
    for (let round = 0; round < 8; round += 1) {
      const username = `racer-${String(round)}`;
      const id = await makePerson(app, username);
      const browser = await browserOf(app, username);
      await Promise.all([
        signIn(app, username),
        browser.post('/api/auth/tokens', { name: 'Late', scopes: ['tickets:read'], expires_in_days: 1 }),
        admin.patch(at(id), { active: false }),
        signIn(app, username),
      ]);
      const [left] = await app.sql<{ sessions: number; tokens: number }>(
        `SELECT (SELECT count(*)::int FROM sessions WHERE user_id = $1) AS sessions,
           (SELECT count(*)::int FROM api_tokens WHERE user_id = $1 AND revoked_at IS NULL) AS tokens`,
        [id],
      );
      expect(left).toEqual({ sessions: 0, tokens: 0 });
    }
  });
});

describe('a new role', () => {
  it('counts from the next request on, in both directions', async () => {
    const id = await makePerson(app, 'promoted');
    const browser = await browserOf(app, 'promoted');
    expect((await browser.get('/api/admin/users')).status).toBe(403);
    await admin.patch(at(id), { role: 'admin' });
    expect((await browser.get('/api/admin/users')).status).toBe(200);
    const { secret } = await makeToken(browser, ['admin']);
    await admin.patch(at(id), { role: 'agent' });
    expect((await browser.get('/api/admin/users')).status).toBe(403);
    expect(await bearer(app, secret).get('/api/admin/users')).toMatchObject({
      status: 403,
      body: { code: 'forbidden' },
    });
    expect((await auditEvents(app, 'user_changed')).at(-1)).toMatchObject({
      subject_id: String(id),
      details: { changes: { role: { from: 'admin', to: 'agent' } } },
    });
  });

  it('cannot be taken by oneself', async () => {
    const id = await makePerson(app, 'ambitious');
    const browser = await browserOf(app, 'ambitious');
    expect((await browser.patch(at(id), { role: 'admin' })).status).toBe(403);
    const password = { current_password: 'x', new_password: 'a much better password', role: 'admin' };
    expect((await browser.post('/api/auth/password', password)).status).toBe(400);
    const [row] = await app.sql('SELECT role FROM users WHERE id = $1', [id]);
    expect(row).toEqual({ role: 'agent' });
  });
});

describe('a password that an admin resets', () => {
  it('ends every session, stops tokens until a new one is chosen, and works once', async () => {
    const id = await makePerson(app, 'forgetful');
    const browser = await browserOf(app, 'forgetful');
    const { secret } = await makeToken(browser, ['tickets:read']);
    const { body } = await admin.post<{ one_time_password: string }>(`${at(id)}/password-reset`, undefined);
    expect((await browser.get('/api/auth/me')).status).toBe(401);
    expect(await bearer(app, secret).get('/api/tickets')).toMatchObject({
      status: 403,
      body: { code: 'password_change_required' },
    });
    expect((await signIn(app, 'forgetful')).status).toBe(401);
    const signedIn = await signIn(app, 'forgetful', body.one_time_password);
    const change = await new ApiClient(app.url, { cookie: sessionCookie(signedIn) }).post('/api/auth/password', {
      current_password: body.one_time_password,
      new_password: 'a much better password',
    });
    expect(change.status).toBe(200);
    expect((await signIn(app, 'forgetful', body.one_time_password)).status).toBe(401);
    expect((await bearer(app, secret).get('/api/tickets')).status).toBe(200);
    const event = (await auditEvents(app, 'password_reset')).at(-1);
    expect(event).toMatchObject({ subject_id: String(id), details: { sessions_ended: 1 } });
    expect(JSON.stringify(event)).not.toContain(body.one_time_password);
  });
});

describe('the last active admin', () => {
  const lastAdmin = { status: 409, body: { code: 'last_admin' } };

  it.each([[{ role: 'agent' }], [{ active: false }], [{ role: 'agent', active: false }]])(
    'cannot be lost by %j',
    async (patch) => {
      const [row] = await app.sql<{ id: string }>(`SELECT id FROM users WHERE username = 'test-admin'`);
      await app.sql(`UPDATE users SET role = 'agent' WHERE username <> 'test-admin'`);
      expect(await admin.patch(at(Number(row?.id)), patch)).toMatchObject(lastAdmin);
      expect((await admin.get('/api/auth/me')).status).toBe(200);
    },
  );

  it('is kept by the database itself, which lets the second of two wait for the first', async () => {
    const ids = [await makePerson(app, 'first-of-two'), await makePerson(app, 'second-of-two')];
    await app.sql(`UPDATE users SET role = 'admin' WHERE id = ANY($1)`, [ids]);
    await app.sql(`UPDATE users SET role = 'agent' WHERE id <> ALL($1) AND role = 'admin'`, [ids]);
    const [first, second] = await Promise.all(ids.map(() => beginTransaction()));
    await first?.query(`UPDATE users SET role = 'agent' WHERE id = $1`, [ids[0]]);
    await second?.query(`UPDATE users SET role = 'agent' WHERE id = $1`, [ids[1]]);
    // What the end of each transaction checks, while the other has not ended yet.
    await first?.query('SET CONSTRAINTS ALL IMMEDIATE');
    const checked = second?.query('SET CONSTRAINTS ALL IMMEDIATE').then(
      () => 'let through',
      (error: unknown) => String(error),
    );
    await first?.commitTransaction();
    expect(await checked).toContain('The desk needs an active admin');
    await second?.rollbackTransaction();
    await Promise.all([first?.release(), second?.release()]);
  });

  it('is kept when two admins take the role from each other at the same moment, also in two replicas', async () => {
    const replica = await startReplica(app, { LOGIN_ATTEMPTS_PER_ADDRESS: '1000000' });
    const ids = [await makePerson(app, 'left'), await makePerson(app, 'right')] as const;
    const browsers = [await browserOf(app, 'left'), await browserOf(replica, 'right')] as const;
    for (let round = 0; round < 25; round += 1) {
      await app.sql(`UPDATE users SET role = 'admin', active = true WHERE id = ANY($1)`, [ids]);
      await app.sql(`UPDATE users SET role = 'agent' WHERE id <> ALL($1) AND role = 'admin'`, [ids]);
      const patch = { role: 'agent' };
      const answers = await Promise.all([
        browsers[0].patch<ProblemBody>(at(ids[1]), patch),
        browsers[1].patch<ProblemBody>(at(ids[0]), patch),
      ]);
      const [left] = await app.sql<{ n: number }>(
        `SELECT count(*)::int AS n FROM users WHERE role = 'admin' AND active`,
      );
      expect(left?.n).toBe(1);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      expect(answers.filter(({ status }) => status !== 200).map(({ body }) => body.code)).toEqual([
        expect.stringMatching(/^(last_admin|forbidden)$/),
      ]);
    }
    await replica.close();
  });
});

async function beginTransaction(): Promise<QueryRunner> {
  const runner = app.get(DataSource).createQueryRunner();
  await runner.startTransaction();
  return runner;
}
