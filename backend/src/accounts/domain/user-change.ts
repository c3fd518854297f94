import type { User } from '../../users/user.ts';
import type { UserPatch } from '../../users/managed-user.ts';

const FIELDS = { username: 'username', displayName: 'display_name', role: 'role', active: 'active' } as const;

/** Fields by their names in the API, with the value before and after. */
export type UserChanges = Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>>;

/** What a patch really changes about a person; empty when everything is so already. */
export function userChanges(user: User, patch: UserPatch): UserChanges {
  const changed = (Object.keys(FIELDS) as (keyof typeof FIELDS)[]).filter(
    (field) => patch[field] !== undefined && patch[field] !== user[field],
  );
  return Object.fromEntries(changed.map((field) => [FIELDS[field], { from: user[field], to: patch[field] }]));
}
