import { jest } from '@jest/globals';
import { hash } from '@node-rs/argon2';
import { PasswordHasher } from '../src/auth/password-hasher.ts';
import { ApiClient, type ProblemBody } from './support/api-client.ts';
import {
  type AccountBody,
  auditEvents,
  browserOf,
  makePerson,
  sessionCookie,
  sha256,
  signIn,
} from './support/accounts.ts';
import { type TestApp, startReplica, startTestApp } from './support/test-app.ts';
import { TEST_PASSWORD, cookieWith } from './support/test-people.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp({ LOGIN_ATTEMPTS_PER_ADDRESS: '1000000' });
});
afterAll(() => app.close());

const wrong = { status: 401, body: { code: 'invalid_credentials' } };
const tooMany = { status: 429, body: { code: 'too_many_requests' } };

describe('signing in', () => {
  it('gives the browser a session that scripts cannot read', async () => {
    const answer = await signIn(app, 'test-agent');
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({
      user: {
        id: expect.any(Number),
        username: 'test-agent',
        display_name: 'Test Agent',
        role: 'agent',
        must_change_password: false,
      },
    });
    const [pair, ...attributes] = (answer.headers.get('set-cookie') ?? '').split('; ');
    expect(pair).toMatch(/^desk_session_[0-9a-f]{12}=[\w-]{43}$/);
    expect(attributes.map((attribute) => attribute.split('=')[0])).toEqual(['Path', 'Expires', 'HttpOnly', 'SameSite']);
    expect(attributes).toEqual(expect.arrayContaining(['Path=/', 'HttpOnly', 'SameSite=Lax']));
    const me = await new ApiClient(app.url, { cookie: pair ?? '' }).get('/api/auth/me');
    expect(me.body).toEqual({ ...answer.body, via: 'web', scopes: ['tickets:read', 'tickets:write'] });
  });

  it('gives a cookie for this host and https alone when the browser came by https', async () => {
    const answer = await signIn(app, 'test-admin', TEST_PASSWORD, { 'x-forwarded-proto': 'https' });
    const cookie = answer.headers.get('set-cookie');
    expect(cookie).toMatch(
      /^__Host-desk_session_[0-9a-f]{12}=[\w-]{43}; Path=\/; Expires=[^;]+; HttpOnly; Secure; SameSite=Lax$/,
    );
    const https = { 'x-forwarded-proto': 'https', cookie: sessionCookie(answer) };
    expect((await app.anonymous.get('/api/auth/me', https)).status).toBe(200);
    // A neighbouring host could have set it.
    const unprefixed = sessionCookie(answer).replace('__Host-', '');
    expect((await app.anonymous.get('/api/auth/me', { ...https, cookie: unprefixed })).status).toBe(401);
  });

  it('keeps of the session no more than a hash', async () => {
    const token = sessionCookie(await signIn(app, 'test-agent')).split('=')[1] ?? '';
    const rows = await app.sql('SELECT 1 FROM sessions WHERE token_hash = $1', [sha256(token)]);
    expect(rows).toHaveLength(1);
    const [found] = await app.sql<{ n: string }>('SELECT count(*) AS n FROM sessions s WHERE s::text LIKE $1', [
      `%${token}%`,
    ]);
    expect(found?.n).toBe('0');
  });

  it('takes the name in any case, and the password exactly as it is', async () => {
    expect((await signIn(app, ' TEST-agent ')).status).toBe(200);
    for (const password of [` ${TEST_PASSWORD}`, `${TEST_PASSWORD} `, TEST_PASSWORD.toUpperCase()])
      expect(await signIn(app, 'test-agent', password)).toMatchObject(wrong);
  });

  it('notes when and from where', async () => {
    const id = await makePerson(app, 'noted');
    await signIn(app, 'noted');
    const [row] = await app.sql<{ recent: boolean }>(
      `SELECT last_sign_in_at > now() - interval '1 minute' AS recent FROM users WHERE id = $1`,
      [id],
    );
    expect(row?.recent).toBe(true);
    expect((await auditEvents(app, 'sign_in')).at(-1)).toMatchObject({
      actor_id: String(id),
      via: 'web',
      address: '127.0.0.1',
    });
  });

  it('ends the session that the browser came with, so that nobody can plant one', async () => {
    const planted = sessionCookie(await signIn(app, 'test-agent'));
    const answer = await signIn(app, 'test-admin', TEST_PASSWORD, { cookie: planted });
    expect(sessionCookie(answer)).not.toBe(planted);
    expect((await app.anonymous.get('/api/auth/me', { cookie: planted })).status).toBe(401);
    const invented = await signIn(app, 'test-admin', TEST_PASSWORD, cookieWith(app, 'chosen-by-somebody'));
    expect(sessionCookie(invented)).not.toContain('chosen-by-somebody');
  });

  it.each([
    [{ username: 'test-agent', password: TEST_PASSWORD, role: 'admin' }, 'role', 'unknown_field'],
    [
      { username: 'test-agent', password: TEST_PASSWORD, must_change_password: false },
      'must_change_password',
      'unknown_field',
    ],
    [{ username: ['test-agent'], password: TEST_PASSWORD }, 'username', 'not_text'],
    [{ username: 'test-agent', password: { $ne: '' } }, 'password', 'not_text'],
    [{ username: 'test-agent', password: '' }, 'password', 'required'],
    [{ username: 'test-agent' }, 'password', 'not_text'],
    [{ username: 'test-agent', password: `${TEST_PASSWORD}\ud800` }, 'password', 'invalid_characters'],
    [{ username: 'x'.repeat(65), password: TEST_PASSWORD }, 'username', 'too_long'],
    [{ username: 'test-agent\r\nSet-Cookie: a=b', password: TEST_PASSWORD }, 'username', 'not_one_line'],
    [{ username: 'test-agent', password: 'x'.repeat(1025) }, 'password', 'too_long'],
  ])('refuses %j', async (body, field, code) => {
    const answer = await app.anonymous.post<ProblemBody>('/api/auth/login', body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors?.map((error) => [error.field, error.code])).toEqual([[field, code]]);
    expect(answer.headers.get('set-cookie')).toBeNull();
  });
});

