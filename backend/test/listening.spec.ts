import { jest } from '@jest/globals';
import { Client } from 'pg';
import { type Listener, Listening } from '../src/database/listening.ts';
import { type DatabaseProxy, startDatabaseProxy } from './support/database-proxy.ts';
import { type TestDatabase, createTestDatabase } from './support/test-database.ts';
import { until } from './support/until.ts';

let database: TestDatabase;
let proxy: DatabaseProxy;
beforeAll(async () => {
  database = await createTestDatabase();
  proxy = await startDatabaseProxy(database.url);
  // Nothing but the turns in which the connection is asked something: all else is as it is.
  jest.useFakeTimers({
    doNotFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'clearImmediate', 'nextTick', 'queueMicrotask', 'Date'],
  });
});
afterAll(async () => {
  jest.useRealTimers();
  await proxy.close();
  await database.drop();
});

const LONG_MS = 60_000;

function listen(listener: Partial<Listener>): Listening {
  const deaf = { heard: () => undefined, resumed: () => undefined, lost: () => undefined };
  return new Listening(proxy.url, 'desk_test', { ...deaf, ...listener });
}

/** Tells something to those who listen, from elsewhere. */
async function tell(what: string): Promise<void> {
  const client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query(`NOTIFY desk_test, '${what}'`);
  await client.end();
}

/** What the database is asked so that a silent connection is a dead one. */
function questions(): readonly unknown[] {
  const asked = jest.mocked(Client.prototype).query.mock;
  return asked.results.flatMap(({ value }, at) => (asked.calls[at]?.[0] === 'SELECT 1' ? [value] : []));
}

describe('a connection that listens', () => {
  it('has begun when it hears what is told, and not before', async () => {
    const heard = jest.fn();
    proxy.freeze();
    const listening = listen({ heard });
    const begun = listening.begun(LONG_MS);
    proxy.thaw();
    await begun;
    await tell('at once');
    await until(() => Promise.resolve(heard.mock.calls.length > 0));
    expect(heard.mock.calls).toEqual([['at once']]);
    await listening.close();
  });

  it('is waited for no longer than is said, and tells whoever went on without when it listens after all', async () => {
    const resumed = jest.fn();
    proxy.freeze();
    const listening = listen({ resumed });
    await listening.begun(1);
    expect(resumed).not.toHaveBeenCalled();
    proxy.thaw();
    await listening.begun(LONG_MS);
    expect(resumed).toHaveBeenCalledTimes(1);
    await listening.close();
  });

  it('is not waited for when it cannot be had, and tells when it can', async () => {
    const resumed = jest.fn();
    proxy.freeze();
    const listening = listen({ resumed, lost: () => proxy.thaw() });
    const begun = listening.begun(LONG_MS);
    await until(() => Promise.resolve(proxy.connections > 0));
    proxy.cut();
    await begun;
    expect(resumed).not.toHaveBeenCalled();
    await until(() => Promise.resolve(resumed.mock.calls.length > 0));
    await listening.close();
  });

  it('is asked something now and then, but nothing more while it owes the answer to the last', async () => {
    jest.spyOn(Client.prototype, 'query');
    const lost = jest.fn();
    const listening = listen({ lost });
    await until(() => Promise.resolve(jest.getTimerCount() === 1));

    proxy.freeze();
    for (let turn = 0; turn < 3; turn += 1) jest.advanceTimersByTime(8_000);
    expect(questions()).toHaveLength(1);

    proxy.thaw();
    await Promise.all(questions());
    jest.advanceTimersByTime(8_000);
    expect(questions()).toHaveLength(2);
    expect(lost).not.toHaveBeenCalled();
    await listening.close();
  });
});
