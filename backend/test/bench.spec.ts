import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { Client } from 'pg';
import { DataSource } from 'typeorm';
import { benchCallers } from '../bench/desk/bench-caller.ts';
import type { Operation } from '../bench/desk/bench-request.ts';
import type { BenchResult } from '../bench/desk/bench-result.ts';
import { markdownTable } from '../bench/desk/bench-markdown.ts';
import { growthLines, tableLines } from '../bench/desk/bench-table.ts';
import type { BenchedServer } from '../bench/desk/benched-server.ts';
import { benched } from '../bench/desk/desk-bench.ts';
import { limitServer } from '../bench/desk/limit/limit-server.ts';
import { operationsOn } from '../bench/desk/operations.ts';
import { quietDatabase } from '../bench/desk/quiet-database.ts';
import { differences } from '../bench/desk/same-answers.ts';
import { readSearches } from '../bench/desk/searches.ts';
import { readSubjects } from '../bench/desk/subjects.ts';
import { fillDesk } from '../bench/load/desk-filling.ts';
import { COUNT_WORDS } from '../src/tickets/similar/word-count.sql.ts';
import { type TestApp, startTestApp } from './support/test-app.ts';

const TICKETS = 2_000;
/** Of pieces that only show that it works. */
const SECONDS = 0.01;
/** A busy machine takes its time for what a quiet one does in seconds. */
const PATIENCE_MS = 180_000;
const CONNECTIONS = 4;

let app: TestApp;
let client: Client;
let limit: FastifyInstance;
let operations: readonly Operation[];
let servers: readonly BenchedServer[];
beforeAll(async () => {
  app = await startTestApp({ LLM_PROVIDER: 'local' });
  await fillDesk(app.get(DataSource), { tickets: TICKETS, now: new Date(), rareWords: 300 }, () => undefined);
  for (const statement of COUNT_WORDS) await app.sql(statement);
  client = new Client({ connectionString: app.databaseUrl });
  await client.connect();
  operations = operationsOn(await readSubjects(client), await readSearches(client));
  const callers = await benchCallers(client, CONNECTIONS);
  limit = await limitServer(app.databaseUrl, callers[0]?.userId ?? 0);
  await limit.listen({ port: 0, host: '127.0.0.1' });
  const { port } = limit.server.address() as AddressInfo;
  const shared = { callers: callers.map(({ headers }) => headers), processorSeconds: () => null };
  servers = [
    { ...shared, name: 'desk', url: app.url, isLimit: false },
    { ...shared, name: 'limit', url: `http://127.0.0.1:${String(port)}`, isLimit: true },
  ];
});
afterAll(async () => {
  await limit.close();
  await client.end();
  await app.close();
});

/** What a server answers to the first request of an operation. */
const answerTo = async (server: BenchedServer, name: string): Promise<unknown> => {
  const request = operations.find((operation) => operation.name === name)?.requests[0];
  return (await fetch(`${server.url}${request?.path ?? ''}`, { headers: server.callers[0] ?? {} })).json();
};

