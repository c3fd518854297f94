import { Client, Pool } from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';
import { dataSourceOptions } from '../../src/database/data-source.ts';
import { migrate } from '../../src/database/migrating.ts';
import { DeskInUse, type Waits } from './desk-in-use.ts';
import { type HeldLock, LockWatch } from './lock-watch.ts';

/** As locks are found by. */
const MIGRATING = 'bench-migrating';
const CONNECTIONS = 8;
const LIMITS = { poolSize: 1, statementTimeoutMs: 0 };

/** What one migration took, in milliseconds, and what those waited who used the desk meanwhile. */
export interface MigrationResult extends Waits {
  readonly migration: string;
  readonly took: number;
  readonly locks: readonly HeldLock[];
}

type Migrations = readonly (new () => MigrationInterface)[];

function migrating(url: string, migrations: Migrations): Promise<DataSource> {
  const options = dataSourceOptions(url, LIMITS);
  return new DataSource({ ...options, migrations: [...migrations], applicationName: MIGRATING }).initialize();
}

/** All of the desk's, oldest first. */
export function allMigrations(): Migrations {
  return dataSourceOptions('', LIMITS).migrations;
}

/** Takes back the migrations of a desk that is up to date, the newest first, down to the one of this name. */
export async function takeBack(url: string, from: string, tell: (migration: string) => void): Promise<void> {
  const all = allMigrations();
  const dataSource = await migrating(url, all);
  try {
    for (const { name } of all.slice(all.findIndex((one) => one.name === from)).reverse()) {
      tell(name);
      await dataSource.undoLastMigration();
    }
  } finally {
    await dataSource.destroy();
  }
}

/** Runs those migrations again, one after the other, while others read and write. */
export async function measuredMigrations(
  url: string,
  from: string,
  tell: (result: MigrationResult) => void,
): Promise<readonly MigrationResult[]> {
  const all = allMigrations();
  const first = all.findIndex((one) => one.name === from);
  await using cleanup = new AsyncDisposableStack();
  const client = new Client({ connectionString: url });
  await client.connect();
  cleanup.defer(() => client.end());
  const pool = new Pool({ connectionString: url, max: CONNECTIONS });
  cleanup.defer(() => pool.end());
  const desk = await DeskInUse.begin(pool);
  cleanup.defer(() => desk.stop());
  const results: MigrationResult[] = [];
  for (const [index, { name }] of all.entries()) {
    if (index < first) continue;
    const result = { migration: name, ...(await measured(url, { client, desk, migrations: all.slice(0, index + 1) })) };
    tell(result);
    results.push(result);
  }
  return results;
}

async function measured(
  url: string,
  { client, desk, migrations }: { readonly client: Client; readonly desk: DeskInUse; readonly migrations: Migrations },
): Promise<Omit<MigrationResult, 'migration'>> {
  const dataSource = await migrating(url, migrations);
  try {
    const { rows } = await client.query<{ tablename: string }>(
      `SELECT tablename FROM pg_tables WHERE schemaname = 'public'`,
    );
    const watch = new LockWatch(client, MIGRATING);
    watch.beside(dataSource, new Set(rows.map(({ tablename }) => tablename)));
    let took = 0;
    const waits = await desk.during(() =>
      watch.during(async () => {
        const begun = performance.now();
        await migrate(dataSource);
        took = performance.now() - begun;
      }),
    );
    return { took, locks: watch.strongest(), ...waits };
  } finally {
    await dataSource.destroy();
  }
}
