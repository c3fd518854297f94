import type { PersonAuthor, TokenAuthor } from '../../common/author.ts';
import type { User } from '../../users/user.ts';
import type { Scope } from './scope.ts';

/** Who is calling, as the guards have established it: a person in a browser, or a program with an API token. */
export type Caller = (PersonAuthor | TokenAuthor) & {
  readonly userId: number;
  readonly user: User;
  /** The session of a browser; null for a token. */
  readonly sessionId: string | null;
  /** The scopes of the token; a session has all that its role allows. */
  readonly scopes: readonly Scope[];
};