describe('the bench', () => {
  it('has words of every kind to search for', () => {
    const searches = operations.filter(({ name }) => name.startsWith('search-'));
    expect(searches.map(({ name, requests }) => [name, requests.length > 0])).toEqual(
      ['rare', 'common', 'two', 'phrase', 'prefix', 'typo', 'apart', 'counted'].map((kind) => [`search-${kind}`, true]),
    );
  });

  it('searches as the web app does, without the count, and once with it', () => {
    const asked = (name: string) => operations.find((one) => one.name === name)?.requests.map(({ path }) => path) ?? [];
    expect(asked('search-common').filter((path) => !path.endsWith('&count=false'))).toEqual([]);
    expect(asked('search-counted').filter((path) => path.includes('count='))).toEqual([]);
  });

  it('is given the same tickets, counts and figures by the desk and by the limit', async () => {
    expect(await differences(servers, operations)).toEqual([]);
    expect(await answerTo(servers[0]!, 'list')).toMatchObject({ count: TICKETS, count_exact: true });
    expect(await answerTo(servers[1]!, 'search-typo')).toMatchObject({ results: [], count: 0 });
  });

  it('finds it when two servers answer differently', async () => {
    const other = { ...servers[1]!, name: 'another', url: `${servers[1]!.url}/other` };
    await expect(differences([servers[0]!, other], operations)).rejects.toThrow('answers 404');
    const list = operations.filter(({ name }) => name === 'list');
    const filters = [{ ...list[0]!, requests: [{ method: 'GET' as const, path: '/api/tickets/views' }] }];
    await app.sql('DELETE FROM limit_assignees');
    expect(await differences(servers, filters)).toEqual([
      expect.stringMatching(/^\/api\/tickets\/views: desk .*"unassigned [1-9]\d*".*, limit .*"unassigned 0"/),
    ]);
  });

  it(
    'measures every operation at every server, of which none fails',
    async () => {
      const told: string[] = [];
      const order = { size: TICKETS, servers, operations, seconds: SECONDS, rounds: 1, connections: CONNECTIONS };
      const ofDatabase = { databaseSeconds: () => null, quiet: () => quietDatabase(client) };
      const results = await benched({ ...order, ...ofDatabase }, (some) => told.push(tableLines('an operation', some)));
      expect(results.map(({ operation, server }) => `${operation} ${server}`)).toEqual(
        operations.flatMap(({ name, hasLimit }) => (hasLimit ? [`${name} desk`, `${name} limit`] : [`${name} desk`])),
      );
      expect(results.filter(({ failed, requestsPerSecond: some }) => failed > 0 || !(some > 0))).toEqual([]);
      expect(told).toHaveLength(operations.length);
      expect(told[0]).toMatch(/^an operation\n {2}desk .*not known +not known +\d+\.\d\d\n {2}limit .*not known +$/);
    },
    PATIENCE_MS,
  );

  it('really changes and creates tickets, with the history that belongs to them', async () => {
    const [written] = await app.sql(
      `SELECT count(*) FILTER (WHERE kind = 'created' AND version = 1) > $1 AS created,
         count(*) FILTER (WHERE kind = 'changed' AND via = 'token') > 0 AS changed_by_desk,
         count(*) FILTER (WHERE kind = 'changed' AND via = 'web' AND occurred_at > now() - interval '1 minute') > 0 AS changed_by_limit
       FROM ticket_events`,
      [TICKETS],
    );
    expect(written).toEqual({ created: true, changed_by_desk: true, changed_by_limit: true });
  });
});

describe('a read beside others', () => {
  it('is asked while they ask over and over, each with a token of their own, and costs what nobody can tell', async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(`${request.url ?? ''} ${request.headers.authorization ?? ''}`);
      response.end('{}');
    });
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const { port } = server.address() as AddressInfo;
    const callers = ['reader', 'one', 'other'].map((authorization) => ({ authorization }));
    const some = {
      name: 'some',
      url: `http://127.0.0.1:${String(port)}`,
      callers,
      isLimit: false,
      processorSeconds: () => 1,
    };
    const get = (path: string) => ({ method: 'GET' as const, path });
    const beside = [get('/dear'), get('/dearer')];
    const operation = {
      name: 'beside',
      title: '',
      requests: [get('/read')],
      comparable: false,
      hasLimit: false,
      beside,
    };
    const order = { size: 1, servers: [some], operations: [operation], seconds: 0.2, rounds: 1, connections: 1 };
    const [result] = await benched(
      { ...order, databaseSeconds: () => 1, quiet: () => Promise.resolve() },
      () => undefined,
    );
    server.close();
    expect(result).toMatchObject({ failed: 0, serverMs: null, databaseMs: null });
    expect(result?.p99).toBeGreaterThan(0);
    const others = new Set(asked.filter((line) => line.startsWith('/dear') && !line.endsWith('reader')));
    expect([...others].sort()).toEqual(['/dear one', '/dear other', '/dearer one', '/dearer other']);
  });
});

describe('the figures', () => {
  const result = (size: number, p50: number, server = 'desk'): BenchResult => ({
    ...{ size, operation: 'list', server, p99: 9, most: 9, serverMs: null, databaseMs: null, failed: 0 },
    ...{ requestsPerSecond: 1_000 / p50, p50, alone: p50 / 2, ofLimit: server === 'limit' ? null : 0.5 },
  });

  it('are a table in Markdown, in which the last run counts and what nobody measured is no figure', () => {
    expect(
      markdownTable([result(1_000_000, 9), result(10_000, 2), result(10_000, 1, 'limit'), result(1_000_000, 5)]),
    ).toBe(
      [
        '| Operation | limit req/s, 10k | desk, 10k | share | limit req/s, 1M | desk, 1M | share | p50 / p99 / alone at 1M, ms | CPU / database, ms |',
        '| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
        '| list | 1,000 | 500 | 0.50 | – | 200 | 0.50 | 5.00 / 9.00 / 2.50 | – / – |',
      ].join('\n'),
    );
  });

  it('tell how much more the most tickets cost than the fewest', () => {
    expect(growthLines([result(10_000, 2), result(100_000, 3), result(1_000_000, 5)])).toEqual([
      'list             desk       p50 × 2.50, alone × 2.50, req/s × 0.40',
    ]);
    expect(growthLines([result(10_000, 2)])).toEqual([]);
  });
});
