import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { openDatabase } from '../../../tools/launcher/database.ts';
import { readSettings } from '../../../tools/launcher/settings.ts';
import { DeskNotEmpty, loadDesk, prepareDesk } from './desk-loading.ts';

const HELP = `npm run load -- --tickets 1000000

Fills a desk with made-up tickets to measure on: DATABASE_URL, or the built-in PostgreSQL with its data in DATA_DIR
(.data/load when it is not set). The same number gives the same tickets, older or newer by the day.

  --tickets N   how many (1000000)
  --add         also where there are tickets already; real ones would be among made-up ones for good
`;
const ROOT = resolve(import.meta.dirname, '../../..');

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
    await prepareDesk(database.url);
    await loadDesk(database.url, { tickets, add: values.add });
  } catch (error) {
    if (!(error instanceof DeskNotEmpty)) throw error;
    console.error('This desk has tickets. Give --add if made-up ones may stand among them for good.');
    process.exitCode = 1;
  } finally {
    await database.stop();
  }
}