describe('a password typed on another keyboard', () => {
  const decomposed = 'Gru\u0308\u00dfe aus Zu\u0308rich';
  const composed = decomposed.normalize('NFC');

  it('is the same at signing in and at changing it', async () => {
    await makePerson(app, 'traveller');
    const browser = await browserOf(app, 'traveller');
    const change = (current: string, next: string) =>
      browser.post<ProblemBody>('/api/auth/password', { current_password: current, new_password: next });
    const changed = await change(TEST_PASSWORD.replaceAll(' ', '\u00a0'), decomposed);
    expect(changed.status).toBe(200);
    for (const typed of [decomposed, composed, composed.replaceAll(' ', '\u00a0'), `\ufeff${composed}`])
      expect([typed, (await signIn(app, 'traveller', typed)).status]).toEqual([typed, 200]);
    for (const other of [composed.toLowerCase(), composed.replace('ß', 'ss'), composed.replaceAll('ü', 'u')])
      expect(await signIn(app, 'traveller', other)).toMatchObject(wrong);
    const again = new ApiClient(app.url, { cookie: sessionCookie(changed) });
    const same = { current_password: composed, new_password: decomposed };
    expect((await again.post<ProblemBody>('/api/auth/password', same)).body.errors?.[0]?.code).toBe('unchanged');
  });

  it('that was stored as it was typed lets in once more, and from then on in every form', async () => {
    const id = await makePerson(app, 'old-hand');
    const stored = async () =>
      (await app.sql<{ h: string }>('SELECT password_hash AS h FROM users WHERE id = $1', [id]))[0]?.h;
    const old = await hash(decomposed);
    await app.sql('UPDATE users SET password_hash = $2, must_change_password = true WHERE id = $1', [id, old]);
    expect(await signIn(app, 'old-hand', composed)).toMatchObject(wrong);
    expect(await stored()).toBe(old);
    expect(await signIn(app, 'old-hand', decomposed)).toMatchObject({
      status: 200,
      body: { user: { must_change_password: true } },
    });
    expect(await stored()).not.toBe(old);
    for (const typed of [composed, decomposed]) expect((await signIn(app, 'old-hand', typed)).status).toBe(200);
  });

  it('that was stored as it was typed is the current one when another is chosen', async () => {
    const id = await makePerson(app, 'old-changer');
    await app.sql('UPDATE users SET password_hash = $2 WHERE id = $1', [id, await hash(decomposed)]);
    const browser = await browserOf(app, 'old-changer');
    const body = { current_password: decomposed, new_password: 'tractor umbrella violet 7' };
    expect((await browser.post('/api/auth/password', body)).status).toBe(200);
    expect((await signIn(app, 'old-changer', 'tractor umbrella violet 7')).status).toBe(200);
  });
});

