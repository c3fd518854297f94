export const ROLES = ['agent', 'admin'] as const;

export type Role = (typeof ROLES)[number];

/** A person who may sign in, as the rest of the desk knows them. Passwords are elsewhere: user-credentials.ts. */
export interface User {
  readonly id: number;
  /** As it was written; unique without regard to case. */
  readonly username: string;
  readonly displayName: string;
  readonly role: Role;
  /** False for those who may not sign in any more. They stay, because history names them. */
  readonly active: boolean;
  readonly mustChangePassword: boolean;
  readonly createdAt: Date;
  readonly lastSignInAt: Date | null;
}
