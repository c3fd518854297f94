import { jest } from '@jest/globals';
import pg from 'pg';
import { AbortableReads } from '../src/database/abortable-reads.ts';
import { plannedEachTime } from '../src/database/planned-each-time.ts';
import { UnitOfWork } from '../src/database/unit-of-work.ts';
import { type TestApp, startReplica, startTestApp } from './support/test-app.ts';

/** What would open and end a transaction around it. */
const COMMANDS: readonly unknown[] = ['BEGIN', 'COMMIT', 'ROLLBACK'];
/** One connection, so that what it has prepared can be asked of it. */
const ONE = { DATABASE_POOL_SIZE: '1' };
let app: TestApp;
let off: TestApp;
beforeAll(async () => {
  app = await startTestApp(ONE);
  off = await startReplica(app, { ...ONE, DATABASE_PREPARED_STATEMENTS: 'false' });
});
afterAll(() => app.close());

interface Prepared {
  readonly name: string;
  readonly statement: string;
  readonly uses: number;
}

function prepared(of: TestApp): Promise<Prepared[]> {
  return of.sql<Prepared>(
    'SELECT name, statement, (generic_plans + custom_plans)::int AS uses FROM pg_prepared_statements',
  );
}

async function usesOf(text: string, of = app): Promise<number | undefined> {
  return (await prepared(of)).find(({ statement }) => statement === text)?.uses;
}

describe('a statement with values', () => {
  it('is prepared once for a connection, whoever asks it', async () => {
    for (let n = 0; n < 3; n += 1) expect((await app.api.list({ status: 'open' })).count).toBe(0);
    const lists = (await prepared(app)).filter(({ statement }) => statement.includes('FROM tickets AS t'));
    expect(lists.map(({ uses }) => uses)).toEqual(lists.map(() => 3));
    expect(lists.length).toBeGreaterThan(0);
  });

  it('is a search too, which needs no transaction and is asked in one round trip', async () => {
    for (let n = 0; n < 7; n += 1) await app.api.list({ search: 'giraffe', count: 'false' });
    const [search, ...others] = (await prepared(app)).filter(({ statement }) =>
      statement.includes('ticket_search AS s'),
    );
    expect([search?.uses, others]).toEqual([7, []]);
    expect((await prepared(app)).filter(({ statement }) => statement.includes('pg_backend_pid'))).toEqual([]);
    const plans = await app.sql(
      'SELECT generic_plans::int AS generic FROM pg_prepared_statements WHERE statement = $1',
      [search?.statement],
    );
    expect(plans).toEqual([{ generic: 2 }]);
    const asked = jest.spyOn(pg.Client.prototype, 'query');
    await app.api.list({ search: 'giraffe', count: 'false' });
    // The job queue has statements of its own, at any time.
    const commands = asked.mock.calls.map(([query]) => query as unknown).filter((query) => COMMANDS.includes(query));
    asked.mockRestore();
    expect(commands).toEqual([]);
  });

  it('takes values of any type under its one name', async () => {
    const text = 'SELECT coalesce($1, 0::bigint)::text AS value';
    const values: unknown[] = [];
    for (const given of [1, null, '2', 3n, 0]) {
      values.push((await app.sql<{ value: string }>(text, [given]))[0]?.value);
    }
    expect(values).toEqual(['1', '0', '2', '3', '0']);
    expect(await usesOf(text)).toBe(5);
  });

  it('works under its name after it has failed, for its values or for its text', async () => {
    const text = 'SELECT 1 / $1::int AS value';
    await expect(app.sql(text, [0])).rejects.toThrow('division by zero');
    expect(await app.sql(text, [1])).toEqual([{ value: 1 }]);
    await expect(app.sql('SELECT value FROM nowhere WHERE value = $1', [1])).rejects.toThrow('nowhere');
    await app.sql('CREATE TABLE nowhere (value int)');
    expect(await app.sql('SELECT value FROM nowhere WHERE value = $1', [1])).toEqual([]);
    await app.sql('DROP TABLE nowhere');
  });

  it('works under its name after values that cannot be sent', async () => {
    const text = 'SELECT $1::jsonb AS value';
    const circle: { self?: object } = {};
    circle.self = circle;
    await expect(app.sql(text, [circle])).rejects.toThrow('circular');
    expect(await app.sql(text, [{ a: 1 }])).toEqual([{ value: { a: 1 } }]);
    expect(await app.sql(text, [{ a: 2 }])).toEqual([{ value: { a: 2 } }]);
  });

  it('gives way to others when there are too many, and comes back', async () => {
    const text = (n: number) => `SELECT $1::int + ${String(n)} AS value`;
    for (let n = 0; n < 200; n += 1) expect(await app.sql(text(n), [1])).toEqual([{ value: n + 1 }]);
    const names = await prepared(app);
    expect(names).toHaveLength(128);
    expect(new Set(names.map(({ name }) => name)).size).toBe(128);
    expect([await usesOf(text(0)), await usesOf(text(199))]).toEqual([undefined, 1]);
    expect(await app.sql(text(0), [1])).toEqual([{ value: 1 }]);
    expect([await usesOf(text(0)), (await prepared(app)).length]).toEqual([1, 128]);
  });

  it('gives way in a transaction that has failed too', async () => {
    const text = (n: number) => `SELECT $1::int * ${String(n)} AS value`;
    for (let n = 0; n < 128; n += 1) await app.sql(text(n), [1]);
    const failing = app.get(UnitOfWork).run(async (transaction) => {
      await transaction.query('SELECT 1 / $1::int', [0]).catch(() => undefined);
      return transaction.query(text(128), [1]);
    });
    await expect(failing).rejects.toThrow('current transaction is aborted');
    expect(await app.sql(text(128), [1])).toEqual([{ value: 128 }]);
    expect(await prepared(app)).toHaveLength(128);
  });

  it('has no name when it is planned each time, nor when that is set so, nor without values', async () => {
    const each = plannedEachTime('SELECT $1::int AS each');
    expect(await app.sql(each, [1])).toEqual([{ each: 1 }]);
    expect(await usesOf(each)).toBeUndefined();
    await off.api.list({ status: 'open' });
    expect(await off.sql('SELECT $1::int AS value', [1])).toEqual([{ value: 1 }]);
    expect(await prepared(off)).toEqual([]);
    await app.sql('SELECT 1 AS one');
    expect((await prepared(app)).filter(({ statement }) => statement.includes('AS one'))).toEqual([]);
  });
});

