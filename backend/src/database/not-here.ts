import { QueryFailedError } from 'typeorm';
import { DatabaseFailures } from './database-failures.ts';

/**
 * How a standby is. `busy` has all of this process's connections to it in use, `behind` is not as far as the primary or follows
 * another one, `broken` told of files that it cannot read, `away` does not answer, is no standby, or cannot be compared with
 * the primary.
 */
export type StandbyState = 'up' | 'busy' | 'behind' | 'broken' | 'away';

/** A read was not made at the standby, for a reason that the primary may not have; `state` is how the standby is after it. */
export class NotHere extends Error {
  constructor(
    message: string,
    readonly state: StandbyState,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

/** What the standby had to end because the primary went on; see "Hot Standby" in PostgreSQL's manual. */
const CONFLICT = /^40(001|P01)$/;
/** Errors of the system (58), and data and indexes that are corrupted; any other internal error may be the statement's own. */
const BROKEN = /^(58|XX00[12])/;
/** What the pool says when all connections were lent for as long as somebody waits for one. */
const ALL_LENT = 'timeout exceeded when trying to connect';

const failures = new DatabaseFailures({});

/** Why a read failed, if only because it was to be made at the standby: all that is in the way `before` its work is so. */
export function whyNotHere(error: unknown, when: 'before' | 'during'): NotHere | null {
  if (error instanceof NotHere) return error;
  const told = (message: string, state: StandbyState): NotHere => new NotHere(message, state, { cause: error });
  const code = codeOf(error);
  if (BROKEN.test(code)) return told('The standby is broken', 'broken');
  if (error instanceof Error && error.message === ALL_LENT) return told('The standby has no connection free', 'busy');
  if (when === 'before') return told('The standby cannot be asked', 'away');
  if (CONFLICT.test(code)) return told('The standby ended a read to follow the primary', 'up');
  return failures.read(error)?.code === 'database_unavailable' ? told('The standby does not answer', 'away') : null;
}

/** Whether a database is what failed, as it would for any other statement: nobody is there, or takes too long. */
export function isOfWholeDatabase(error: unknown): boolean {
  return failures.read(error) !== null;
}

function codeOf(error: unknown): string {
  const { code } = Object(error instanceof QueryFailedError ? error.driverError : error) as { code?: unknown };
  return typeof code === 'string' ? code : '';
}
