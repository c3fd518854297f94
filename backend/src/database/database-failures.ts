import { QueryFailedError } from 'typeorm';
import type { ConstraintMeanings } from '../common/problems/constraint-meanings.ts';
import { DomainError } from '../common/problems/domain-error.ts';
import { FailureReader } from '../common/problems/failure-reader.ts';

/** Codes of PostgreSQL (appendix A of its manual) and of Node's sockets that mean: nobody is there to answer. */
const UNREACHABLE = /^(08|57P0|53300|ECONN|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH)/;
const QUERY_CANCELED = '57014';
const UNSTORABLE_CHARACTER = new Set(['22021', '22P05']);

type DriverError = Error & { readonly code?: unknown; readonly constraint?: unknown };

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

function ofCode({ code, message }: DriverError): DomainError | null {
  if (code === QUERY_CANCELED) return new DomainError('database_timeout', 'Please try again, or ask for less at once.');
  if (typeof code === 'string' && UNSTORABLE_CHARACTER.has(code)) {
    return new DomainError('bad_request', 'The request contains a character that cannot be stored.');
  }
  const lost = /timeout exceeded when trying to connect|Connection terminated/.test(message);
  if (lost || (typeof code === 'string' && UNREACHABLE.test(code))) {
    return new DomainError('database_unavailable', 'Please try again in a moment.');
  }
  return null;
}
