import { setTimeout as after } from 'node:timers/promises';
import { ImpatientClient } from './impatient-client.ts';

const CONNECTING_MS = 5_000;
/** So often a name is asked for, and a connection that holds some is asked anything. */
const ASK_EVERY_MS = 1_000;
/** After so long without an answer this process takes a connection for lost. */
const SILENCE_MS = 8_000;
/** After so long without a question the server takes this process for dead, or frozen, and gives its names to others. */
const IDLE_MS = 10_000;

/** A connection that is asked one thing after the other, and what fires when it is lost. */
interface Line {
  readonly client: ImpatientClient;
  readonly ask: <Row extends object>(sql: string, values: unknown[]) => Promise<readonly Row[]>;
  readonly lost: AbortSignal;
}

/**
 * Names that one process of the desk holds at a time. They are held by a connection of its own, one for all names, and so until
 * that ends: another process has them a second after this one has died, and some seconds after it was cut off.
 */
export class SharedLocks {
  private line: Promise<Line> | null = null;

  private readonly url: string;
  /** Keeps the names of one use apart from those of others. */
  private readonly use: number;
  private readonly applicationName: string;

  constructor(url: string, use: number, applicationName: string) {
    this.url = url;
    this.use = use;
    this.applicationName = applicationName;
  }

  /**
   * Waits until this process holds a name, and gives what fires when it does no more.
   *
   * @throws what keeps it from asking, and the reason of the signal when that fires.
   */
  async hold(name: string, signal: AbortSignal): Promise<AbortSignal> {
    for (;;) {
      const { ask, lost } = await (this.line ??= this.connect());
      // Asked again and again: a statement that waits would hold up indexes that are made while others read and write.
      const [row] = await ask<{ held: boolean }>('SELECT pg_try_advisory_lock($1, hashtext($2)) AS held', [
        this.use,
        name,
      ]);
      if (row?.held === true) return lost;
      await after(ASK_EVERY_MS, undefined, { signal, ref: false });
    }
  }

  /** Lets others have a name, unless they have it already. */
  async release(name: string): Promise<void> {
    const line = await this.line?.catch(() => null);
    await line?.ask('SELECT pg_advisory_unlock($1, hashtext($2))', [this.use, name]).catch(() => undefined);
  }

  /** Lets others have all of them. */
  async close(): Promise<void> {
    const line = await this.line?.catch(() => null);
    await line?.client.end().catch(() => undefined);
  }

  private connect(): Promise<Line> {
    const over = new AbortController();
    const line = this.open(over).catch((error: unknown) => {
      over.abort();
      throw error;
    });
    over.signal.addEventListener('abort', () => {
      if (this.line === line) this.line = null;
    });
    return line;
  }

  private async open(over: AbortController): Promise<Line> {
    const client = new ImpatientClient({
      connectionString: this.url,
      application_name: this.applicationName,
      keepAlive: true,
      connectionTimeoutMillis: CONNECTING_MS,
      silence_timeout: SILENCE_MS,
      prepared_statements: false,
    });
    client.once('end', () => over.abort());
    try {
      await client.connect();
      await client.query(`SET idle_session_timeout = ${String(IDLE_MS)}`);
    } catch (error) {
      void client.end().catch(() => undefined);
      throw error;
    }
    const ask = oneAfterTheOther(client);
    const asking = setInterval(() => void ask('SELECT 1', []).catch(() => undefined), ASK_EVERY_MS).unref();
    over.signal.addEventListener('abort', () => clearInterval(asking));
    return { client, ask, lost: over.signal };
  }
}

function oneAfterTheOther(client: ImpatientClient): Line['ask'] {
  let before: Promise<unknown> = Promise.resolve();
  return async <Row extends object>(sql: string, values: unknown[]) => {
    const answer = before.then(() => client.query<Row>(sql, values));
    before = answer.catch(() => undefined);
    return (await answer).rows;
  };
}
