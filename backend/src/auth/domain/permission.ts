import type { Role } from '../../users/user.ts';
import type { Caller } from './caller.ts';
import { SCOPES, type Scope } from './scope.ts';

/**
 * Who may use a route:
 * - `open`: everybody, also those who are not signed in;
 * - `customer`: customers on the portal, and nobody of the desk; the portal's own guard lets them in;
 * - `signed_in`: every known caller, with whatever token;
 * - `own_account`: people in their browser, for what no token may do in their name;
 * - a scope: people in their browser, and tokens with that scope; `admin` takes an admin as well.
 */
export type Access = 'open' | 'customer' | 'signed_in' | 'own_account' | Scope;

/** What a role may do at all. */
export function scopesOf(role: Role): readonly Scope[] {
  return role === 'admin' ? SCOPES : SCOPES.filter((scope) => scope !== 'admin');
}

export type Refusal = 'forbidden' | 'insufficient_scope';

/** Why a known caller may not use a route, or null. The scopes of a caller hold no more than its person may do. */
export function refusalOf(access: Exclude<Access, 'open' | 'customer'>, caller: Caller): Refusal | null {
  if (access === 'signed_in') return null;
  if (access === 'own_account') return caller.via === 'web' ? null : 'insufficient_scope';
  if (caller.scopes.includes(access)) return null;
  return scopesOf(caller.user.role).includes(access) ? 'insufficient_scope' : 'forbidden';
}