describe('a table that changes while statements over it are prepared', () => {
  const text = 'SELECT * FROM changing WHERE value > $1';
  beforeEach(() => app.sql('CREATE TABLE changing (value int); INSERT INTO changing VALUES (1)'));
  afterEach(() => app.sql('DROP TABLE changing'));

  it('is read as it is then', async () => {
    expect(await app.sql(text, [0])).toEqual([{ value: 1 }]);
    await off.sql(`ALTER TABLE changing ADD COLUMN word text DEFAULT 'new'`);
    expect(await app.sql(text, [0])).toEqual([{ value: 1, word: 'new' }]);
    expect(await usesOf(text)).toBe(1);
  });

  // Those that may take longer stand in a transaction, the others in none.
  it.each([undefined, 60_000])(
    'is read as it is then by reads that somebody can leave, allowed %p ms',
    async (allowMs) => {
      const read = () =>
        app
          .get(AbortableReads)
          .run(new AbortController().signal, (ask) => ask({ sql: text, parameters: [0] }), allowMs);
      expect(await read()).toEqual([{ value: 1 }]);
      await off.sql(`ALTER TABLE changing ADD COLUMN word text DEFAULT 'new'`);
      expect(await read()).toEqual([{ value: 1, word: 'new' }]);
    },
  );

  it('has a transaction run once more, and what it did is there once', async () => {
    await app.sql(text, [0]);
    await off.sql(`ALTER TABLE changing ADD COLUMN word text DEFAULT 'new'`);
    let runs = 0;
    const rows = await app.get(UnitOfWork).run(async (transaction) => {
      runs += 1;
      await transaction.query('INSERT INTO changing (value) VALUES ($1)', [2]);
      return transaction.query(text, [1]);
    });
    expect([rows, runs]).toEqual([[{ value: 2, word: 'new' }], 2]);
    expect(await off.sql('SELECT value FROM changing ORDER BY value')).toEqual([{ value: 1 }, { value: 2 }]);
  });
});

describe('a transaction', () => {
  const ids = () => off.sql<{ value: number }>('SELECT value FROM kept ORDER BY value');
  const insert = 'INSERT INTO kept VALUES ($1) RETURNING pg_current_xact_id_if_assigned()::text AS transaction';
  beforeEach(() => app.sql('CREATE TABLE kept (value int UNIQUE DEFERRABLE INITIALLY DEFERRED)'));
  afterEach(() => app.sql('DROP TABLE kept'));

  // The first time a statement is not known yet to its connection, the second time it is.
  it.each([1, 2])('begins with its first statement and is committed with its last, time %i', async () => {
    for (const desk of [app, off]) {
      const [one, other] = await desk
        .get(UnitOfWork)
        .run(async (transaction) => [
          await transaction.query<object[]>(insert, [1]),
          await transaction.last<object[]>(insert, [2]),
        ]);
      expect(one).toEqual(other);
      expect(await ids()).toEqual([{ value: 1 }, { value: 2 }]);
      await desk.sql('DELETE FROM kept');
    }
  });

  it.each([1, 2])('keeps nothing when its first statement fails, or its last, or the commit, time %i', async () => {
    for (const desk of [app, off]) {
      const run = (first: unknown, last: unknown) =>
        desk.get(UnitOfWork).run(async (transaction) => {
          await transaction.query(insert, [first]);
          return transaction.last(insert, [last]);
        });
      await expect(run('no number', 2)).rejects.toThrow('invalid input syntax');
      await expect(run(1, 'no number')).rejects.toThrow('invalid input syntax');
      await expect(run(1, 1)).rejects.toThrow('duplicate key');
      expect(await ids()).toEqual([]);
    }
  });

  it('of a single statement keeps it, unless what is checked at the end is broken', async () => {
    for (const desk of [app, off]) {
      const run = (values: string) =>
        desk
          .get(UnitOfWork)
          .run((transaction) => transaction.last(`INSERT INTO kept SELECT unnest($1::int[])`, [values]));
      await run('{1,2}');
      await expect(run('{3,3}')).rejects.toThrow('duplicate key');
      expect(await ids()).toEqual([{ value: 1 }, { value: 2 }]);
      await desk.sql('DELETE FROM kept');
    }
  });

  it('is asked nothing after its last statement', async () => {
    const run = app.get(UnitOfWork).run(async (transaction) => {
      await transaction.query(insert, [1]);
      await transaction.last(insert, [2]);
      await transaction.query(insert, [3]);
    });
    await expect(run).rejects.toThrow('after its last statement');
  });
});