describe('a failed attempt', () => {
  it('is told the same for a wrong password, an unknown name and a deactivated person', async () => {
    await makePerson(app, 'gone');
    await app.sql(`UPDATE users SET active = false WHERE username = 'gone'`);
    const answers = [
      await signIn(app, 'test-agent', 'not the password'),
      await signIn(app, 'nobody', 'not the password'),
      await signIn(app, 'gone'),
      await signIn(app, 'no user\u2009can be called so'),
      await signIn(app, `' OR 1=1 --`),
    ].map(({ status, headers, body }) => {
      const problem = { ...(body as unknown as ProblemBody), request_id: 'any' };
      return { status, problem, cookie: headers.get('set-cookie'), ask: headers.get('www-authenticate') };
    });
    expect(answers[0]).toMatchObject({ status: 401, cookie: null, ask: 'Bearer' });
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
  });

  it('costs the same work in each case: one comparison with a hash', async () => {
    const hasher = app.get(PasswordHasher);
    const spies = [jest.spyOn(hasher, 'matches'), jest.spyOn(hasher, 'matchesAsTyped')];
    for (const username of ['test-agent', 'nobody', 'gone', 'no such name possible!']) {
      for (const spy of spies) spy.mockClear();
      await signIn(app, username, 'not the password');
      expect([username, ...spies.map(({ mock }) => mock.calls.length)]).toEqual([username, 1, 1]);
    }
    for (const spy of spies) spy.mockRestore();
  });

  it('is kept in the audit log, with the name that was typed and without the password', async () => {
    await signIn(app, 'Nobody-At-All', 'hush-hush-hush');
    const event = (await auditEvents(app, 'sign_in_failed')).at(-1);
    expect(event).toMatchObject({ actor_id: null, address: '127.0.0.1', subject_label: 'Nobody-At-All' });
    expect(event?.subject_id).toBeNull();
    expect(JSON.stringify(event)).not.toContain('hush');
  });

  it('is kept with the person whom the name belongs to', async () => {
    const id = await makePerson(app, 'meant');
    await signIn(app, 'Meant', 'not the password');
    expect((await auditEvents(app, 'sign_in_failed')).at(-1)).toMatchObject({
      ...{ actor_id: null, subject_type: 'user', subject_id: String(id), subject_label: 'Meant' },
    });
  });
});

describe('a one-time password', () => {
  it('that has expired is refused by those who know it, and a wrong one as ever', async () => {
    await makePerson(app, 'late', { mustChange: true });
    await app.sql(`UPDATE users SET password_expires_at = now() - interval '1 second' WHERE username = 'late'`);
    expect(await signIn(app, 'late', 'not the password')).toMatchObject(wrong);
    const answer = await signIn(app, 'late');
    expect(answer).toMatchObject({ status: 403, body: { code: 'password_expired' } });
    expect(answer.headers.get('set-cookie')).toBeNull();
    const events = (await auditEvents(app, 'sign_in_failed')).filter((event) => event.subject_label === 'late');
    expect(events.map(({ details }) => details)).toEqual([{}, { reason: 'password_expired' }]);
  });

  it('lets in to nothing but the choice of another', async () => {
    await makePerson(app, 'fresh', { mustChange: true });
    await app.sql(`UPDATE users SET password_expires_at = now() + interval '7 days' WHERE username = 'fresh'`);
    const first = await signIn(app, 'fresh');
    expect(first.body.user.must_change_password).toBe(true);
    const browser = new ApiClient(app.url, { cookie: sessionCookie(first) });
    expect(await browser.get('/api/tickets')).toMatchObject({
      status: 403,
      body: { code: 'password_change_required' },
    });
    const next = 'a much better password';
    const change = await browser.post<{ user: AccountBody }>('/api/auth/password', {
      current_password: TEST_PASSWORD,
      new_password: next,
    });
    expect(change).toMatchObject({ status: 200, body: { user: { must_change_password: false } } });
    const renewed = new ApiClient(app.url, { cookie: sessionCookie(change) });
    expect((await renewed.get('/api/tickets')).status).toBe(200);
    expect(await signIn(app, 'fresh')).toMatchObject(wrong);
    expect((await signIn(app, 'fresh', next)).status).toBe(200);
    const [row] = await app.sql(`SELECT password_expires_at AS expires FROM users WHERE username = 'fresh'`);
    expect(row).toEqual({ expires: null });
  });
});

