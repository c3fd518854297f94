import { contentVersion } from '../../common/content-version.ts';
import type { User } from '../user.ts';

/** The version of what admins change about a person. */
export function userVersion({ username, displayName, role, active }: User): number {
  return contentVersion([username, displayName, role, active]);
}
