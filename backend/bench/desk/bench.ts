import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import pg from 'pg';
import { openDatabase } from '../../../tools/launcher/database.ts';
import { readSettings } from '../../../tools/launcher/settings.ts';
import { type BenchOptions, HELP, readOptions } from './bench-options.ts';
import { benchCallers } from './bench-caller.ts';
import { copiedDesk } from './bench-database.ts';
import type { BenchResult } from './bench-result.ts';
import { otherServer, startApi, startLimit } from './bench-servers.ts';
import { TABLE_HEAD, growthLines, tableLines } from './bench-table.ts';
import { benched } from './desk-bench.ts';
import { machine } from './machine.ts';
import { operationsOn } from './operations.ts';
import { differences } from './same-answers.ts';
import { readSearches } from './searches.ts';
import { readSubjects } from './subjects.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const CONNECTIONS = 16;

// npm run bench: what every operation of the API costs beside the limit of the machine, at any size.
const options = readOptions(process.argv.slice(2));
if (options) await main(options);
else console.log(HELP);

async function main({ sizes, json, ...order }: BenchOptions): Promise<void> {
  process.env['DATA_DIR'] ??= resolve(ROOT, '.data/bench');
  const settings = readSettings(ROOT);
  await using cleanup = new AsyncDisposableStack();
  const database = await openDatabase(settings);
  cleanup.defer(() => database.stop());
  console.log(`${machine()}\n${database.description}`);
  const results: BenchResult[] = [];
  for (const size of sizes) results.push(...(await benchedSize(database.url, settings.dataDir, size, order)));
  console.log(growthLines(results).join('\n'));
  if (json !== null) writeFileSync(json, JSON.stringify({ machine: machine(), results }, null, 2));
}

async function benchedSize(
  serverUrl: string,
  logFolder: string,
  size: number,
  { only, others, builds, seconds }: Pick<BenchOptions, 'only' | 'others' | 'builds' | 'seconds'>,
): Promise<BenchResult[]> {
  await using cleanup = new AsyncDisposableStack();
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
  console.log(`\n${size.toLocaleString('en')} tickets\n${TABLE_HEAD}`);
  const order = { size, servers, operations: chosen, seconds, connections: CONNECTIONS };
  // Waited for, or all would be cleaned up before it has begun.
  return await benched({ ...order, databaseSeconds: desk.processorSeconds }, (results) => {
    const title = chosen.find(({ name }) => name === results[0]?.operation)?.title ?? '';
    console.log(tableLines(title, results));
  });
}
