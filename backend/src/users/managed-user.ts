import type { Role, User } from './user.ts';

/** A person as admins see them. */
export interface ManagedUser extends User {
  /** How many browsers they are signed in with. */
  readonly sessions: number;
  /** How many usable API tokens they have. */
  readonly tokens: number;
}

export interface NewUser {
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
}

/** What an admin changes about a person; only what is given changes. */
export interface UserPatch {
  readonly username?: string;
  readonly displayName?: string;
  readonly role?: Role;
  readonly active?: boolean;
}

/** Which people to show, by username, after a page that was shown before. */
export interface UserPageRequest {
  /** Taken literally, without regard to case; looked for in username and display name. */
  readonly search?: string;
  readonly role?: Role;
  readonly active?: boolean;
  readonly limit: number;
  /** The `next` of the page before. */
  readonly cursor?: string;
}

export interface UserPage<Person extends User = User> {
  readonly users: readonly Person[];
  /** How many there are on all pages. */
  readonly count: number;
  /** What to ask the next page with, as `cursor`; null on the last one. */
  readonly next: string | null;
}
