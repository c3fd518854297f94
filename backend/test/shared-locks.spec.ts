import { Client } from 'pg';
import { SharedLocks } from '../src/database/shared-locks.ts';
import { type TestDatabase, createTestDatabase } from './support/test-database.ts';
import { until } from './support/until.ts';

const NAME = 'shared-locks of this test';
const never = new AbortController().signal;

describe('names that one process holds at a time', () => {
  let database: TestDatabase;
  let one: SharedLocks;
  let other: SharedLocks;

  beforeEach(async () => {
    database = await createTestDatabase();
    one = new SharedLocks(database.url, 1, `${NAME}: one`);
    other = new SharedLocks(database.url, 1, `${NAME}: other`);
  });
  afterEach(async () => {
    await Promise.all([one.close(), other.close()]);
    await database.drop();
  });

  it('are had by another one when they are let go, each for itself', async () => {
    await one.hold('a', never);
    await one.hold('b', never);
    await one.release('a');
    await other.hold('a', never);
    const tired = new AbortController();
    const held = other.hold('b', tired.signal);
    tired.abort();
    await expect(held).rejects.toThrow('aborted');
  });

  it('are had by another one when who holds them is gone, and that is told to who lives', async () => {
    const lost = await one.hold('a', never);
    const held = other.hold('a', never);
    expect(lost.aborted).toBe(false);
    await end(`${NAME}: one`);
    await held;
    await until(() => Promise.resolve(lost.aborted));
    await other.release('a');
    expect((await one.hold('a', never)).aborted).toBe(false);
  });

  it('cannot be asked for while the database is away', async () => {
    const nowhere = new SharedLocks('postgres://nobody@127.0.0.1:9/none', 1, NAME);
    await expect(nowhere.hold('a', never)).rejects.toThrow('ECONNREFUSED');
    await nowhere.close();
  });

  async function end(application: string): Promise<void> {
    const client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query('SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = $1', [
      application,
    ]);
    await client.end();
  }
});
