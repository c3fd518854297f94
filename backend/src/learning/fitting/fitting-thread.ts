import { Worker } from 'node:worker_threads';
import type { ConfirmedTicket } from '../domain/confirmed-ticket.ts';
import type { ComparedFit } from './compared-fit.ts';
import type { FitOrder } from './fit-order.ts';

/** What the thread is told: tickets, in as many parts as they come, and then the order. */
export type FittingMessage = { readonly tickets: readonly ConfirmedTicket[] } | { readonly order: FitOrder };

/** From sources the thread is started as they are: Node strips their types, and is told to translate what is more. */
const FROM_SOURCES = import.meta.url.endsWith('.ts');
const SCRIPT = new URL(FROM_SOURCES ? './fitting.worker.ts' : './fitting.worker.js', import.meta.url);
const SOURCE_OPTIONS = ['--experimental-transform-types', '--disable-warning=ExperimentalWarning'];

/**
 * Fits a model in a thread of its own, beside whatever else the process does. The tickets are read while they are handed
 * over, so that only the thread has them all.
 *
 * @throws the signal's reason when it fires, and what the thread fails with.
 */
export async function fitInThread(
  tickets: AsyncIterable<readonly ConfirmedTicket[]>,
  order: FitOrder,
  signal: AbortSignal,
): Promise<ComparedFit> {
  signal.throwIfAborted();
  const thread = new Worker(SCRIPT, FROM_SOURCES ? { execArgv: SOURCE_OPTIONS } : {});
  const { promise, resolve, reject } = Promise.withResolvers<ComparedFit>();
  // Whoever awaits it may have failed before.
  promise.catch(() => undefined);
  const abort = () => {
    reject(signal.reason as Error);
  };
  thread.once('message', resolve).once('error', reject);
  thread.once('exit', (code) => {
    reject(new Error(`The thread that fits models ended with code ${String(code)}`));
  });
  signal.addEventListener('abort', abort);
  try {
    for await (const part of tickets) {
      signal.throwIfAborted();
      thread.postMessage({ tickets: part } satisfies FittingMessage);
    }
    thread.postMessage({ order } satisfies FittingMessage);
    return await promise;
  } finally {
    signal.removeEventListener('abort', abort);
    await thread.terminate();
  }
}
