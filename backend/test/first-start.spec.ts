import { createDataSource } from '../src/database/data-source.ts';
import { type Preparation, prepareDatabase } from '../src/setup/prepare-database.ts';
import { Secret } from '../src/config/secret.ts';
import { captureLogs } from './support/log-capture.ts';
import { type SignInHint, KnownPasswords } from '../src/auth/known-passwords.service.ts';
import { type TestApp, startApi } from './support/test-app.ts';
import { type TestDatabase, createTestDatabase } from './support/test-database.ts';
import { signIn } from './support/accounts.ts';

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase({ migrated: false });
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((app) => app.close()));
  await database.drop();
});

const started: TestApp[] = [];
async function start(variables: Record<string, string>): Promise<TestApp> {
  const app = await startApi(database.url, variables);
  started.push(app);
  return app;
}

const password = (adminPassword: string, demoSignIn = false): Partial<Preparation> => ({
  firstPeople: { adminPassword: new Secret(adminPassword), demoSignIn },
});
const prepare = (preparation: Partial<Preparation> = {}) =>
  prepareDatabase(database.url, { seedDemoData: false, ...preparation });

interface UserRow {
  username: string;
  role: string;
  must_change_password: boolean;
  expires: boolean;
}

async function ask<Row>(statement: string): Promise<Row[]> {
  const dataSource = await createDataSource(database.url).initialize();
  const rows: Row[] = await dataSource.query(statement);
  await dataSource.destroy();
  return rows;
}

const people = () =>
  ask<UserRow>(
    `SELECT username, role, must_change_password, password_expires_at IS NOT NULL AS expires FROM users ORDER BY id`,
  );

describe('the first start', () => {
  it('makes an admin with the password that everybody knows, who must choose another', async () => {
    await prepare();
    expect(await people()).toEqual([{ username: 'admin', role: 'admin', must_change_password: true, expires: false }]);
    const app = await start({});
    expect((await signIn(app, 'admin', 'admin123')).body.user).toMatchObject({ must_change_password: true });
    await app.close();
  });

  it('makes an admin with ADMIN_PASSWORD, who may begin at once', async () => {
    const app = await start({ ADMIN_PASSWORD: 'tractor umbrella violet' });
    expect((await signIn(app, 'admin', 'tractor umbrella violet')).body.user).toMatchObject({
      must_change_password: false,
    });
    expect((await signIn(app, 'admin', 'admin123')).status).toBe(401);
    await app.close();
  });

  it.each([
    ['short', 'Invalid settings: ADMIN_PASSWORD must be at least 10 characters long.'],
    ['password123', 'Invalid settings: ADMIN_PASSWORD is one of the commonest passwords.'],
    [
      'Administrator1',
      'Invalid settings: ADMIN_PASSWORD needs more besides your name and words like “support” or “password”.',
    ],
  ])('refuses %s as ADMIN_PASSWORD in one sentence, and makes nobody', async (chosen, sentence) => {
    const refusal = await prepare(password(chosen)).catch((error: unknown) => error);
    expect(refusal).toEqual(new Error(sentence));
    expect(await people()).toEqual([]);
  });

  it('happens once, also when replicas start together, whatever they are told later', async () => {
    await Promise.all(Array.from({ length: 4 }, () => prepare(password('tractor umbrella violet'))));
    await prepare({ ...password('another password altogether', true), seedDemoData: true });
    expect((await people()).map(({ username }) => username)).toEqual(['admin']);
    const app = await start({});
    expect((await signIn(app, 'admin', 'tractor umbrella violet')).status).toBe(200);
    await app.close();
  });

  it('makes two agents for the demo, whose passwords work only if it is a demo on one machine', async () => {
    await prepare({ ...password('tractor umbrella violet', true), seedDemoData: true });
    expect(await people()).toEqual([
      { username: 'admin', role: 'admin', must_change_password: false, expires: false },
      { username: 'mina.park', role: 'agent', must_change_password: false, expires: false },
      { username: 'jonas.weber', role: 'agent', must_change_password: false, expires: false },
    ]);
    const served = await createTestDatabase({ migrated: false });
    await prepareDatabase(served.url, { seedDemoData: true });
    const dataSource = await createDataSource(served.url).initialize();
    const rows = await dataSource.query(
      `SELECT must_change_password, password_expires_at <= now() AS expired FROM users WHERE role = 'agent'`,
    );
    expect(rows).toEqual(Array.from({ length: 2 }, () => ({ must_change_password: true, expired: true })));
    await dataSource.destroy();
    await served.drop();
  });
});

