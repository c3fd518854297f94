import { Socket } from 'node:net';
import { Client, type ClientConfig } from 'pg';

/** Room for the way there and back, before an answer that PostgreSQL owes counts as lost. */
const SILENCE_SPARE_MS = 2_000;
/** What nobody uses is closed; on the connections that are left somebody waits for an answer. */
const IDLE_MS = 10_000;

/** The database says nothing any more, though the connection stands. */
export class DatabaseSilent extends Error {
  readonly code = 'ETIMEDOUT';

  constructor() {
    super('The database has been silent for too long.');
  }
}

export interface ImpatientConfig extends ClientConfig {
  /** Milliseconds of silence after which a connection is thrown away; 0 for never. */
  readonly silence_timeout: number;
}

/**
 * A connection that gives up by itself. PostgreSQL bounds each statement, but a frozen server keeps no promises, and one
 * behind a network that swallows packets is never heard of again: what is silent for longer than that bound is thrown
 * away, and every statement on it fails with `DatabaseSilent`.
 */
export class ImpatientClient extends Client {
  readonly #socket: Socket;
  readonly #silenceTimeoutMs: number;

  constructor(config: ImpatientConfig) {
    const socket = new Socket();
    super({ ...config, stream: () => socket });
    this.#socket = socket;
    this.#silenceTimeoutMs = config.silence_timeout;
    socket.on('timeout', () => socket.destroy(new DatabaseSilent()));
    this.bear();
  }

  /** Bears silence for `longerMs` longer than usual, until it is told otherwise. */
  bear(longerMs = 0): void {
    this.#socket.setTimeout(this.#silenceTimeoutMs === 0 ? 0 : this.#silenceTimeoutMs + longerMs);
  }
}

interface Patience {
  readonly Client: typeof ImpatientClient;
  readonly silence_timeout: number;
  readonly idleTimeoutMillis: number;
  readonly keepAlive: boolean;
  readonly connectionTimeoutMillis: number;
  readonly statement_timeout: number;
}

/**
 * The options of a pool whose connections are impatient.
 *
 * @param statementTimeoutMs after which PostgreSQL gives up on a statement, and a little later the client on PostgreSQL; 0
 *   for never.
 */
export function patience(statementTimeoutMs: number): Patience {
  const silenceTimeoutMs = statementTimeoutMs === 0 ? 0 : statementTimeoutMs + SILENCE_SPARE_MS;
  return {
    Client: ImpatientClient,
    silence_timeout: silenceTimeoutMs,
    idleTimeoutMillis: silenceTimeoutMs === 0 ? IDLE_MS : Math.min(IDLE_MS, silenceTimeoutMs / 2),
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    statement_timeout: statementTimeoutMs,
  };
}
