import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { DataSource } from 'typeorm';
import { createDataSource } from '../../src/database/data-source.ts';
import type { prepareDatabase as PrepareDatabase } from '../../src/setup/prepare-database.ts';
import { COUNT_WORDS } from '../../src/tickets/similar/word-count.sql.ts';
import { fillDesk } from './desk-filling.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
/** How many texts the database indexes itself, to compare. */
const SAMPLE = 300;

/** Made-up tickets go to an empty desk only, unless somebody wants them among others. */
export class DeskNotEmpty extends Error {}

/** Makes schema and people with the built back end, whose entities need a compiler. */
export async function prepareDesk(url: string): Promise<void> {
  const built = pathToFileURL(resolve(ROOT, 'dist/backend/setup/prepare-database.js')).href;
  const { prepareDatabase } = (await import(built)) as { prepareDatabase: typeof PrepareDatabase };
  await prepareDatabase(url, { seedDemoData: false });
}

/**
 * Fills a desk that has its schema with made-up tickets, and tells on the console how far it is.
 *
 * @throws DeskNotEmpty when there are tickets, and none may be added.
 */
export async function loadDesk(
  url: string,
  { tickets, add = false }: { readonly tickets: number; readonly add?: boolean },
): Promise<void> {
  const dataSource = await createDataSource(url, { poolSize: 1, statementTimeoutMs: 0 }).initialize();
  try {
    await load(dataSource, tickets, add);
  } finally {
    await dataSource.destroy();
  }
}

async function load(dataSource: DataSource, tickets: number, add: boolean): Promise<void> {
  const [desk]: { empty: boolean }[] = await dataSource.query('SELECT NOT EXISTS (SELECT FROM tickets) AS empty');
  const isEmpty = desk?.empty === true;
  if (!isEmpty && !add) throw new DeskNotEmpty();
  const started = Date.now();
  await dataSource.query(`SET maintenance_work_mem = '512MB'`);
  // Making the text index at the end takes a fraction of the time, and on an empty desk nobody misses it.
  if (isEmpty) await dataSource.query('DROP INDEX ticket_search_document_idx');
  try {
    await fillDesk(dataSource, { tickets, now: new Date() }, (written) => tellProgress(written, tickets, started));
  } finally {
    console.log(`\n${since(started)}: indexes and statistics`);
    if (isEmpty)
      await dataSource.query('CREATE INDEX ticket_search_document_idx ON ticket_search USING gin (document)');
  }
  await compareSample(dataSource);
  await dataSource.transaction(async (transaction) => {
    for (const statement of COUNT_WORDS) await transaction.query(statement);
  });
  for (const table of ['tickets', 'ticket_search', 'ticket_events', 'suggestions', 'word_counts']) {
    await dataSource.query(`VACUUM (ANALYZE) ${table}`);
  }
  console.log(`${since(started)}: ${tickets.toLocaleString('en')} tickets are there.`);
}

/** @throws Error when a document that was put together differs from what the database makes of the text. */
async function compareSample(dataSource: DataSource): Promise<void> {
  const different: { id: string }[] = await dataSource.query(
    `SELECT id FROM (SELECT id, title, description FROM tickets ORDER BY hashint8(id) LIMIT $1) AS sample
     JOIN ticket_search ON ticket_id = id
     WHERE document IS DISTINCT FROM search_document(title, description)`,
    [SAMPLE],
  );
  const [first] = different;
  if (first)
    throw new Error(`Ticket ${first.id} is not indexed as the database would; ${different.length} of ${SAMPLE}`);
}

function tellProgress(written: number, tickets: number, started: number): void {
  const left = Math.round((((Date.now() - started) / written) * (tickets - written)) / 1_000);
  const line = `${since(started)}: ${written.toLocaleString('en')} tickets, about ${left} s left`;
  if (process.stdout.isTTY) process.stdout.write(`\r${line}\u001b[K`);
  else if (written % 50_000 === 0) console.log(line);
}

function since(started: number): string {
  return `${Math.round((Date.now() - started) / 1_000)} s`;
}