describe('the passwords of the demo agents', () => {
  const demo = { SEED_DEMO_DATA: 'true', ADMIN_PASSWORD: 'tractor umbrella violet' };
  const attempt = async (demoSignIn: boolean, username = 'mina.park', secret = 'demo-agent-1') => {
    const app = await start({ ...demo, DEMO_SIGN_IN: String(demoSignIn) });
    const { status, body } = await signIn(app, username, secret);
    await app.close();
    return { status, ...('code' in body ? { code: body.code } : {}) };
  };
  const refused = { status: 403, code: 'password_expired' };

  it('stop working when a later start says so, and work again after another', async () => {
    expect(await attempt(true)).toEqual({ status: 200 });
    expect(await attempt(false)).toEqual(refused);
    expect(await attempt(false, 'jonas.weber', 'demo-agent-2')).toEqual(refused);
    expect(await attempt(true)).toEqual({ status: 200 });
  });

  it('do not work at the first start either', async () => {
    expect(await attempt(false)).toEqual(refused);
  });

  it('end the sessions that were begun with them, and the audit log tells it once', async () => {
    await attempt(true);
    await attempt(false);
    await attempt(false);
    expect(await ask(`SELECT 1 FROM sessions`)).toEqual([]);
    const told = await ask<{ label: string; via: string }>(
      `SELECT subject_label AS label, via FROM audit_events WHERE kind = 'user_changed' ORDER BY id`,
    );
    expect(told).toEqual(['mina.park', 'jonas.weber'].map((label) => ({ label, via: 'system' })));
  });

  it('are left alone once they are passwords of their own', async () => {
    await attempt(true);
    const hash = `(SELECT password_hash FROM users WHERE username = 'admin')`;
    await ask(`UPDATE users SET password_hash = ${hash} WHERE username = 'mina.park'`);
    expect(await attempt(false, 'mina.park', 'tractor umbrella violet')).toEqual({ status: 200 });
  });
});

describe('the start log', () => {
  const warnings = async (variables: Record<string, string>) => {
    const app = await start({ LOG_LEVEL: 'warn', ...variables });
    const logs = captureLogs();
    await app.get(KnownPasswords).onApplicationBootstrap();
    await app.close();
    return logs.lines().map(({ level, msg }) => ({ level, msg: String(msg) }));
  };

  it('warns once, in plain words, while everybody knows the password of a real desk', async () => {
    const lines = await warnings({ NODE_ENV: 'production' });
    expect(lines).toEqual([{ level: 40, msg: expect.stringMatching(/^The password of "admin" is still admin123/) }]);
    expect(await warnings({ NODE_ENV: 'development' })).toEqual([]);
  });

  it('warns once of demo agents whose passwords everybody knows, unless it is a demo on one machine', async () => {
    const chosen = { ADMIN_PASSWORD: 'tractor umbrella violet', SEED_DEMO_DATA: 'true' };
    const launched = { ...chosen, NODE_ENV: 'production', DEMO_SIGN_IN: 'true' };
    expect(await warnings(launched)).toEqual([]);
    expect(await warnings({ ...chosen, NODE_ENV: 'development' })).toEqual([]);
    const warning = (names: string) => [
      { level: 40, msg: expect.stringContaining(`the demo passwords of ${names}. Deactivate`) },
    ];
    expect(await warnings({ ...launched, HOST: '0.0.0.0' })).toEqual(warning('"mina.park" and "jonas.weber"'));
    expect(await warnings({ ...launched, DEMO_SIGN_IN: 'false' })).toEqual([]);
    await ask(`UPDATE users SET active = false WHERE username = 'jonas.weber'`);
    expect(await warnings({ ...launched, HOST: '::' })).toEqual(warning('"mina.park"'));
    expect(await warnings({ ...launched, HOST: '::', DEMO_SIGN_IN: 'false' })).toEqual([]);
  });

  it('says nothing once ADMIN_PASSWORD was chosen, and never prints it', async () => {
    expect(await warnings({ NODE_ENV: 'production', ADMIN_PASSWORD: 'tractor umbrella violet' })).toEqual([]);
    const [event] = await ask<{ text: string }>(`SELECT string_agg(details::text, ' ') AS text FROM audit_events`);
    expect(event?.text).toContain('"ADMIN_PASSWORD": "set"');
    expect(event?.text).not.toContain('tractor');
  });
});

