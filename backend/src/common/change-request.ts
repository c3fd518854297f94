import type { Author } from './author.ts';

/** Who asks for a change, and the versions of the thing they have seen (If-Match); null when any will do. */
export interface ChangeRequest {
  readonly by: Author;
  readonly accepts: readonly number[] | null;
}
