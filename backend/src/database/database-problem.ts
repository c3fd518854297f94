import { QueryFailedError } from 'typeorm';
import { DomainError, ValidationFailed } from '../common/problems/domain-error.ts';
import { constraintConflict } from './constraint-conflicts.ts';
import { CONSTRAINT_MESSAGES } from './constraint-messages.ts';

/** Codes of PostgreSQL (appendix A of its manual) and of Node's sockets that mean: nobody is there to answer. */
const UNREACHABLE = /^(08|57P0|53300|ECONN|EPIPE|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH)/;
const QUERY_CANCELED = '57014';
const UNSTORABLE_CHARACTER = new Set(['22021', '22P05']);

type DriverError = Error & { readonly code?: unknown; readonly constraint?: unknown };

/** What an error of the database means to the caller, or null when it is none or means a fault of ours. */
export function databaseProblem(thrown: unknown): DomainError | null {
  if (!(thrown instanceof Error)) return null;
  const cause = (thrown instanceof QueryFailedError ? thrown.driverError : thrown) as DriverError;
  const { code, constraint } = cause;
  if (typeof constraint === 'string') {
    const broken = CONSTRAINT_MESSAGES[constraint];
    if (broken) return new ValidationFailed([broken]);
    const conflict = constraintConflict(constraint);
    if (conflict) return conflict;
  }
  if (code === QUERY_CANCELED) return new DomainError('database_timeout', 'Please try again, or ask for less at once.');
  if (typeof code === 'string' && UNSTORABLE_CHARACTER.has(code)) {
    return new DomainError('bad_request', 'The request contains a character that cannot be stored.');
  }
  const lost = /timeout exceeded when trying to connect|Connection terminated/.test(cause.message);
  if (lost || (typeof code === 'string' && UNREACHABLE.test(code))) {
    return new DomainError('database_unavailable', 'Please try again in a moment.');
  }
  return null;
}
