import { type ForkOptions, fork } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { createDataSource } from '../src/database/data-source.ts';
import { JobQueue } from '../src/jobs/job-queue.ts';
import { NotPreparedError } from '../src/setup/check-prepared.ts';
import { startFailure } from '../src/start-failure.ts';
import { beforeMigration } from './support/earlier-schema.ts';
import { type TestApp, startApi } from './support/test-app.ts';
import { type TestDatabase, createTestDatabase } from './support/test-database.ts';

const MIGRATIONS = createDataSource('postgres://nobody').options.migrations as (new () => object)[];
const NEWEST = MIGRATIONS.at(-1)!.name;
const SETTINGS = { SEED_DEMO_DATA: 'false', OPENAI_MODEL: 'llama3.2', ADMIN_PASSWORD: 'tractor umbrella violet' };

let database: TestDatabase;
beforeEach(async () => {
  database = await createTestDatabase({ migrated: false });
});
afterEach(() => database.drop());

/** The program, as it is started beside a desk. */
async function migrate(variables: Record<string, string> = {}) {
  const options: ForkOptions = {
    execArgv: ['--import', new URL('support/run-typescript.js', import.meta.url).href],
    env: { DATABASE_URL: database.url, ...SETTINGS, ...variables },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  };
  const child = fork(new URL('../src/migrate.ts', import.meta.url), options);
  const ended = once(child, 'exit') as Promise<[number]>;
  const [out, error, [code]] = await Promise.all([text(child.stdout!), text(child.stderr!), ended]);
  return { code, out, error };
}

async function ask<Row>(statement: string): Promise<Row[]> {
  const dataSource = await createDataSource(database.url).initialize();
  const rows: Row[] = await dataSource.query(statement);
  await dataSource.destroy();
  return rows;
}

/** A process of the desk that leaves migrations to others, for as long as `work` takes. */
async function withProcess<T>(role: string, work: (app: TestApp) => Promise<T>): Promise<T> {
  const app = await startApi(database.url, { MIGRATE_AT_START: 'false', PROCESS_ROLE: role });
  try {
    return await work(app);
  } finally {
    await app.close();
  }
}

async function readiness(app: TestApp): Promise<number> {
  await app.get(JobQueue).ready();
  return (await app.anonymous.get('/api/health/ready')).status;
}
const tables = () => ask(`SELECT tablename FROM pg_tables WHERE schemaname IN ('public', 'pgboss')`);

describe('migrate.js', () => {
  it('brings a database up to date for processes that leave this to it, and notes the settings', async () => {
    expect(await migrate()).toEqual({ code: 0, out: 'The database is up to date.\n', error: '' });
    for (const role of ['api', 'worker']) expect(await withProcess(role, readiness)).toBe(200);
    const noted = await ask<{ model: string }>(
      `SELECT details -> 'settings' ->> 'OPENAI_MODEL' AS model FROM audit_events WHERE kind = 'settings_changed'`,
    );
    expect(noted).toEqual([{ model: 'llama3.2' }]);
  });

  it('can be run again, and side by side', async () => {
    const runs = await Promise.all([migrate(), migrate(), migrate()]);
    expect(runs.map(({ code }) => code)).toEqual([0, 0, 0]);
    expect(await ask('SELECT username FROM users')).toEqual([{ username: 'admin' }]);
    const [{ answering }] = (await ask('SELECT count(*)::int AS answering FROM models')) as [{ answering: number }];
    expect(answering).toBe(1);
  });

  it('goes on with the work of a desk that is in use', async () => {
    await migrate();
    await withProcess('api', async (app) => {
      await beforeMigration(database, NEWEST, async () => {
        expect(await migrate()).toMatchObject({ code: 0 });
        expect(await ask(`SELECT 1 FROM migrations WHERE name = '${NEWEST}'`)).toHaveLength(1);
        expect(await readiness(app)).toBe(200);
      });
    });
  });

  it.each([
    [{ DATABASE_URL: 'postgres://desk:hush@127.0.0.1:1/desk' }, 'No PostgreSQL answers at DATABASE_URL'],
    [{ OPENAI_BASE_URL: 'localhost' }, 'Invalid settings: OPENAI_BASE_URL must be a URL address'],
    [{ ADMIN_PASSWORD: 'short' }, 'Invalid settings: ADMIN_PASSWORD must be at least 10 characters long.'],
  ])('ends with 1 and one sentence when it cannot, as with %j', async (variables, sentence) => {
    const { code, out, error } = await migrate(variables);
    expect([code, out]).toEqual([1, '']);
    expect(error).toContain(sentence);
    expect(error).not.toMatch(/hush|short\n|\n./);
  });
});

describe('a process that does not migrate', () => {
  const refusal = (role = 'api') =>
    withProcess(role, () => Promise.resolve('It started')).catch((error: unknown) => error);

  it.each(['api', 'worker', 'all'])(
    'refuses an empty database as %s, in one sentence, and writes nothing',
    async (role) => {
      const error = await refusal(role);
      expect(error).toBeInstanceOf(NotPreparedError);
      expect(startFailure(error)).toBe(
        'The database is behind this version, first of all by CreateCategories1764000000000: ' +
          'run migrate.js of this version, or set MIGRATE_AT_START=true.',
      );
      expect(await tables()).toEqual([]);
    },
  );

  it('refuses one that lacks the newest migration, or the tables of the job queue', async () => {
    await migrate();
    await beforeMigration(database, NEWEST, async () => {
      expect(startFailure(await refusal())).toContain(`by ${NEWEST}:`);
    });
    await ask('UPDATE pgboss.version SET version = version - 1');
    expect(startFailure(await refusal())).toContain('by the tables of the job queue:');
    await ask('DROP SCHEMA pgboss CASCADE');
    expect(startFailure(await refusal())).toContain('by the tables of the job queue:');
  });

  it('starts on one that is ahead, as replicas of the version before do during an upgrade', async () => {
    await migrate();
    await ask(`INSERT INTO migrations (timestamp, name) VALUES (9999999999999, 'OfTheFuture9999999999999')`);
    await ask('UPDATE pgboss.version SET version = version + 1');
    expect(await migrate()).toMatchObject({ code: 0 });
    for (const role of ['api', 'worker']) expect(await withProcess(role, readiness)).toBe(200);
  });
});
