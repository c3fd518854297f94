import type { ProblemBody } from './support/api-client.ts';
import { problem } from './support/problem.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';

interface UserBody {
  id: number;
  username: string;
  display_name: string;
  role: string;
  active: boolean;
  must_change_password: boolean;
  created_at: string;
  last_sign_in_at: string | null;
  sessions: number;
  tokens: number;
  version: number;
}

interface PageBody<Item> {
  results: Item[];
  count: number;
  next_cursor: string | null;
}

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const USERS = '/api/admin/users';
const get = <Body>(path: string) => app.as('admin').get<Body & ProblemBody>(path);
const create = (body: unknown) =>
  app.as('admin').post<{ user: UserBody; one_time_password: string } & ProblemBody>(USERS, body);
const change = (id: number, body: unknown, headers: Record<string, string> = {}) =>
  app.as('admin').patch<UserBody & ProblemBody>(`${USERS}/${String(id)}`, body, headers);

describe('the people of the desk', () => {
  it('are listed by username, found, filtered and paged', async () => {
    for (const name of ['zoe', 'Yan', 'xena']) {
      await create({ username: `page-${name}`, display_name: `Pager ${name}`, role: 'agent' });
    }
    const first = await get<PageBody<UserBody>>(`${USERS}?search=PAGER&limit=2`);
    expect(first.body.results.map(({ username }) => username)).toEqual(['page-xena', 'page-Yan']);
    expect(first.body.count).toBe(3);
    const second = await get<PageBody<UserBody>>(
      `${USERS}?search=pager&limit=2&cursor=${String(first.body.next_cursor)}`,
    );
    expect(second.body).toMatchObject({ results: [{ username: 'page-zoe' }], next_cursor: null });
    expect((await get<PageBody<UserBody>>(`${USERS}?role=admin&active=true`)).body.results).toMatchObject([
      { username: 'test-admin' },
    ]);
    expect((await get<PageBody<UserBody>>(`${USERS}?active=false`)).body.count).toBe(0);
    expect((await get<PageBody<UserBody>>(`${USERS}?search=%25`)).body.count).toBe(0);
  });

  it('are added with a one-time password, which is shown once and stored nowhere', async () => {
    const made = await create({ username: 'new.person', display_name: '  New Person ', role: 'agent' });
    expect(made.status).toBe(201);
    expect(made.body.user).toEqual({
      id: expect.any(Number),
      username: 'new.person',
      display_name: 'New Person',
      role: 'agent',
      active: true,
      must_change_password: true,
      created_at: expect.stringMatching(/Z$/),
      last_sign_in_at: null,
      sessions: 0,
      tokens: 0,
      unresolved_tickets: 0,
      version: expect.any(Number),
    });
    const login = await app.anonymous.post<{ user: { must_change_password: boolean } }>('/api/auth/login', {
      username: 'NEW.person',
      password: made.body.one_time_password,
    });
    expect(login).toMatchObject({ status: 200, body: { user: { must_change_password: true } } });
    const { body: read } = await get<UserBody>(`${USERS}/${String(made.body.user.id)}`);
    expect(read).toMatchObject({ sessions: 1, last_sign_in_at: expect.any(String) });
    const { body: log } = await app.as('admin').get<object>('/api/admin/audit?kind=user_created');
    expect(JSON.stringify([read, log])).not.toContain(made.body.one_time_password);
    expect(JSON.stringify([made.body.user, read])).not.toMatch(/argon2|hash/);
  });

  it('are renamed, promoted, deactivated and given a new password', async () => {
    const { body } = await create({ username: 'changing', display_name: 'Changing', role: 'agent' });
    const { id } = body.user;
    expect(await change(id, { username: 'changed', display_name: 'Changed', role: 'admin' })).toMatchObject({
      status: 200,
      body: { id, username: 'changed', display_name: 'Changed', role: 'admin' },
    });
    const reset = await app
      .as('admin')
      .post<{ one_time_password: string }>(`${USERS}/${String(id)}/password-reset`, undefined);
    expect(reset).toMatchObject({ status: 200, body: { one_time_password: expect.stringMatching(/\S{10,}/) } });
    const signIn = (password: string) => app.anonymous.post('/api/auth/login', { username: 'changed', password });
    expect((await signIn(body.one_time_password)).status).toBe(401);
    expect((await signIn(reset.body.one_time_password)).status).toBe(200);
    expect(await change(id, { active: false })).toMatchObject({ status: 200, body: { active: false, sessions: 0 } });
    expect((await signIn(reset.body.one_time_password)).status).toBe(401);
  });

  it.each([
    ['nothing', {}, '400 validation_failed username invalid_username display_name required role required'],
    ['a username with a space', { username: 'a b' }, '400 validation_failed username invalid_username'],
    ['a username with a header', { username: 'a\r\nx: y' }, '400 validation_failed username invalid_username'],
    ['a username of 65 letters', { username: 'a'.repeat(65) }, '400 validation_failed username invalid_username'],
    ['a list as username', { username: ['a'] }, '400 validation_failed username invalid_username'],
    ['a blank name', { display_name: ' ' }, '400 validation_failed display_name required'],
    ['a name of two lines', { display_name: 'a\nb' }, '400 validation_failed display_name not_one_line'],
    ['a role that is none', { role: 'root' }, '400 validation_failed role unknown_value'],
    ['a taken username', { username: 'TEST-agent' }, '409 username_taken username taken'],
    ['an id', { id: 1 }, '400 validation_failed id unknown_field'],
    ['a password', { password: 'x' }, '400 validation_failed password unknown_field'],
    ['a hash', { password_hash: '$argon2id$' }, '400 validation_failed password_hash unknown_field'],
    [
      'a way around the new password',
      { must_change_password: false },
      '400 validation_failed must_change_password unknown_field',
    ],
    ['a past', { created_at: '2020-01-01' }, '400 validation_failed created_at unknown_field'],
  ])('are not added with %s', async (what, body, expected) => {
    const valid = what === 'nothing' ? {} : { username: 'somebody', display_name: 'Somebody', role: 'agent' };
    expect(problem(await create({ ...valid, ...body }))).toBe(expected);
    expect((await get<PageBody<UserBody>>(`${USERS}?search=somebody`)).body.count).toBe(0);
  });

  it.each([
    ['an id', { id: 1 }, 'id unknown_field'],
    ['a password', { password: 'x' }, 'password unknown_field'],
    ['a hash', { password_hash: '$argon2id$x' }, 'password_hash unknown_field'],
    ['a way around the new password', { must_change_password: false }, 'must_change_password unknown_field'],
    ['a past', { created_at: '2020-01-01T00:00:00Z' }, 'created_at unknown_field'],
    ['a last sign-in', { last_sign_in_at: null }, 'last_sign_in_at unknown_field'],
    ['sessions', { sessions: 0 }, 'sessions unknown_field'],
    ['a prototype', { constructor: { prototype: { role: 'admin' } } }, ''],
    ['null as role', { role: null }, 'role required'],
    ['words as active', { active: 'no' }, 'active not_a_boolean'],
  ])('cannot be changed by %s', async (_, body, expected) => {
    const [row] = await app.sql<{ id: string }>(`SELECT id FROM users WHERE username = 'test-agent'`);
    const before = await app.sql(`SELECT * FROM users WHERE username = 'test-agent'`);
    const answer = await change(Number(row?.id), body);
    expect(answer.status).toBe(400);
    if (expected) expect(problem(answer)).toBe(`400 validation_failed ${expected}`);
    expect(await app.sql(`SELECT * FROM users WHERE username = 'test-agent'`)).toEqual(before);
  });

  it('are changed by one of two who saw the same, when both say what they saw', async () => {
    const { id, version } = (await create({ username: 'two.eyes', display_name: 'Two Eyes', role: 'agent' })).body.user;
    const seen = await get<UserBody>(`${USERS}/${String(id)}`);
    expect(seen.headers.get('etag')).toBe(`"${String(version)}"`);
    const ifMatch = { 'if-match': `"${String(version)}"` };
    const first = await change(id, { role: 'admin' }, ifMatch);
    expect(first.status).toBe(200);
    expect(first.headers.get('etag')).toBe(`"${String(first.body.version)}"`);
    const second = await change(id, { display_name: 'Second Sight' }, ifMatch);
    expect(problem(second)).toBe('412 stale_version');
    expect(second.body.detail).toContain('Two Eyes');
    expect((await get<UserBody>(`${USERS}/${String(id)}`)).body).toMatchObject({
      display_name: 'Two Eyes',
      role: 'admin',
    });

    const again = await change(id, { display_name: 'Second Sight' }, { 'if-match': `"${String(first.body.version)}"` });
    expect(again.body).toMatchObject({ display_name: 'Second Sight', role: 'admin' });
    expect((await get<PageBody<UserBody>>(`${USERS}?search=two.eyes`)).body.results[0]?.version).toBe(
      again.body.version,
    );
    // Who does not say what they saw is heard as ever.
    expect((await change(id, { role: 'agent' })).status).toBe(200);
    expect(problem(await change(id, { role: 'admin' }, { 'if-match': 'no tag' }))).toBe(
      '400 validation_failed If-Match invalid_entity_tag',
    );
  });

  it.each([{ username: 'other.name' }, { display_name: 'Other Name' }, { role: 'admin' }, { active: false }])(
    'are at another version after %o, and not after a sign-in or a new password',
    async (body) => {
      const username = `v.${Object.keys(body)[0] ?? ''}`;
      const { user } = (await create({ username, display_name: 'Versed', role: 'agent' })).body;
      await app.as('admin').post(`${USERS}/${String(user.id)}/password-reset`, {});
      expect((await get<UserBody>(`${USERS}/${String(user.id)}`)).body.version).toBe(user.version);
      expect((await change(user.id, body)).body.version).not.toBe(user.version);
      await change(user.id, { active: false });
    },
  );

  it('always have an admin among them', async () => {
    const [row] = await app.sql<{ id: string }>(`SELECT id FROM users WHERE username = 'test-admin'`);
    expect(problem(await change(Number(row?.id), { role: 'agent' }))).toBe('409 last_admin');
    expect(problem(await change(Number(row?.id), { active: false }))).toBe('409 last_admin');
  });

  it('that nobody knows are not found', async () => {
    expect(problem(await get<UserBody>(`${USERS}/99999`))).toBe('404 user_not_found');
    expect(problem(await get<UserBody>(`${USERS}/me`))).toBe('400 validation_failed id not_an_integer');
    expect(problem(await get<UserBody>(`${USERS}?cursor=%00`))).toBe('400 validation_failed cursor invalid_cursor');
  });
});

