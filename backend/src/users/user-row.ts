import type { Role, User } from './user.ts';

/** The columns of a person; never the password. `u` is the table. */
export const USER_COLUMNS = `u.id, u.username, u.display_name, u.role, u.active, u.must_change_password, u.created_at,
  u.last_sign_in_at`;

export interface UserRow {
  readonly id: string;
  readonly username: string;
  readonly display_name: string;
  readonly role: Role;
  readonly active: boolean;
  readonly must_change_password: boolean;
  readonly created_at: Date;
  readonly last_sign_in_at: Date | null;
}

export function toUser(row: UserRow): User {
  return {
    id: Number(row.id),
    username: row.username,
    displayName: row.display_name,
    role: row.role,
    active: row.active,
    mustChangePassword: row.must_change_password,
    createdAt: row.created_at,
    lastSignInAt: row.last_sign_in_at,
  };
}
