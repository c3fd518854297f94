import { setTimeout } from 'node:timers/promises';
import { type DataSource, type EntitySubscriberInterface, QueryFailedError } from 'typeorm';

/** How long a migration waits for a lock: so long it may hold up those who come after it. */
const WAIT_MS = 200;
/** In which those who were held up go on. */
const PAUSE_MS = 300;
const LOCK_NOT_AVAILABLE = '55P03';

/** A migration that waits for a lock holds up all who come after it, readers too; this one gives up soon. */
const IMPATIENCE: EntitySubscriberInterface = {
  afterTransactionStart: ({ queryRunner }) => queryRunner.query(`SET LOCAL lock_timeout = ${String(WAIT_MS)}`),
};

/**
 * Runs the migrations that are pending, one at a time, while others read and write. One that does not get a lock is rolled
 * back and begins again, until it does. Those that run outside a transaction wait for as long as it takes: they have to see
 * to it themselves that nobody waits for them.
 */
export async function migrate(dataSource: DataSource): Promise<void> {
  dataSource.subscribers.push(IMPATIENCE);
  try {
    while (!(await isDone(dataSource))) await setTimeout(PAUSE_MS);
  } finally {
    dataSource.subscribers.splice(dataSource.subscribers.indexOf(IMPATIENCE), 1);
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
