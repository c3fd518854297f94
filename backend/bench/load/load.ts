import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import type { DataSource } from 'typeorm';
import { openDatabase } from '../../../tools/launcher/database.ts';
import { readSettings } from '../../../tools/launcher/settings.ts';
import { createDataSource } from '../../src/database/data-source.ts';
import { COUNT_WORDS } from '../../src/tickets/similar/word-count.sql.ts';
import type { prepareDatabase as PrepareDatabase } from '../../src/setup/prepare-database.ts';
import { fillDesk } from './desk-filling.ts';

const HELP = `npm run load -- --tickets 1000000

Fills a desk with made-up tickets to measure on: DATABASE_URL, or the built-in PostgreSQL with its data in DATA_DIR
(.data/load when it is not set). The same number gives the same tickets, older or newer by the day.

  --tickets N   how many (1000000)
  --add         also where there are tickets already; real ones would be among made-up ones for good
`;
const ROOT = resolve(import.meta.dirname, '../../..');
/** How many texts the database indexes itself, to compare. */
const SAMPLE = 300;

await main();

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      tickets: { type: 'string', default: '1000000' },
      add: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const tickets = Number(values.tickets);
  if (values.help || !Number.isSafeInteger(tickets) || tickets < 1) {
    console.log(HELP);
    process.exitCode = values.help ? 0 : 1;
    return;
  }
  process.env['DATA_DIR'] ??= resolve(ROOT, '.data/load');
  const database = await openDatabase(readSettings(ROOT));
  console.log(`Loading ${tickets.toLocaleString('en')} tickets into ${database.description}.`);
  try {
    await prepare(database.url);
    const dataSource = await createDataSource(database.url, { poolSize: 1, statementTimeoutMs: 0 }).initialize();
    try {
      await load(dataSource, tickets, values.add);
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await database.stop();
  }
}

/** Makes schema and people with the built back end, whose entities need a compiler. */
async function prepare(url: string): Promise<void> {
  const built = pathToFileURL(resolve(ROOT, 'dist/backend/setup/prepare-database.js')).href;
  const { prepareDatabase } = (await import(built)) as { prepareDatabase: typeof PrepareDatabase };
  await prepareDatabase(url, { seedDemoData: false });
}

async function load(dataSource: DataSource, tickets: number, add: boolean): Promise<void> {
  const [desk]: { empty: boolean }[] = await dataSource.query('SELECT NOT EXISTS (SELECT FROM tickets) AS empty');
  const isEmpty = desk?.empty === true;
  if (!isEmpty && !add) {
    console.error('This desk has tickets. Give --add if made-up ones may stand among them for good.');
    process.exitCode = 1;
    return;
  }
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
  for (const table of ['tickets', 'ticket_search', 'ticket_events', 'word_counts']) {
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