describe('how to sign in', () => {
  const hints = async (variables: Record<string, string>): Promise<SignInHint[]> => {
    const app = await start(variables);
    const known = await app.get(KnownPasswords).hints();
    await app.close();
    return known;
  };
  const demo = { SEED_DEMO_DATA: 'true', DEMO_SIGN_IN: 'true' };
  const agents = [
    { username: 'mina.park', password: 'demo-agent-1', fromSettings: false, mustChange: false },
    { username: 'jonas.weber', password: 'demo-agent-2', fromSettings: false, mustChange: false },
  ];

  it('is told as it is at first', async () => {
    expect(await hints(demo)).toEqual([
      { username: 'admin', password: 'admin123', fromSettings: false, mustChange: true },
      ...agents,
    ]);
  });

  it('leaves out passwords that were chosen, and people who are gone', async () => {
    const chosen = { ...demo, ADMIN_PASSWORD: 'tractor umbrella violet' };
    expect(await hints(chosen)).toEqual([
      { username: 'admin', password: null, fromSettings: true, mustChange: false },
      ...agents,
    ]);
    await ask(`UPDATE users SET password_hash = (SELECT password_hash FROM users WHERE username = 'admin')
               WHERE username = 'mina.park'`);
    await ask(`UPDATE users SET active = false WHERE username = 'jonas.weber'`);
    expect(await hints(demo)).toEqual([{ username: 'admin', password: null, fromSettings: false, mustChange: false }]);
    await ask(`UPDATE users SET username = 'somebody.else' WHERE username = 'admin'`);
    expect(await hints(demo)).toEqual([]);
  });
});

describe('the settings', () => {
  const events = () =>
    ask<{ details: { changes: object; settings: Record<string, unknown> }; via: string }>(
      `SELECT details, via FROM audit_events WHERE kind = 'settings_changed' ORDER BY id`,
    );

  it('are kept in the audit log at the first start, and again whenever they differ', async () => {
    await start({ LLM_API_KEY: 'sk-hush' }).then((app) => app.close());
    await start({ LLM_API_KEY: 'sk-other-hush' }).then((app) => app.close());
    expect(await events()).toHaveLength(1);
    const replicas = await Promise.all([1, 2].map(() => start({ OPENAI_MODEL: 'gpt-5' })));
    await Promise.all(replicas.map((app) => app.close()));
    const [first, second, ...more] = await events();
    expect(more).toEqual([]);
    expect(first).toMatchObject({ via: 'system', details: { changes: {}, settings: { LLM_API_KEY: 'set' } } });
    expect(second?.details.changes).toEqual({
      LLM_API_KEY: { from: 'set', to: null },
      OPENAI_MODEL: { from: 'gpt-4o-mini', to: 'gpt-5' },
    });
    expect(JSON.stringify([first, second])).not.toMatch(/hush|postgres:/);
  });
});
