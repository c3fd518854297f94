import pg from 'pg';
import { loadDesk, prepareDesk } from '../load/desk-loading.ts';
import { parentOf, secondsOfFamily } from './processor-time.ts';

/** A desk of a size, for one run: what is measured changes it. */
export interface BenchDatabase {
  readonly url: string;
  /** Seconds of processor time that the whole server has taken so far; null when it runs elsewhere. */
  readonly processorSeconds: () => number | null;
  readonly drop: () => Promise<void>;
}

/**
 * Copies the desk that is kept for a size, and makes that first when there is none: the database of the address when it
 * holds just as many tickets (`npm run load`), or else one of its own beside it.
 */
export async function copiedDesk(serverUrl: string, size: number): Promise<BenchDatabase> {
  const kept = (await ticketsIn(serverUrl)) === size ? serverUrl : besideNamed(serverUrl, `bench_${String(size)}`);
  await createUnlessThere(kept);
  await prepareDesk(kept);
  if ((await ticketsIn(kept)) !== size) {
    console.log(`Loading ${size.toLocaleString('en')} tickets, which are kept for later runs.`);
    await loadDesk(kept, { tickets: size });
  }
  const copy = besideNamed(serverUrl, `bench_run_${String(size)}`);
  const drop = (): Promise<void> => asAdmin(serverUrl, `DROP DATABASE IF EXISTS ${quoted(copy)} WITH (FORCE)`);
  await drop();
  await asAdmin(serverUrl, `CREATE DATABASE ${quoted(copy)} TEMPLATE ${quoted(kept)} STRATEGY file_copy`);
  const postmaster = await postmasterOf(copy);
  return { url: copy, drop, processorSeconds: () => (postmaster === null ? null : secondsOfFamily(postmaster)) };
}

/** Of PostgreSQL, as it says itself. */
export async function serverVersion(url: string): Promise<string> {
  return (await asked<{ server_version: string }>(url, 'SHOW server_version'))?.server_version ?? '';
}

/** Null when the database, or the schema in it, is not there. */
async function ticketsIn(url: string): Promise<number | null> {
  try {
    const found = await asked<{ tickets: number }>(url, 'SELECT count(*)::int AS tickets FROM tickets');
    return found?.tickets ?? null;
  } catch (error) {
    if (['3D000', '42P01'].includes(String((error as pg.DatabaseError).code))) return null;
    throw error;
  }
}

/** The server's first process, of which all others are children; null when it runs on another machine. */
async function postmasterOf(url: string): Promise<number | null> {
  // A process that outlives the question: the asking connection's own may be gone before its parent is read.
  const lasting = await asked<{ pid: number }>(
    url,
    "SELECT pid FROM pg_stat_activity WHERE backend_type = 'checkpointer'",
  );
  return lasting ? parentOf(lasting.pid, 'postgres') : null;
}

async function createUnlessThere(url: string): Promise<void> {
  try {
    await asAdmin(url, `CREATE DATABASE ${quoted(url)}`);
  } catch (error) {
    if ((error as pg.DatabaseError).code !== '42P04') throw error;
  }
}

async function asAdmin(url: string, statement: string): Promise<void> {
  await asked(besideNamed(url, 'postgres'), statement);
}

/** The first row that a statement gives, on a connection of its own. */
async function asked<Row extends pg.QueryResultRow>(url: string, statement: string): Promise<Row | undefined> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
    return (await client.query<Row>(statement)).rows[0];
  } finally {
    await client.end();
  }
}

function besideNamed(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.href;
}

function quoted(url: string): string {
  return pg.escapeIdentifier(decodeURIComponent(new URL(url).pathname.slice(1)));
}
