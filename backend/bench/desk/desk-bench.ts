import type { Operation } from './bench-request.ts';
import { type BenchResult, summary } from './bench-result.ts';
import type { BenchedServer } from './benched-server.ts';
import { type Piece, type PieceOrder, askedOnce, measured } from './measuring.ts';

export interface BenchOrder {
  /** How many tickets there are. */
  readonly size: number;
  readonly servers: readonly BenchedServer[];
  readonly operations: readonly Operation[];
  /** How long each operation is measured at each server. */
  readonly seconds: number;
  /** Servers take so many turns, so that what else the machine does meets all of them. */
  readonly rounds: number;
  readonly connections: number;
  /** Seconds of processor time that the database has taken so far; null where nobody knows. */
  readonly databaseSeconds: () => number | null;
  /** Waits until the database does nothing for any server. */
  readonly quiet: () => Promise<void>;
}

/** The share of the time that goes to warming up, and to one caller alone. */
const WARM_UP = 0.15;
const ALONE = 0.25;
const HALF = 0.5;
/** So often a second somebody reads beside others. */
const READING_RATE = 50;
/** What answers nothing in its time is given twice as much, up to so many times. */
const MOST_PATIENCE = 64;
/** A piece lasts for so many answers at least, each as long as one took that was asked first. */
const FEWEST_ANSWERS = 2;
/**
 * So many different requests are asked once before anything is measured, which then nobody asks for the first time; as far as
 * this many times the measuring reaches.
 */
const MOST_FIRST = 12;
const FIRST = 5;

/** Measures every operation at every server, and tells the figures of each operation as soon as they are there. */
export async function benched(
  order: BenchOrder,
  tell: (results: readonly BenchResult[]) => void,
): Promise<BenchResult[]> {
  const all: BenchResult[] = [];
  for (const operation of order.operations) {
    const results = await benchedOperation(order, operation);
    tell(results);
    all.push(...results);
  }
  return all;
}

async function benchedOperation(order: BenchOrder, operation: Operation): Promise<BenchResult[]> {
  const { size, seconds, rounds, connections, databaseSeconds, quiet } = order;
  if (!operation.next && operation.requests.length === 0)
    throw new Error(`Nothing is there to measure "${operation.title}" with`);
  const servers = order.servers.filter(({ isLimit }) => operation.hasLimit || !isLimit);
  const usual = new Map<BenchedServer, number>();
  const rates = new Map<BenchedServer, number>();
  const alone = new Map<BenchedServer, Piece>();
  const pieces = new Map<BenchedServer, Piece[]>(servers.map((server) => [server, []]));
  const measure = async (server: BenchedServer, share: number, how: Omit<PieceOrder, 'seconds'>): Promise<Piece> => {
    const fewest = ((usual.get(server) ?? 0) * FEWEST_ANSWERS) / 1_000;
    for (let patience = 1; ; patience *= 2) {
      const lasting = Math.max(seconds * share, fewest) * patience;
      const piece = await measured(server, operation, { ...how, seconds: lasting }, databaseSeconds);
      await quiet();
      if (piece.times.length > 0 || patience >= MOST_PATIENCE) return piece;
    }
  };
  const besideOthers = operation.beside !== undefined;
  for (const server of servers) {
    const first = [...operation.requests, ...(operation.beside ?? [])].slice(0, MOST_FIRST);
    usual.set(server, await askedOnce(server, first, seconds * FIRST));
    await measure(server, WARM_UP, { connections });
    alone.set(server, await measure(server, ALONE, { connections: 1 }));
    if (operation.beside) rates.set(server, READING_RATE);
    if (!operation.atHalf) continue;
    const { times, seconds: took } = await measure(server, HALF, { connections });
    rates.set(server, Math.max(1, Math.round((times.length / took) * HALF)));
  }
  for (let round = 0; round < rounds; round += 1) {
    for (const server of servers) {
      const rate = rates.get(server);
      pieces.get(server)?.push(await measure(server, 1 / rounds, { connections, besideOthers, ...(rate && { rate }) }));
    }
  }
  const summed = servers.map((server) => {
    const byItself = alone.get(server);
    if (!byItself) throw new Error(`${server.name} was never alone`);
    return { server, ...summary(pieces.get(server) ?? [], byItself) };
  });
  const limit = summed.find(({ server }) => server.isLimit)?.requestsPerSecond;
  return summed.map(({ server, ...figures }) => ({
    ...{ size, operation: operation.name, server: server.name, ...figures },
    ofLimit: limit === undefined || server.isLimit ? null : figures.requestsPerSecond / limit,
  }));
}
