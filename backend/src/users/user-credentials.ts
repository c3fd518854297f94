import type { User } from './user.ts';

/** A person together with what proves that it is them; stays within sign-in. */
export interface UserCredentials {
  readonly user: User;
  /** Argon2id, in the PHC string format. */
  readonly passwordHash: string;
  /** When a one-time password stops working; null for a password of the person's own. */
  readonly passwordExpiresAt: Date | null;
}

/** Whether the password is a one-time password whose time is over. */
export function hasExpired({ passwordExpiresAt }: UserCredentials): boolean {
  return passwordExpiresAt !== null && passwordExpiresAt <= new Date();
}

/** A password about to be stored. */
export interface NewPassword {
  readonly hash: string;
  readonly mustChange: boolean;
  readonly expiresAt: Date | null;
}
