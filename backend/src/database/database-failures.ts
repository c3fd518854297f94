import {
  CannotExecuteNotConnectedError,
  ConnectionIsNotSetError,
  QueryFailedError,
  QueryRunnerAlreadyReleasedError,
  QueryRunnerProviderAlreadyReleasedError,
} from 'typeorm';
import type { ConstraintMeanings } from '../common/problems/constraint-meanings.ts';
import { DomainError } from '../common/problems/domain-error.ts';
import { FailureReader } from '../common/problems/failure-reader.ts';

/**
 * Codes of PostgreSQL (appendix A of its manual) and of Node's sockets that mean: nobody is there to answer. The
 * connection broke (08), the server stops, starts or crashed (57P), a connection was idle for too long (25P), the desk is
 * not let in (28, 3D, 55000 for a database that takes no connections).
 */
const UNREACHABLE =
  /^(08|57P|25P0[34]|28|3D000|55000|E(CONN|PIPE|NOTFOUND|AI_|TIMEDOUT|HOST|NET)|ERR_(STREAM_(DESTROYED|WRITE)|SOCKET|TLS|SSL)_?)/;
/** It is there and cannot: no disk, memory or connections (53), broken files (58), a replica that only reads (25006). */
const UNABLE = /^(53|58|25006)/;
/** What pg and its pool say without a code, and TypeORM of a transaction whose connection was lost. */
const LOST =
  /Connection terminated|connection error and is not queryable|Client was closed|timeout exceeded when trying to connect|timeout expired|Query read timeout|after calling end on the pool|establishing an SSL connection|socket (disconnected|hang up)/i;
const LOST_IN_TRANSACTION = [
  QueryRunnerAlreadyReleasedError,
  QueryRunnerProviderAlreadyReleasedError,
  CannotExecuteNotConnectedError,
  ConnectionIsNotSetError,
];
/** Two callers at once, of whom one has to come again: it could not be put in order, was in a deadlock, or waited. */
const CONTENDED = new Set(['40001', '40P01', '55P03']);
const QUERY_CANCELED = '57014';
const DISK_FULL = '53100';
const UNSTORABLE_CHARACTER = new Set(['22021', '22P05']);

/** Whether something failed in the database, or on the way to it. */
export function isOfDatabase(error: unknown): boolean {
  return error instanceof QueryFailedError || LOST_IN_TRANSACTION.some((kind) => error instanceof kind);
}

/** Whether PostgreSQL ended a statement because it took too long, or somebody asked it to. */
export function wasCutShort(error: unknown): boolean {
  return error instanceof QueryFailedError && (error.driverError as DriverError).code === QUERY_CANCELED;
}

/** Whether one of several rows that are written together is in the way: what it says (22, 23), or a lock that it needs (40). */
export function isOfSomeRow(error: unknown): boolean {
  if (!(error instanceof QueryFailedError)) return false;
  const { code } = error.driverError as DriverError;
  return typeof code === 'string' && /^(22|23|40)/.test(code);
}

type DriverError = Error & { readonly code?: unknown; readonly constraint?: unknown; readonly syscall?: unknown };

/** What errors of the database mean. */
export class DatabaseFailures extends FailureReader {
  constructor(private readonly constraints: ConstraintMeanings) {
    super();
  }

  override read(thrown: unknown): DomainError | null {
    if (!(thrown instanceof Error)) return null;
    const cause = (thrown instanceof QueryFailedError ? thrown.driverError : thrown) as DriverError;
    return this.ofConstraint(cause) ?? ofCode(cause);
  }

  private ofConstraint({ constraint }: DriverError): DomainError | null {
    if (typeof constraint !== 'string' || !Object.hasOwn(this.constraints, constraint)) return null;
    return this.constraints[constraint]?.() ?? null;
  }
}

function ofCode(error: DriverError): DomainError | null {
  const code = typeof error.code === 'string' ? error.code : '';
  if (code === QUERY_CANCELED) return new DomainError('database_timeout', 'Please try again, or ask for less at once.');
  if (CONTENDED.has(code)) return new DomainError('database_timeout', 'Somebody else was faster. Please try again.');
  if (UNSTORABLE_CHARACTER.has(code)) {
    return new DomainError('bad_request', 'The request contains a character that cannot be stored.');
  }
  if (code === DISK_FULL) {
    return new DomainError('database_unavailable', 'Its disk is full; please try again when there is room on it.');
  }
  const lost = LOST.test(error.message) || LOST_IN_TRANSACTION.some((kind) => error instanceof kind);
  // Whatever it is that keeps a socket from being connected: of a Unix socket, that it is not there.
  if (lost || UNABLE.test(code) || UNREACHABLE.test(code) || error.syscall === 'connect')
    return new DomainError('database_unavailable', 'Please try again in a moment.');
  return null;
}
