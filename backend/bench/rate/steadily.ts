import { Pool, type Dispatcher } from 'undici';
import { evenly } from './evenly.ts';

/** A request as it goes over the wire. */
export interface RatedRequest {
  readonly method: 'GET' | 'POST' | 'PATCH';
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
}

export interface RateOrder {
  /** The server, without a path. */
  readonly url: string;
  /** Requests that are under way at the same time at most; what is due beyond them waits, and its time runs. */
  readonly connections: number;
  /** Requests a second. */
  readonly rate: number;
  readonly seconds: number;
}

export interface RatedResult {
  /** Of every request from when it was due to the end of its answer, in milliseconds. */
  readonly times: readonly number[];
  /** Seconds until the last answer was there. */
  readonly seconds: number;
  /** By status, 0 for what got no answer. */
  readonly statuses: ReadonlyMap<number, number>;
}

/**
 * Sends requests at even distances, whatever has become of those before, as people do who do not know of each other.
 * Autocannon keeps to a rate by sending all that belongs to a second at its beginning, which measures a queue of its own.
 */
export async function steadily(
  { url, connections, rate, seconds }: RateOrder,
  next: () => RatedRequest,
): Promise<RatedResult> {
  const pool = new Pool(url, { connections });
  const times: number[] = [];
  const statuses = new Map<number, number>();
  const begun = performance.now();
  const ask = async (request: RatedRequest, due: number): Promise<void> => {
    const status = await statusOf(pool, request);
    times.push(performance.now() - due);
    statuses.set(status, (statuses.get(status) ?? 0) + 1);
  };
  await evenly({ rate, seconds }, (due) => ask(next(), due));
  const took = (performance.now() - begun) / 1_000;
  await pool.close();
  return { times, seconds: took, statuses };
}

async function statusOf(pool: Pool, request: Dispatcher.RequestOptions): Promise<number> {
  try {
    const { statusCode, body } = await pool.request(request);
    await body.dump();
    return statusCode;
  } catch {
    return 0;
  }
}

/** How many answers were none, or not of the 2xx. */
export function failedOf({ statuses }: RatedResult): number {
  return [...statuses].reduce((sum, [status, count]) => sum + (status >= 200 && status < 300 ? 0 : count), 0);
}
