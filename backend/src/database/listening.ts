import { setTimeout as after } from 'node:timers/promises';
import { ImpatientClient } from './impatient-client.ts';

/** A connection that says nothing for so long is thrown away; it is asked something more often than that. */
const SILENCE_MS = 20_000;
const ASK_EVERY_MS = 8_000;
const CONNECTING_MS = 5_000;
const WAIT_FIRST_MS = 100;
const WAIT_MAX_MS = 10_000;

export interface Listener {
  /** Hears what another connection tells by NOTIFY. */
  readonly heard: (payload: string) => void;
  /** Listens after all, or again; what was told before, since the connection was lost if it was, nobody has heard. */
  readonly resumed: () => void;
  /** The connection was lost, or not made; another one is tried, at first soon. */
  readonly lost: (error: unknown) => void;
}

/** Listens on a channel over a connection of its own until it is closed, and makes another one whenever that is lost. */
export class Listening {
  private client: ImpatientClient | null = null;
  private waiting: NodeJS.Timeout | undefined;
  private asking: NodeJS.Timeout | undefined;
  private failures = 0;
  /** Something may have been told to somebody who did not hear it. */
  private isDeaf = false;
  private isClosed = false;
  /** The newest attempt to listen, over when it does or has failed. */
  private attempt: Promise<void>;

  private readonly url: string;
  /** A name that needs no quotes. */
  private readonly channel: string;
  private readonly listener: Listener;

  constructor(url: string, channel: string, listener: Listener) {
    this.url = url;
    this.channel = channel;
    this.listener = listener;
    this.attempt = this.connect();
  }

  /**
   * Waits until it listens, or the newest attempt to do so has failed, or so many milliseconds have passed. Whoever went on
   * without is told by `resumed` when it listens after all.
   */
  async begun(atMost: number): Promise<void> {
    const waiting = new AbortController();
    const late = after(atMost, undefined, { signal: waiting.signal }).then(
      () => (this.isDeaf = true),
      () => undefined,
    );
    await Promise.race([this.attempt, late]);
    waiting.abort();
  }

  async close(): Promise<void> {
    this.isClosed = true;
    clearTimeout(this.waiting);
    clearInterval(this.asking);
    await this.client?.end().catch(() => undefined);
  }

  private async connect(): Promise<void> {
    const client = new ImpatientClient({
      connectionString: this.url,
      application_name: 'support-ticket-system live',
      keepAlive: true,
      connectionTimeoutMillis: CONNECTING_MS,
      silence_timeout: SILENCE_MS,
      prepared_statements: false,
    });
    this.client = client;
    client.on('notification', ({ payload }) => this.listener.heard(payload ?? ''));
    client.once('end', () => this.again(client, new Error('The connection that listens has ended')));
    try {
      await client.connect();
      await client.query(`LISTEN ${this.channel}`);
    } catch (error) {
      this.again(client, error);
      return;
    }
    if (this.client !== client || this.isClosed) return;
    this.failures = 0;
    this.asking = setInterval(questionsTo(client), ASK_EVERY_MS).unref();
    if (this.isDeaf) this.listener.resumed();
    this.isDeaf = false;
  }

  /** Gives up a connection, once, and tries another one after a while that grows. */
  private again(client: ImpatientClient, error: unknown): void {
    if (this.client !== client || this.isClosed) return;
    this.client = null;
    this.isDeaf = true;
    clearInterval(this.asking);
    void client.end().catch(() => undefined);
    this.listener.lost(error);
    const wait = Math.min(WAIT_MAX_MS, WAIT_FIRST_MS * 2 ** this.failures) * (0.5 + Math.random() / 2);
    this.failures = Math.min(this.failures + 1, 10);
    this.waiting = setTimeout(() => {
      this.attempt = this.connect();
    }, wait).unref();
  }
}

/** Asks a connection something each time it is called, but not while it owes the answer to the last question. */
function questionsTo(client: ImpatientClient): () => void {
  let isAsked = false;
  const answered = (): void => {
    isAsked = false;
  };
  return () => {
    if (isAsked) return;
    isAsked = true;
    client.query('SELECT 1').then(answered, answered);
  };
}
