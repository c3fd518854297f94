import { Socket } from 'node:net';
import { Client, type ClientConfig, DatabaseError, type QueryResult, type Submittable, types } from 'pg';
import { QueryFailedError } from 'typeorm';
import { type Around, DeskQuery, isParsed } from './desk-query.ts';
import { momentOf } from './moments.ts';
import { isPlannedEachTime } from './planned-each-time.ts';
import { type NamedStatement, StatementNames } from './statement-names.ts';
import { TransactionLimits } from './transaction-limits.ts';

/** Room for the way there and back, before an answer that PostgreSQL owes counts as lost. */
const SILENCE_SPARE_MS = 2_000;
/** A transaction in which nobody asks anything for so long is rolled back. */
const IDLE_IN_TRANSACTION_MS = 30_000;
/** What nobody uses is closed; on the connections that are left somebody waits for an answer. */
const IDLE_MS = 10_000;
/** More than the desk asks all the time; each takes some ten kilobytes of the server, on each connection. */
const NAMES = 128;
/** What PostgreSQL says when a statement of this name is not there (26000), or tables have changed under it (0A000). */
const FORGOTTEN = '26000';
const NOT_SUPPORTED = '0A000';
const REVALIDATION = 'RevalidateCachedQuery';

/** The database says nothing any more, though the connection stands. */
export class DatabaseSilent extends Error {
  readonly code = 'ETIMEDOUT';

  constructor() {
    super('The database has been silent for too long.');
  }
}

/** Somebody reached a standby where they meant the primary. */
export class ServerOnlyReads extends Error {
  readonly code = '25006';

  constructor() {
    super('The database is a standby, which only reads.');
  }
}

export interface ImpatientConfig extends ClientConfig {
  /** Milliseconds of silence after which a connection is thrown away; 0 for never. */
  readonly silence_timeout: number;
  /** Whether statements with values are prepared under names, once for each connection. */
  readonly prepared_statements: boolean;
  /** What is told with each transaction, where nothing can be told for the whole connection. */
  readonly transaction_limits?: TransactionLimits | null;
}

/** Whether tables have changed since a statement was prepared: it has done nothing and can be asked again. */
export function isOutdatedStatement(error: unknown): boolean {
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  if (!(cause instanceof DatabaseError)) return false;
  return cause.code === FORGOTTEN || (cause.code === NOT_SUPPORTED && cause.routine === REVALIDATION);
}

/**
 * A connection that gives up by itself. PostgreSQL bounds each statement, but a frozen server keeps no promises, and one
 * behind a network that swallows packets is never heard of again: what is silent for longer than that bound is thrown
 * away, and every statement on it fails with `DatabaseSilent`.
 *
 * It is also where statements get their names: all that is given with a list of values is parsed once for each connection,
 * and planned anew only when PostgreSQL finds that a plan for any values would be worse. Utility commands, several statements
 * in one text, cursors and what is `plannedEachTime` stay as they are.
 */
export class ImpatientClient extends Client {
  readonly #socket: Socket;
  readonly #silenceTimeoutMs: number;
  readonly #names: StatementNames | null;
  readonly #limits: TransactionLimits | null;
  #isOfStandby = false;

  constructor(config: ImpatientConfig) {
    const socket = new Socket();
    super({ ...config, stream: () => socket });
    this.#socket = socket;
    this.#silenceTimeoutMs = config.silence_timeout;
    this.#names = config.prepared_statements ? new StatementNames(NAMES) : null;
    this.#limits = config.transaction_limits ?? null;
    this.setTypeParser(types.builtins.TIMESTAMPTZ, momentOf);
    socket.on('timeout', () => socket.destroy(new DatabaseSilent()));
    this.connection.on('parameterStatus', ({ parameterName, parameterValue }: ParameterStatus) => {
      if (parameterName === 'in_hot_standby') this.#isOfStandby = parameterValue === 'on';
    });
    // Who waits for an answer hears of it, and the pool looks whether a connection still stands.
    this.on('error', () => undefined);
    this.bear();
  }

  /** Whether the server has said that it only reads. */
  get isOfStandby(): boolean {
    return this.#isOfStandby;
  }

  override readonly query = this.#query.bind(this) as Client['query'];

  /** Sends a statement with values, and what is done in the same round trip (see `DeskQuery`). */
  async send(text: string, values: unknown[], around: Around = {}): Promise<QueryResult> {
    const isInTransaction = around.begin === true || this.#isInTransaction;
    try {
      return await this.#submit(text, values, around);
    } catch (error) {
      if (!isOutdatedStatement(error) || isInTransaction) throw error;
      return this.#submit(text, values, around);
    }
  }

