import { jest } from '@jest/globals';
import { Client } from 'pg';
import { Listening } from '../src/database/listening.ts';
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

/** What the database is asked so that a silent connection is a dead one. */
function questions(): readonly unknown[] {
  const asked = jest.mocked(Client.prototype).query.mock;
  return asked.results.flatMap(({ value }, at) => (asked.calls[at]?.[0] === 'SELECT 1' ? [value] : []));
}

describe('a connection that listens', () => {
  it('is asked something now and then, but nothing more while it owes the answer to the last', async () => {
    jest.spyOn(Client.prototype, 'query');
    const lost = jest.fn();
    const listening = new Listening(proxy.url, 'desk_test', { heard: () => undefined, resumed: () => undefined, lost });
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
