import { resolve } from 'node:path';
import pg from 'pg';
import { openDatabase } from '../../../tools/launcher/database.ts';
import { readSettings } from '../../../tools/launcher/settings.ts';
import { type BenchOptions, HELP, readOptions } from './bench-options.ts';
import { benchCallers } from './bench-caller.ts';
import { copiedDesk, serverVersion } from './bench-database.ts';
import type { BenchResult } from './bench-result.ts';
import { otherServer, startApi, startLimit } from './bench-servers.ts';
import { markdownTable } from './bench-markdown.ts';
import { TABLE_HEAD, growthLines, tableLines } from './bench-table.ts';
import { benched } from './desk-bench.ts';
import { resultsIn, writeFigures } from './figures-file.ts';
import { operationsOn } from './operations.ts';
import { differences } from './same-answers.ts';
import { quietDatabase } from './quiet-database.ts';
import { runFacts } from './run-facts.ts';
import { readSearches } from './searches.ts';
import { readSubjects } from './subjects.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const CONNECTIONS = 16;
const ROUNDS = 2;

// npm run bench: what every operation of the API costs beside the limit of the machine, at any size.
const options = readOptions(process.argv.slice(2));
if (!options) console.log(HELP);
else if (options.markdown.length > 0) console.log(markdownTable(resultsIn(options.markdown)));
else await main(options);

type SizeOrder = Pick<BenchOptions, 'only' | 'others' | 'builds' | 'seconds'>;

async function main({ sizes, json, ...order }: BenchOptions): Promise<void> {
  process.env['DATA_DIR'] ??= resolve(ROOT, '.data/bench');
  const settings = readSettings(ROOT);
  await using cleanup = new AsyncDisposableStack();
  const database = await openDatabase(settings);
  cleanup.defer(() => database.stop());
  const facts = runFacts({ postgresql: await serverVersion(database.url) });
  console.log(`${facts.machine}\n${database.description}`);
  const all: BenchResult[] = [];
  // After each operation, so that a run which is stopped keeps what it has measured.
  const keep = (results: readonly BenchResult[]): void => {
    all.push(...results);
    if (json !== null) writeFigures(json, { ...facts, seconds: order.seconds, connections: CONNECTIONS, results: all });
  };
  for (const size of sizes) await benchSize(database.url, settings.dataDir, size, order, keep);
  console.log(growthLines(all).join('\n'));
}

async function benchSize(
  serverUrl: string,
  logFolder: string,
  size: number,
  { only, others, builds, seconds }: SizeOrder,
  keep: (results: readonly BenchResult[]) => void,
): Promise<void> {
  await using cleanup = new AsyncDisposableStack();
  const begun = performance.now();
  const desk = await copiedDesk(serverUrl, size);
  cleanup.defer(() => desk.drop());
  const client = new pg.Client({ connectionString: desk.url });
  await client.connect();
  cleanup.defer(() => client.end());
  const callers = await benchCallers(client, CONNECTIONS);
  const operations = operationsOn(await readSubjects(client), await readSearches(client));
  const chosen = operations.filter(({ name }) => only.length === 0 || only.some((part) => name.startsWith(part)));
  const start = { databaseUrl: desk.url, callers, logFolder, cleanup };
  const servers = [await startApi(start)];
  for (const build of builds) servers.push(await startApi(start, build));
  servers.push(await startLimit(start), ...others.map(({ name, url }) => otherServer(name, url, callers)));
  const different = await differences(servers, chosen);
  for (const difference of different) console.error(`Different answers: ${difference}`);
  if (different.length > 0) process.exitCode = 1;
  const ready = Math.round((performance.now() - begun) / 1_000);
  console.log(`\n${size.toLocaleString('en')} tickets, at hand after ${String(ready)} s\n${TABLE_HEAD}`);
  const order = { size, servers, operations: chosen, seconds, rounds: ROUNDS, connections: CONNECTIONS };
  // Waited for, or all would be cleaned up before it has begun.
  const ofDatabase = { databaseSeconds: desk.processorSeconds, quiet: () => quietDatabase(client) };
  await benched({ ...order, ...ofDatabase }, (results) => {
    const title = chosen.find(({ name }) => name === results[0]?.operation)?.title ?? '';
    console.log(tableLines(title, results));
    keep(results);
  });
}
