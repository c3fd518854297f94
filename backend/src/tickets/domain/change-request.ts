import type { Author } from '../../common/author.ts';

/** Who asks for a change, and the versions of the ticket they have seen (If-Match); null when any will do. */
export interface ChangeRequest {
  readonly by: Author;
  readonly accepts: readonly number[] | null;
}
