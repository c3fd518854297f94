import { setTimeout } from 'node:timers/promises';
import { type DataSource, type EntitySubscriberInterface, QueryFailedError, type QueryRunner } from 'typeorm';
import { pendingMigration } from './pending-migration.ts';

/** How long a migration waits for a lock: so long it may hold up those who come after it. */
const WAIT_MS = 200;
/** In which those who were held up go on. */
const PAUSE_MS = 300;
/** After so many tries, five seconds or so, it is told who is in the way; and then so often. */
const TRIES_IN_SILENCE = 10;
const TELL_EVERY_MS = 60_000;
const LOOK_EVERY_MS = 20;
const LOCK_NOT_AVAILABLE = '55P03';

/** A migration that waits for a lock holds up all who come after it, readers too; this one gives up soon. */
class Impatience implements EntitySubscriberInterface {
  /** The process of PostgreSQL that migrates. */
  pid: number | null = null;

  async afterTransactionStart({ queryRunner }: { queryRunner: QueryRunner }): Promise<void> {
    const [row] = (await queryRunner.query(
      `SELECT pg_backend_pid() AS pid, set_config('lock_timeout', '${String(WAIT_MS)}', true)`,
    )) as { pid: number }[];
    this.pid = row?.pid ?? null;
  }
}

/**
 * Runs the migrations that are pending, one at a time, while others read and write. One that does not get a lock is rolled
 * back and begins again, until it does. Those that run outside a transaction wait for as long as it takes: they have to see
 * to it themselves that nobody waits for them.
 *
 * @param tell hears who is in the way of a migration that has begun again and again.
 */
export async function migrate(dataSource: DataSource, tell: (sentence: string) => void = toOperator): Promise<void> {
  const impatience = new Impatience();
  dataSource.subscribers.push(impatience);
  let toldAt = -Infinity;
  try {
    for (let tries = 1; ; tries += 1) {
      const trying = isDone(dataSource);
      const isDue = tries > TRIES_IN_SILENCE && performance.now() - toldAt >= TELL_EVERY_MS;
      const inTheWay = isDue ? await whoIsInTheWay(dataSource, impatience, trying) : null;
      if (await trying) return;
      if (inTheWay !== null) {
        toldAt = performance.now();
        tell(`${String(await pendingMigration(dataSource))} does not get its lock, and tries again: ${inTheWay}.`);
      }
      await setTimeout(PAUSE_MS);
    }
  } finally {
    dataSource.subscribers.splice(dataSource.subscribers.indexOf(impatience), 1);
  }
}

async function isDone(dataSource: DataSource): Promise<boolean> {
  try {
    await dataSource.runMigrations();
    return true;
  } catch (error) {
    if (error instanceof QueryFailedError && (error.driverError as { code?: unknown }).code === LOCK_NOT_AVAILABLE)
      return false;
    throw error;
  }
}

/** Looks, until this try is over, for whom it waits; null when nobody was seen. Nothing of what they do is told. */
async function whoIsInTheWay(
  dataSource: DataSource,
  migrating: Impatience,
  trying: Promise<unknown>,
): Promise<string | null> {
  const over = new AbortController();
  const end = (): void => over.abort();
  trying.then(end, end);
  let seen: string | null = null;
  while (!over.signal.aborted) {
    const [row] = await dataSource.query<{ seen: string | null }[]>(IN_THE_WAY, [migrating.pid]);
    seen = row?.seen ?? seen;
    await setTimeout(LOOK_EVERY_MS);
  }
  return seen;
}

const IN_THE_WAY = `
  SELECT string_agg(
    concat_ws(', ', 'process ' || blocking.pid || ' is in the way', nullif(a.application_name, ''), a.state,
      'in a transaction for ' || round(extract(epoch FROM clock_timestamp() - a.xact_start)) || ' s'), '; ') AS seen
  FROM unnest(pg_blocking_pids($1)) AS blocking (pid) LEFT JOIN pg_stat_activity AS a ON a.pid = blocking.pid`;

/** A start has no log yet. */
function toOperator(sentence: string): void {
  process.stderr.write(`${sentence}\n`);
}