describe('guessing', () => {
  const guess = (at: TestApp, username: string) => signIn(at, username, 'not the password');

  it('is stopped after ten attempts on a name, also for the right password, until the window ends', async () => {
    await makePerson(app, 'victim');
    for (let attempt = 0; attempt < 10; attempt += 1) expect(await guess(app, 'Victim')).toMatchObject(wrong);
    const refused = await signIn(app, 'victim');
    expect(refused).toMatchObject(tooMany);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(800);
    expect(Number(refused.headers.get('retry-after'))).toBeLessThanOrEqual(900);
    expect((await signIn(app, 'test-agent')).status).toBe(200);
    await app.sql(`UPDATE rate_limits SET expire = 1 WHERE key = 'sign-in-name:127.0.0.1 victim'`);
    expect((await signIn(app, 'victim')).status).toBe(200);
  });

  it('counts unknown names alike', async () => {
    for (let attempt = 0; attempt < 10; attempt += 1) expect(await guess(app, 'unknown-one')).toMatchObject(wrong);
    expect(await guess(app, 'unknown-one')).toMatchObject(tooMany);
  });

  it('at the same moment counts as much', async () => {
    await makePerson(app, 'parallel');
    const answers = await Promise.all(Array.from({ length: 30 }, () => guess(app, 'parallel')));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(20);
  });

  it('counts over all replicas together', async () => {
    await makePerson(app, 'shared');
    const replica = await startReplica(app, { LOGIN_ATTEMPTS_PER_ADDRESS: '1000000' });
    const answers = await Promise.all(
      Array.from({ length: 24 }, (_, n) => guess(n % 2 === 0 ? app : replica, 'shared')),
    );
    await replica.close();
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(10);
    expect(await guess(app, 'shared')).toMatchObject(tooMany);
  });

  it('is forgiven by the right password', async () => {
    await makePerson(app, 'clumsy');
    for (let round = 0; round < 2; round += 1) {
      for (let attempt = 0; attempt < 9; attempt += 1) expect(await guess(app, 'clumsy')).toMatchObject(wrong);
      expect((await signIn(app, 'clumsy')).status).toBe(200);
    }
  });

  it('fills the audit log with no more than one refusal of a window', async () => {
    await makePerson(app, 'flooded');
    for (let attempt = 0; attempt < 20; attempt += 1) await guess(app, 'flooded');
    const events = (await auditEvents(app, 'sign_in_throttled')).filter((event) => event.subject_label === 'flooded');
    expect(events).toEqual([expect.objectContaining({ details: { limit: 'sign-in-name' }, address: '127.0.0.1' })]);
    const failures = (await auditEvents(app, 'sign_in_failed')).filter((event) => event.subject_label === 'flooded');
    expect(failures).toHaveLength(10);
  });
});

