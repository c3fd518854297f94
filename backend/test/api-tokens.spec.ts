import type { ApiClient, ProblemBody } from './support/api-client.ts';
import { type TokenBody, auditEvents, bearer, browserOf, makePerson, makeToken, sha256 } from './support/accounts.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';

let app: TestApp;
beforeAll(async () => {
  app = await startTestApp();
});
afterAll(() => app.close());

const wanted = { name: 'Nightly import', scopes: ['tickets:read'], expires_in_days: 30 };
const tokensOf = async (owner: ApiClient) =>
  (await owner.get<{ results: TokenBody[] }>('/api/auth/tokens')).body.results;

describe('an API token', () => {
  it('is shown with its secret once, and kept as a hash', async () => {
    const owner = await browserOf(app, 'test-agent');
    const { status, body } = await owner.post<{ token: TokenBody; secret: string }>('/api/auth/tokens', wanted);
    expect(status).toBe(201);
    expect(body.secret).toMatch(/^desk_[0-9A-Za-z]{33}$/);
    expect(body.token).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      name: 'Nightly import',
      scopes: ['tickets:read'],
      created_at: expect.any(String),
      expires_at: expect.any(String),
      last_used_at: null,
      expired: false,
    });
    expect(Date.parse(body.token.expires_at) - Date.parse(body.token.created_at)).toBe(30 * 86_400_000);
    expect(await tokensOf(owner)).toEqual([body.token]);
    const rows = await app.sql('SELECT 1 FROM api_tokens WHERE token_hash = $1', [sha256(body.secret)]);
    expect(rows).toHaveLength(1);
    const event = (await auditEvents(app, 'token_created')).at(-1);
    expect(event).toMatchObject({ subject_id: body.token.id, subject_label: 'Nightly import', via: 'web' });
    expect(JSON.stringify(event)).not.toContain(body.secret);
  });

  it('works in the name of its owner, and says when it was last used', async () => {
    await makePerson(app, 'robot-owner');
    const owner = await browserOf(app, 'robot-owner');
    const { secret } = await makeToken(owner, ['tickets:read', 'tickets:write']);
    const robot = bearer(app, secret);
    expect((await robot.get('/api/auth/me')).body).toMatchObject({
      user: { username: 'robot-owner' },
      via: 'token',
      scopes: ['tickets:read', 'tickets:write'],
    });
    await robot.createTicket({ title: 'By a robot' });
    const [used] = await tokensOf(owner);
    expect(Date.now() - Date.parse(used?.last_used_at ?? '')).toBeLessThan(60_000);
    await app.sql(`UPDATE api_tokens SET last_used_at = now() - interval '50 seconds' WHERE id = $1`, [used?.id]);
    await robot.get('/api/tickets');
    expect(Date.now() - Date.parse((await tokensOf(owner))[0]?.last_used_at ?? '')).toBeGreaterThan(49_000);
  });

  it('needs no headers of a browser to change something', async () => {
    const { secret } = await makeToken(await browserOf(app, 'test-agent'), ['tickets:write']);
    const elsewhere = bearer(app, secret).with({ origin: 'https://partner.example', 'sec-fetch-site': 'cross-site' });
    const ticket = { title: 'From a partner', description: 'Text.', category: 'general', priority: 'low' };
    expect((await elsewhere.post('/api/tickets', ticket)).status).toBe(201);
  });

  it('stops working once it is revoked, for good', async () => {
    const id = await makePerson(app, 'revoker');
    const owner = await browserOf(app, 'revoker');
    const { token, secret } = await makeToken(owner, ['tickets:read']);
    const robot = bearer(app, secret);
    expect((await robot.get('/api/tickets')).status).toBe(200);
    expect((await owner.delete(`/api/auth/tokens/${token.id}`)).status).toBe(204);
    const replayed = await robot.get('/api/tickets');
    expect(replayed).toMatchObject({ status: 401, body: { code: 'invalid_token' } });
    expect(replayed.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
    expect(await tokensOf(owner)).toEqual([]);
    expect(await owner.delete(`/api/auth/tokens/${token.id}`)).toMatchObject({
      status: 404,
      body: { code: 'token_not_found' },
    });
    expect((await auditEvents(app, 'token_revoked')).at(-1)).toMatchObject({
      actor_id: String(id),
      subject_id: token.id,
      details: { owner: id },
    });
  });

  it('of somebody else is out of reach', async () => {
    const { token, secret } = await makeToken(await browserOf(app, 'test-admin'), ['tickets:read']);
    const agent = await browserOf(app, 'test-agent');
    expect((await agent.delete(`/api/auth/tokens/${token.id}`)).status).toBe(404);
    expect((await bearer(app, secret).get('/api/tickets')).status).toBe(200);
  });

  it('makes no other tokens and ends no sessions', async () => {
    const robot = bearer(app, (await makeToken(await browserOf(app, 'test-admin'), ['admin'])).secret);
    const refused = await robot.post('/api/auth/tokens', wanted);
    expect(refused).toMatchObject({ status: 403, body: { code: 'insufficient_scope' } });
    expect(refused.headers.get('www-authenticate')).toBe('Bearer error="insufficient_scope"');
  });

  it('that an admin owns is named in the audit log by what it did', async () => {
    const { token, secret } = await makeToken(await browserOf(app, 'test-admin'), ['admin']);
    const { token: victim } = await makeToken(await browserOf(app, 'test-agent'), ['tickets:read']);
    expect((await bearer(app, secret).delete(`/api/admin/tokens/${victim.id}`)).status).toBe(204);
    expect((await auditEvents(app, 'token_revoked')).at(-1)).toMatchObject({
      via: 'token',
      subject_id: victim.id,
      details: { token_id: token.id },
    });
  });

  it.each([
    [{ ...wanted, scopes: ['admin'] }, 'scopes', 'scope_not_allowed'],
    [{ ...wanted, scopes: ['tickets:read', 'admin'] }, 'scopes', 'scope_not_allowed'],
    [{ ...wanted, scopes: [] }, 'scopes', 'required'],
    [{ ...wanted, scopes: 'tickets:read' }, 'scopes', 'required'],
    [{ ...wanted, scopes: ['tickets:delete'] }, 'scopes', 'unknown_value'],
    [{ ...wanted, scopes: ['tickets:read', 'tickets:read'] }, 'scopes', 'repeated'],
    [{ ...wanted, expires_in_days: 0 }, 'expires_in_days', 'too_small'],
    [{ ...wanted, expires_in_days: 366 }, 'expires_in_days', 'too_large'],
    [{ ...wanted, expires_in_days: 1.5 }, 'expires_in_days', 'not_an_integer'],
    [{ ...wanted, name: '  ' }, 'name', 'required'],
    [{ ...wanted, name: 'x'.repeat(81) }, 'name', 'too_long'],
    [{ ...wanted, user: 1 }, 'user', 'unknown_field'],
    [{ ...wanted, token_hash: 'a'.repeat(64) }, 'token_hash', 'unknown_field'],
  ])('is not made from %j by an agent', async (body, field, code) => {
    const answer = await app.api.post<ProblemBody>('/api/auth/tokens', body);
    expect(answer.status).toBe(400);
    expect(answer.body.errors?.map((error) => [error.field, error.code])).toEqual([[field, code]]);
  });

  it('is one of at most twenty, also when they are made at the same moment', async () => {
    const id = await makePerson(app, 'collector');
    const owner = await browserOf(app, 'collector');
    for (let n = 0; n < 19; n += 1) await makeToken(owner, ['tickets:read']);
    for (let round = 0; round < 5; round += 1) {
      const answers = await Promise.all(Array.from({ length: 8 }, () => owner.post('/api/auth/tokens', wanted)));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 400, 400, 400, 400, 400, 400, 400]);
      expect(answers.find(({ status }) => status === 400)).toMatchObject({
        body: { errors: [{ code: 'too_many_tokens' }] },
      });
      await app.sql(
        `UPDATE api_tokens SET expires_at = now() - interval '1 second'
         WHERE id = (SELECT id FROM api_tokens WHERE user_id = $1 AND expires_at > now() LIMIT 1)`,
        [id],
      );
    }
    expect((await tokensOf(owner)).filter(({ expired }) => expired)).toHaveLength(5);
  });
});