describe('the API tokens of everybody', () => {
  it('are listed newest first, by person too, and revoked', async () => {
    const names = ['one', 'two', 'three'];
    for (const name of names) {
      await app.api.post('/api/auth/tokens', { name, scopes: ['tickets:read'], expires_in_days: 1 });
    }
    await app.as('admin').post('/api/auth/tokens', { name: 'boss', scopes: ['admin'], expires_in_days: 1 });
    const [agent] = await app.sql<{ id: string }>(`SELECT id FROM users WHERE username = 'test-agent'`);
    interface TokenBody {
      id: string;
      name: string;
    }
    const all = await get<PageBody<TokenBody>>('/api/admin/tokens');
    expect(all.body.results.map(({ name }) => name)).toEqual(['boss', 'three', 'two', 'one']);
    const own = await get<PageBody<TokenBody>>(`/api/admin/tokens?user=${String(agent?.id)}&limit=2`);
    expect(own.body.count).toBe(3);
    expect(own.body.results[0]).toEqual({
      id: expect.any(String),
      user: Number(agent?.id),
      name: 'three',
      scopes: ['tickets:read'],
      created_at: expect.any(String),
      expires_at: expect.any(String),
      last_used_at: null,
      expired: false,
    });
    const next = await get<PageBody<TokenBody>>(
      `/api/admin/tokens?user=${String(agent?.id)}&limit=2&cursor=${String(own.body.next_cursor)}`,
    );
    expect(next.body.results.map(({ name }) => name)).toEqual(['one']);

    const path = `/api/admin/tokens/${String(own.body.results[0]?.id)}`;
    expect((await app.as('admin').delete(path)).status).toBe(204);
    expect(problem(await app.as('admin').delete<ProblemBody>(path))).toBe('404 token_not_found');
    expect((await get<PageBody<TokenBody>>('/api/admin/tokens')).body.count).toBe(3);
    expect(problem(await get('/api/admin/tokens?cursor=x'))).toMatch(/^400 validation_failed cursor/);
  });
});
