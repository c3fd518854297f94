import { DomainError } from './problems/domain-error.ts';
import type { Author } from './author.ts';

/** Who asks for a change, and the versions of the thing they have seen (If-Match); null when any will do. */
export interface ChangeRequest {
  readonly by: Author;
  readonly accepts: readonly number[] | null;
}

/** @throws DomainError `stale_version` when none of the accepted versions is this one. `what` is the thing within a sentence. */
export function requireVersion(version: number, accepts: ChangeRequest['accepts'], what: string): void {
  if (accepts && !accepts.includes(version)) throw staleVersion(what);
}

/** The thing is not what the one who wants to change it has seen. */
export function staleVersion(what: string): DomainError {
  return new DomainError('stale_version', `Somebody changed ${what} in the meantime. Read it again, then decide.`);
}
