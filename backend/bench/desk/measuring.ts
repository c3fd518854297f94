import { once } from 'node:events';
import autocannon from 'autocannon';
import { failedOf, steadily, type RatedRequest } from '../rate/steadily.ts';
import type { BenchRequest, Operation } from './bench-request.ts';
import type { BenchedServer } from './benched-server.ts';

const LOOK_MS = 10;
const OTHERS = 10;
/** They are stopped long before. */
const AS_LONG_AS_NEEDED_S = 3_600;

/** What one server did in one piece of time. */
export interface Piece {
  /** Of every answer, in milliseconds. */
  readonly times: readonly number[];
  readonly seconds: number;
  /** Answers that were none, or not of the 2xx. */
  readonly failed: number;
  /** Seconds of processor time in which the server and its database were busy; null where nobody knows. */
  readonly serverSeconds: number | null;
  readonly databaseSeconds: number | null;
}

export interface PieceOrder {
  readonly connections: number;
  readonly seconds: number;
  /** Requests a second in all, at even distances, timed from when they are due; without it as many as the server takes. */
  readonly rate?: number;
  /** Whether others ask meanwhile what belongs to the operation; whose processor time is whose, nobody knows then. */
  readonly besideOthers?: boolean;
}

/** What came back, before it is known what it cost. */
type Answers = Pick<Piece, 'times' | 'seconds' | 'failed'>;

/** Sends the requests of an operation to a server for a while. */
export async function measured(
  server: BenchedServer,
  operation: Operation,
  { connections, seconds, rate, besideOthers = false }: PieceOrder,
  database: () => number | null,
): Promise<Piece> {
  const [serverBefore, databaseBefore] = [server.processorSeconds(), database()];
  const ask = (): Promise<Answers> =>
    rate === undefined
      ? asMuchAsItTakes(server, operation, { connections, seconds })
      : atRate(server, operation, { connections, seconds, rate });
  if (besideOthers)
    return { ...(await besideOthersOf(server, operation, ask)), serverSeconds: null, databaseSeconds: null };
  const answers = await ask();
  return {
    ...answers,
    serverSeconds: difference(serverBefore, server.processorSeconds()),
    databaseSeconds: difference(databaseBefore, database()),
  };
}

async function asMuchAsItTakes(
  server: BenchedServer,
  operation: Operation,
  { connections, seconds }: PieceOrder,
): Promise<Answers> {
  const times: number[] = [];
  let begun = 0;
  const started = performance.now();
  const { promise, resolve, reject } = Promise.withResolvers<autocannon.Result>();
  const run = autocannon(
    {
      url: server.url,
      connections,
      duration: seconds,
      // How often it looks whether the time is over.
      sampleInt: LOOK_MS,
      setupClient: (client) => {
        const headers = headersOf(server, begun);
        client.setRequests(requestsOf(operation, headers, begun / connections));
        begun += 1;
      },
    },
    (error: Error | null, result) => (error ? reject(error) : resolve(result)),
  );
  run.on('response', (_client, _status, _bytes, time) => times.push(time));
  const result = await promise;
  const took = (performance.now() - started) / 1_000;
  return {
    times,
    seconds: Math.min(took, result.duration),
    failed: result.non2xx + result.errors + result.timeouts,
  };
}

/** Does something while others ask, and have begun to. */
async function besideOthersOf(
  server: BenchedServer,
  { beside = [] }: Operation,
  work: () => Promise<Answers>,
): Promise<Answers> {
  const ended = Promise.withResolvers<undefined>();
  const others = autocannon(
    {
      url: server.url,
      ...{ connections: OTHERS, duration: AS_LONG_AS_NEEDED_S, timeout: AS_LONG_AS_NEEDED_S },
      setupClient: othersOf(server, beside),
    },
    () => ended.resolve(undefined),
  );
  try {
    await once(others, 'response');
    return await work();
  } finally {
    others.stop();
    await ended.promise;
  }
}

/** Gives each of the others a token of its own, and another request to begin with. */
function othersOf(server: BenchedServer, beside: readonly BenchRequest[]): (client: autocannon.Client) => void {
  let begun = 0;
  return (client) => {
    // The first token is that of who reads beside them.
    begun += 1;
    const headers = headersOf(server, begun);
    const start = begun % beside.length;
    client.setRequests([...beside.slice(start), ...beside.slice(0, start)].map((request) => asSent(request, headers)));
  };
}

async function atRate(
  server: BenchedServer,
  { requests, next }: Operation,
  order: PieceOrder & { readonly rate: number },
): Promise<Answers> {
  let sent = 0;
  const result = await steadily({ url: server.url, ...order }, () => {
    const request = next?.() ?? requests[sent % requests.length];
    if (!request) throw new Error('Nothing is there to send');
    const headers = headersOf(server, sent);
    sent += 1;
    return asSent(request, headers);
  });
  return { times: result.times, seconds: result.seconds, failed: failedOf(result) };
}

/** What the caller sends whose turn it is. */
function headersOf({ callers }: BenchedServer, turn: number): Readonly<Record<string, string>> {
  return { ...callers[turn % callers.length], 'content-type': 'application/json' };
}

/**
 * Sends requests once, one after the other, as far as the time reaches; gives the milliseconds that the last one took, 0
 * without any.
 */
export async function askedOnce(
  { url, callers }: BenchedServer,
  requests: readonly BenchRequest[],
  seconds: number,
): Promise<number> {
  const end = performance.now() + seconds * 1_000;
  let took = 0;
  for (const { method, path, body } of requests) {
    const begun = performance.now();
    if (begun > end) break;
    const headers = { ...callers[0], 'content-type': 'application/json' };
    const answer = await fetch(`${url}${path}`, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    await answer.arrayBuffer();
    took = performance.now() - begun;
  }
  return took;
}

/** The requests as autocannon takes them, beginning at a share of the list. */
function requestsOf(
  { requests, next }: Operation,
  headers: Readonly<Record<string, string>>,
  from: number,
): autocannon.Request[] {
  if (next) return [{ setupRequest: (request: autocannon.Request) => ({ ...request, ...asSent(next(), headers) }) }];
  const start = Math.floor(from * requests.length);
  return [...requests.slice(start), ...requests.slice(0, start)].map((request) => asSent(request, headers));
}

/** With headers of its own: autocannon notes the length of a body there, which the next request must not have. */
function asSent({ method, path, body }: BenchRequest, headers: Readonly<Record<string, string>>): RatedRequest {
  return { method, path, headers: { ...headers }, ...(body && { body: JSON.stringify(body) }) };
}

function difference(before: number | null, after: number | null): number | null {
  return before === null || after === null ? null : after - before;
}