describe('guessing at one name', () => {
  let strict: TestApp;
  beforeAll(async () => {
    strict = await startTestApp({ LOGIN_ATTEMPTS_PER_NAME: '2', LOGIN_ATTEMPTS_PER_ADDRESS: '1000000' });
  });
  afterAll(() => strict.close());

  const from = (address: string, username: string, password = 'not the password') =>
    signIn(strict, username, password, { 'x-forwarded-for': address });

  it('does not keep its owner out, who signs in from elsewhere', async () => {
    await makePerson(strict, 'owner');
    for (let n = 0; n < 2; n += 1) expect(await from('203.0.113.7', 'owner')).toMatchObject(wrong);
    for (let n = 0; n < 30; n += 1) expect(await from('203.0.113.7', 'Owner')).toMatchObject(tooMany);
    expect((await from('203.0.113.8', 'owner', TEST_PASSWORD)).status).toBe(200);
    // The owner's success is no help to the guesser.
    expect(await from('203.0.113.7', 'owner', TEST_PASSWORD)).toMatchObject(tooMany);
  });

  it('from many addresses is stopped too, at ten times as many attempts', async () => {
    const id = await makePerson(strict, 'wanted');
    const guesses = Array.from({ length: 30 }, (_, n) => from(`198.51.100.${String(n + 1)}`, 'wanted'));
    const answers = await Promise.all(guesses);
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(20);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(10);
    expect(await from('203.0.113.8', 'wanted', TEST_PASSWORD)).toMatchObject(tooMany);
    const events = (await auditEvents(strict, 'sign_in_throttled')).filter((one) => one.subject_label === 'wanted');
    expect(events).toEqual([
      expect.objectContaining({ details: { limit: 'sign-in-name-anywhere' }, subject_id: String(id) }),
    ]);
    // What was refused there was given back everywhere else.
    const points = await strict.sql(`SELECT points FROM rate_limits WHERE key = 'sign-in-name:203.0.113.8 wanted'`);
    expect(points).toEqual([{ points: 0 }]);
  });

  it('counts no success of the owner, however often', async () => {
    await makePerson(strict, 'frequent');
    for (let n = 0; n < 25; n += 1) expect((await from('203.0.113.9', 'frequent', TEST_PASSWORD)).status).toBe(200);
  });
});

describe('guessing from one address', () => {
  let small: TestApp;
  beforeAll(async () => {
    small = await startTestApp({ LOGIN_ATTEMPTS_PER_ADDRESS: '5' });
  });
  afterAll(() => small.close());

  it('is stopped whatever the names, and nowhere else', async () => {
    for (let n = 0; n < 5; n += 1)
      expect(
        await signIn(small, `somebody-${String(n)}`, 'not it', { 'x-forwarded-for': '203.0.113.7' }),
      ).toMatchObject(wrong);
    const refused = await signIn(small, 'test-agent', TEST_PASSWORD, { 'x-forwarded-for': '203.0.113.7' });
    expect(refused).toMatchObject(tooMany);
    expect(await signIn(small, 'test-agent', TEST_PASSWORD, { 'x-forwarded-for': '203.0.113.8' })).toMatchObject({
      status: 200,
    });
    // Whoever is no proxy that is trusted cannot claim to be somebody else.
    const spoofed = { 'x-forwarded-for': '198.51.100.1, 203.0.113.7' };
    expect(await signIn(small, 'test-agent', TEST_PASSWORD, spoofed)).toMatchObject(tooMany);
  });

  it('counts the whole network that a customer of an IPv6 provider has', async () => {
    for (let n = 0; n < 5; n += 1) {
      const headers = { 'x-forwarded-for': `2001:db8:1:2::${String(n + 1)}` };
      expect(await signIn(small, 'test-agent', 'not it', headers)).toMatchObject(wrong);
    }
    expect(
      await signIn(small, 'test-admin', TEST_PASSWORD, { 'x-forwarded-for': '2001:db8:1:2:ffff::1' }),
    ).toMatchObject(tooMany);
    expect(await signIn(small, 'test-admin', TEST_PASSWORD, { 'x-forwarded-for': '2001:db8:1:3::1' })).toMatchObject({
      status: 200,
    });
  });

  it('costs those who know their password nothing', async () => {
    const headers = { 'x-forwarded-for': '203.0.113.9' };
    for (let n = 0; n < 12; n += 1)
      expect((await signIn(small, 'test-admin', TEST_PASSWORD, headers)).status).toBe(200);
  });
});
