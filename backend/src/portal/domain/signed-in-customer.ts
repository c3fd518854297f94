import type { StartedSession } from '../../auth/domain/session.ts';

/** A customer who has just signed in, with the session that their browser gets. */
export interface SignedInCustomer {
  readonly name: string;
  readonly address: string;
  readonly session: StartedSession;
}
