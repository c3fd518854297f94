import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '../../../tools/launcher/database.ts';
import { readSettings } from '../../../tools/launcher/settings.ts';
import { copiedDesk, serverVersion } from '../desk/bench-database.ts';
import { runFacts } from '../desk/run-facts.ts';
import { allMigrations, measuredMigrations, takeBack } from './migrations-bench.ts';
import { migrationLine, migrationsMarkdown } from './migrations-table.ts';

const HELP = `npm run bench:migrations -- --size 1000000 --from TellWhenClosed

Takes back the migrations of a desk of made-up tickets (a copy of the one that npm run bench keeps; it is made when there is
none) down to the one that is named, and runs them again while four read and four write. For each it tells how long it took,
the strongest lock it had on each table that grows with the desk and for how long, and how long anybody waited at most.

  --size N      how many tickets the desk has (10000)
  --from NAME   the first to run again: TellWhenClosed or a later one (CountTickets)
  --json FILE   writes all figures as JSON, with machine, versions and commit
`;
const ROOT = resolve(import.meta.dirname, '../../..');

// npm run bench:migrations: what migrations cost those who use a large desk meanwhile.
const { values } = parseArgs({
  options: {
    size: { type: 'string', default: '10000' },
    from: { type: 'string', default: 'CountTickets' },
    json: { type: 'string' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
const size = Number(values.size);
const from = fromOf(values.from);
if (values.help || from === null || !Number.isSafeInteger(size) || size < 1) console.log(HELP);
else await main(size, from, values.json ?? null);

/** The whole name; null when there is none, or what is asked on the desk meanwhile would not be understood. */
function fromOf(given: string): string | null {
  const names = allMigrations().map(({ name }) => name);
  const earliest = names.findIndex((name) => /^TellWhenClosed\d/.test(name));
  return names.slice(earliest).find((name) => name.replace(/\d+$/, '') === given) ?? null;
}

async function main(tickets: number, first: string, json: string | null): Promise<void> {
  process.env['DATA_DIR'] ??= resolve(ROOT, '.data/bench');
  await using cleanup = new AsyncDisposableStack();
  const database = await openDatabase(readSettings(ROOT));
  cleanup.defer(() => database.stop());
  const desk = await copiedDesk(database.url, tickets);
  cleanup.defer(() => desk.drop());
  const facts = runFacts({ postgresql: await serverVersion(database.url) });
  console.log(`${facts.machine}\n${database.description}\n${tickets.toLocaleString('en')} tickets\n`);
  await takeBack(desk.url, first, (name) => console.log(`Taking back ${name}`));
  const results = await measuredMigrations(desk.url, first, (result) => console.log(migrationLine(result)));
  console.log(`\n${migrationsMarkdown(results)}`);
  if (json !== null) writeFileSync(json, `${JSON.stringify({ ...facts, size: tickets, first, results }, null, 2)}\n`);
}
