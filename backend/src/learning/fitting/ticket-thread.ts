import { Worker } from 'node:worker_threads';
import type { ConfirmedTicket } from '../domain/confirmed-ticket.ts';

/** What the thread is given: tickets, in as many parts as they come, and then the order. */
export type ThreadMessage<Order> = { readonly tickets: readonly ConfirmedTicket[] } | { readonly order: Order };

/** What comes back: news on the way, and at last what was ordered. */
export type ThreadAnswer<Result, News = never> = { readonly news: News } | { readonly result: Result };

/** What a thread does: its script, and with it the types of what it is ordered, gives, and tells on the way. */
export interface TicketThread<Order, Result, News> {
  readonly script: URL;
  /** Never there; it ties the types to the script for the compiler. */
  readonly carries?: readonly [Order, Result, News];
}

/** The thread of a script beside the file at `url`, which may be a source or what was made of it. */
export function ticketThread<Order, Result, News = never>(
  url: string,
  name: string,
): TicketThread<Order, Result, News> {
  return { script: new URL(`${name}.worker.${isSource(url) ? 'ts' : 'js'}`, url) };
}

/** From sources a thread is started as they are: Node strips their types, and is told to translate what is more. */
const SOURCE_OPTIONS = ['--experimental-transform-types', '--disable-warning=ExperimentalWarning'];

/**
 * Does an order over tickets in a thread of its own, beside whatever else the process does. The tickets are read while they
 * are handed over, so that only the thread has them all.
 *
 * @throws the signal's reason when it fires, and what the thread fails with.
 */
export async function inTicketThread<Order, Result, News>(
  { script }: TicketThread<Order, Result, News>,
  tickets: AsyncIterable<readonly ConfirmedTicket[]>,
  order: Order,
  { signal, tell = () => undefined }: { readonly signal: AbortSignal; readonly tell?: (news: News) => void },
): Promise<Result> {
  signal.throwIfAborted();
  const thread = new Worker(script, isSource(script.href) ? { execArgv: SOURCE_OPTIONS } : {});
  const { promise, resolve, reject } = Promise.withResolvers<Result>();
  // Whoever awaits it may have failed before.
  promise.catch(() => undefined);
  const abort = () => {
    reject(signal.reason as Error);
  };
  thread.once('error', reject).on('message', (answer: ThreadAnswer<Result, News>) => {
    if ('result' in answer) resolve(answer.result);
    else tell(answer.news);
  });
  thread.once('exit', (code) => {
    reject(new Error(`The thread of ${script.pathname.split('/').at(-1) ?? ''} ended with code ${String(code)}`));
  });
  signal.addEventListener('abort', abort);
  try {
    for await (const part of tickets) {
      signal.throwIfAborted();
      thread.postMessage({ tickets: part } satisfies ThreadMessage<Order>);
    }
    thread.postMessage({ order } satisfies ThreadMessage<Order>);
    return await promise;
  } finally {
    signal.removeEventListener('abort', abort);
    await thread.terminate();
  }
}

function isSource(url: string): boolean {
  return url.endsWith('.ts');
}
