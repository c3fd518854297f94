import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { openDatabase } from '../../../tools/launcher/database.ts';
import { readSettings } from '../../../tools/launcher/settings.ts';
import { benchCallers } from '../desk/bench-caller.ts';
import { copiedDesk, serverVersion } from '../desk/bench-database.ts';
import { changesOf } from '../desk/operations.ts';
import { runFacts } from '../desk/run-facts.ts';
import { readSubjects } from '../desk/subjects.ts';
import { type LiveResult, measuredLive } from './live-bench.ts';
import { HELP, type LiveOptions, readLiveOptions } from './live-options.ts';
import { liveFigures, liveMarkdown } from './live-table.ts';
import { startProbedApi } from './probed-api.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
/** Half of what one caller may have open. */
const STREAMS_OF_CALLER = 10;
const NAME_WIDTH = 64;

// npm run bench:live: what open streams cost, and how long after a change they tell of it.
const options = readLiveOptions(process.argv.slice(2));
if (!options) console.log(HELP);
else if (options.markdown.length > 0) console.log(liveMarkdown(options.markdown.map(runIn)));
else await main(options);

interface Run {
  readonly size: number;
  readonly result: LiveResult;
}

async function main({ size, json, ...order }: LiveOptions): Promise<void> {
  process.env['DATA_DIR'] ??= resolve(ROOT, '.data/bench');
  const settings = readSettings(ROOT);
  await using cleanup = new AsyncDisposableStack();
  const database = await openDatabase(settings);
  cleanup.defer(() => database.stop());
  const desk = await copiedDesk(database.url, size);
  cleanup.defer(() => desk.drop());
  const client = new pg.Client({ connectionString: desk.url });
  await client.connect();
  cleanup.defer(() => client.end());
  const callers = await benchCallers(client, Math.ceil(order.streams / STREAMS_OF_CALLER));
  const { changeable } = await readSubjects(client);
  const start = { databaseUrl: desk.url, callers, logFolder: join(settings.dataDir, 'live'), cleanup };
  const { server, figures } = await startProbedApi(start, order.streams);
  const facts = runFacts({ postgresql: await serverVersion(database.url) });
  console.log(`${facts.machine}\n${database.description}\n${size.toLocaleString('en')} tickets\n`);
  const next = changesOf(changeable);
  const result = await measuredLive({ server, figures, next, databaseSeconds: desk.processorSeconds, ...order });
  for (const [name, figure] of liveFigures(result)) console.log(name.padEnd(NAME_WIDTH) + figure);
  if (json !== null) writeFileSync(json, `${JSON.stringify({ ...facts, size, result }, null, 2)}\n`);
}

function runIn(file: string): Run {
  return JSON.parse(readFileSync(file, 'utf8')) as Run;
}
