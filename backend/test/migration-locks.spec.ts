import { Client } from 'pg';
import type { DataSource, EntitySubscriberInterface, QueryRunner } from 'typeorm';
import { LARGE_TABLES, type TableLock, locksOf } from '../bench/migrations/locks.ts';
import { createDataSource } from '../src/database/data-source.ts';
import { migrate } from '../src/database/migrating.ts';
import { withApiOver } from './support/earlier-schema.ts';
import { type TestDatabase, createTestDatabase } from './support/test-database.ts';
import { until } from './support/until.ts';

/** The first of those that run while the desk is in use. Earlier ones read and write whole tables under lock. */
const FIRST_ONLINE = 'NameTheDesk';
/** Needs a short lock on a large table. */
const NOTE_TRANSACTIONS = 'NoteTransactions';

let database: TestDatabase;
let dataSource: DataSource;
beforeEach(async () => {
  database = await createTestDatabase();
  await withApiOver(database, async ({ api }) => {
    const { id } = await api.createTicket();
    await api.patch(`/api/tickets/${String(id)}`, { status: 'resolved' });
    await api.post('/api/tickets/classify', {
      title: 'Printer',
      description: 'The printer of the office is on fire again',
    });
  });
  dataSource = await createDataSource(database.url, { poolSize: 2, statementTimeoutMs: 0 }).initialize();
  await dataSource.query(`INSERT INTO audit_events (kind, via) VALUES ('sign_in', 'web')`);
});
afterEach(async () => {
  await dataSource.destroy();
  await database.drop();
});

/** Undoes all from the one whose name begins so. */
async function takeBack(first: string): Promise<void> {
  const names: { name: string }[] = await dataSource.query('SELECT name FROM migrations ORDER BY id DESC');
  const steps = names.findIndex(({ name }) => name.startsWith(first)) + 1;
  expect(steps).toBeGreaterThan(0);
  for (let step = 0; step < steps; step += 1) await dataSource.undoLastMigration();
}

/** Rows of each large table that this connection has read or changed one after the other. */
async function rowsTouched(runner: QueryRunner): Promise<Map<string, number>> {
  const rows = (await runner.query(
    `SELECT relname AS name, (seq_tup_read + n_tup_upd + n_tup_del)::int AS touched FROM pg_stat_xact_user_tables
     WHERE relname = ANY ($1)`,
    [LARGE_TABLES],
  )) as { name: string; touched: number }[];
  return new Map(rows.map(({ name, touched }) => [name, touched]));
}

/** Notes what of a migration makes others wait. */
class Inspector implements EntitySubscriberInterface {
  readonly faults: string[] = [];
  /** Whether there was anything to inspect, within transactions and outside. */
  readonly seen = { within: false, outside: false };
  private before = new Map<string, number>();

  async afterTransactionStart({ queryRunner }: { queryRunner: QueryRunner }): Promise<void> {
    this.before = await rowsTouched(queryRunner);
  }

  /** In a transaction: a lock that readers or writers wait for is held to the end, so nothing that takes long goes with it. */
  async beforeTransactionCommit({ queryRunner }: { queryRunner: QueryRunner }): Promise<void> {
    const [name] = (await queryRunner.query('SELECT name FROM migrations ORDER BY id DESC LIMIT 1')) as {
      name: string;
    }[];
    const locks = (await queryRunner.query(locksOf('a.pid = pg_backend_pid()'))) as TableLock[];
    const touched = await rowsTouched(queryRunner);
    for (const { table, mode } of locks) {
      const isHeavy = LARGE_TABLES.includes(table) && mode !== 'ShareUpdateExclusiveLock';
      const rows = (touched.get(table) ?? 0) - (this.before.get(table) ?? 0);
      if (isHeavy && rows > 0) this.faults.push(`${name?.name ?? ''} goes through ${table} while it holds ${mode}`);
    }
    this.seen.within = true;
  }

  /** Outside of one: what waits for a lock has no limit, and an index is made or dropped while others write. */
  beforeQuery({ query, queryRunner }: { query: string; queryRunner: QueryRunner }): void {
    if (queryRunner.isTransactionActive || !LARGE_TABLES.some((table) => query.includes(table))) return;
    this.seen.outside = true;
    const isSafe = /INDEX CONCURRENTLY|VALIDATE CONSTRAINT|^\s*(SELECT|UPDATE|WITH)\b/.test(query);
    if (!isSafe) this.faults.push(`outside of a transaction: ${query}`);
  }
}

it('migrations hold no lock on a large table that others wait for while they go through it', async () => {
  await takeBack(FIRST_ONLINE);
  const inspector = new Inspector();
  dataSource.subscribers.push(inspector);
  for (const table of LARGE_TABLES) {
    const [row]: { filled: boolean }[] = await dataSource.query(`SELECT EXISTS (SELECT FROM ${table}) AS filled`);
    expect({ table, ...row }).toEqual({ table, filled: true });
  }
  await migrate(dataSource);
  expect(inspector.seen).toEqual({ within: true, outside: true });
  expect(inspector.faults).toEqual([]);
});

it('a migration that waits for somebody holds up nobody else, and goes on when they are done', async () => {
  await takeBack(NOTE_TRANSACTIONS);
  const [slow, reader] = [
    new Client({ connectionString: database.url }),
    new Client({ connectionString: database.url }),
  ];
  await Promise.all([slow.connect(), reader.connect()]);
  try {
    await slow.query('BEGIN');
    await slow.query('SELECT count(*) FROM ticket_events');
    let isDone = false;
    const migrated = migrate(dataSource).then(() => (isDone = true));
    const waiting = `SELECT 1 FROM pg_locks WHERE NOT granted AND relation = 'ticket_events'::regclass`;
    await reader.query(`SET statement_timeout = '5s'`);
    for (let time = 0; time < 2; time += 1) {
      await until(async () => (await reader.query(waiting)).rowCount === 1);
      expect((await reader.query('SELECT version FROM ticket_events')).rowCount).toBe(2);
    }
    expect(isDone).toBe(false);
    await slow.query('COMMIT');
    await migrated;
    expect((await reader.query('SELECT transaction_id FROM ticket_events')).rowCount).toBe(2);
  } finally {
    await Promise.all([slow.end(), reader.end()]);
  }
});

it('a migration that does not get its lock tells who is in the way', async () => {
  await takeBack(NOTE_TRANSACTIONS);
  const slow = new Client({ connectionString: database.url, application_name: 'somebody slow' });
  await slow.connect();
  let migrated: Promise<void> | undefined;
  try {
    await slow.query('BEGIN');
    const { rows } = await slow.query<{ pid: number }>('SELECT pg_backend_pid() AS pid FROM ticket_events LIMIT 1');
    const told = Promise.withResolvers<string>();
    migrated = migrate(dataSource, told.resolve);
    expect(await told.promise).toMatch(
      new RegExp(
        `^NoteTransactions1764600001150 does not get its lock, and tries again: process ${String(rows[0]!.pid)} is in the way, ` +
          'somebody slow, idle in transaction, in a transaction for \\d+ s\\.$',
      ),
    );
  } finally {
    await slow.end();
  }
  await migrated;
});