  #query(...given: [text: unknown, values?: unknown, ended?: unknown]): unknown {
    const [text, values, ended] = given;
    // A library that gives its statements names of its own, which a proxy would not know.
    if (isNamedByOthers(text)) return this.#query(text.text, text.values, ended ?? values);
    if (typeof text !== 'string') return super.query(...(given as [string]));
    // A list of values, be it empty, says that it is one statement; names and limits have a use for that.
    if (Array.isArray(values) && (this.#names || this.#limits)) return told(this.send(text, values), ended);
    if (!this.#limits || values !== undefined || this.#isInTransaction) return super.query(...(given as [string]));
    return text === 'BEGIN' ? super.query(this.#limits.begin) : this.send(text, []);
  }

  get #isInTransaction(): boolean {
    return this.getTransactionStatus() !== 'I';
  }

  async #submit(text: string, values: unknown[], around: Around): Promise<QueryResult> {
    const named = this.#names && !isPlannedEachTime(text) ? this.#names.of(text) : null;
    const limits = this.#isInTransaction ? null : this.#limits;
    if (!named || isParsed(this.connection, named)) {
      return this.#ask(text, values, named, { ...around, limits: limits?.inMessage ?? null });
    }
    // pg would take what is parsed before it in the same message for this statement, and hold it for parsed even if it fails.
    if (around.begin || limits) await super.query(limits?.begin ?? 'BEGIN');
    if (around.begin || !limits) return this.#ask(text, values, named, { ...around, begin: false });
    try {
      return await this.#ask(text, values, named, { ...around, commit: true });
    } catch (error) {
      await super.query('ROLLBACK').catch(() => undefined);
      throw error;
    }
  }

  #ask(text: string, values: unknown[], named: NamedStatement | null, around: Around): Promise<QueryResult> {
    return new Promise<QueryResult>((resolve, reject) => {
      const query = new DeskQuery({ text, values }, named, around, (error, result) => {
        // Also when values could not be sent, after which pg no longer knows what is parsed.
        if (error && (isOutdatedStatement(error) || !(error instanceof DatabaseError))) StatementNames.forgetAll();
        if (error) reject(error);
        else if (result) resolve(result);
        else reject(new Error('A statement ended without a result'));
      });
      super.query(query as unknown as Submittable);
    });
  }

  /** Bears silence for `longerMs` longer than usual, until it is told otherwise. */
  bear(longerMs = 0): void {
    this.bearOnly(this.#silenceTimeoutMs === 0 ? 0 : this.#silenceTimeoutMs + longerMs);
  }

  /** Bears silence for so many milliseconds, until it is told otherwise; 0 for ever. */
  bearOnly(ms: number): void {
    this.#socket.setTimeout(ms);
  }
}

/** What a server tells of itself; see "Asynchronous Operations" of the protocol in PostgreSQL's manual. */
interface ParameterStatus {
  readonly parameterName: string;
  readonly parameterValue: string;
}

type Ended = (error: unknown, result?: QueryResult) => void;

/** A statement as pg takes it in one piece, with its values. */
function isNamedByOthers(given: unknown): given is { readonly text: string; readonly values: unknown[] } {
  const { text, values, submit } = Object(given) as Partial<Record<'text' | 'values' | 'submit', unknown>>;
  return typeof text === 'string' && Array.isArray(values) && submit === undefined;
}

/** Tells an answer to a callback, if there is one, in the way of pg. */
function told(answer: Promise<QueryResult>, ended: unknown): Promise<QueryResult> | undefined {
  if (typeof ended !== 'function') return answer;
  void answer.then(
    (result) => (ended as Ended)(null, result),
    (error: unknown) => (ended as Ended)(error),
  );
  return undefined;
}

/** How much the connections of a pool bear, and where they lead. */
export interface Impatience {
  /** After which PostgreSQL gives up on a statement, and a little later the client on PostgreSQL; 0 for never. */
  readonly statementTimeoutMs: number;
  /** Whether statements are prepared under names. */
  readonly preparedStatements?: boolean;
  /** Whether they lead through a proxy that pools transactions, so that each transaction has to bring its limits. */
  readonly pooledTransactions?: boolean;
  /** Whether a standby will do. */
  readonly onlyReads?: boolean;
}

interface Patience {
  readonly Client: typeof ImpatientClient;
  readonly silence_timeout: number;
  readonly prepared_statements: boolean;
  readonly verify: (client: unknown, verified: (error?: Error) => void) => void;
  readonly idleTimeoutMillis: number;
  readonly keepAlive: boolean;
  readonly connectionTimeoutMillis: number;
  readonly statement_timeout?: number;
  readonly idle_in_transaction_session_timeout?: number;
  readonly transaction_limits?: TransactionLimits;
}

/** The options of a pool whose connections are impatient. */
export function patience(impatience: Impatience): Patience {
  const { statementTimeoutMs, preparedStatements = false, pooledTransactions = false, onlyReads = false } = impatience;
  const silenceTimeoutMs = statementTimeoutMs === 0 ? 0 : statementTimeoutMs + SILENCE_SPARE_MS;
  const limits = { statementTimeoutMs, idleMs: IDLE_IN_TRANSACTION_MS };
  return {
    Client: ImpatientClient,
    silence_timeout: silenceTimeoutMs,
    prepared_statements: preparedStatements,
    // A standby may not have what others were told is written. What a proxy says of the server may be out of date.
    verify: (client, verified) => {
      const isOfStandby = client instanceof ImpatientClient && client.isOfStandby;
      verified(isOfStandby && !onlyReads && !pooledTransactions ? new ServerOnlyReads() : undefined);
    },
    idleTimeoutMillis: silenceTimeoutMs === 0 ? IDLE_MS : Math.min(IDLE_MS, silenceTimeoutMs / 2),
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
    ...(pooledTransactions
      ? { transaction_limits: new TransactionLimits(limits) }
      : { statement_timeout: limits.statementTimeoutMs, idle_in_transaction_session_timeout: limits.idleMs }),
  };
}
