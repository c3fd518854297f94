import type { Role, User } from '../../users/user.ts';
import type { Caller } from './caller.ts';
import { type Access, refusalOf, scopesOf } from './permission.ts';
import { SCOPES, type Scope } from './scope.ts';

function caller(role: Role, token: readonly Scope[] | null): Caller {
  const user = { id: 1, role } as User;
  const scopes = scopesOf(role).filter((scope) => token === null || token.includes(scope));
  return {
    ...{ userId: 1, address: '::1', user, scopes },
    ...(token ? { via: 'token', tokenId: 't', sessionId: null } : { via: 'web', tokenId: null, sessionId: 's' }),
  };
}

describe('a caller', () => {
  const cases: [Role, readonly Scope[] | null, Exclude<Access, 'open' | 'customer'>, ReturnType<typeof refusalOf>][] = [
    ['agent', null, 'signed_in', null],
    ['agent', null, 'own_account', null],
    ['agent', null, 'tickets:write', null],
    ['agent', null, 'admin', 'forbidden'],
    ['admin', null, 'admin', null],
    ['admin', ['tickets:read'], 'signed_in', null],
    ['admin', ['tickets:read'], 'tickets:read', null],
    ['admin', ['tickets:read'], 'tickets:write', 'insufficient_scope'],
    ['admin', ['tickets:write'], 'tickets:read', 'insufficient_scope'],
    ['admin', ['tickets:read'], 'admin', 'insufficient_scope'],
    ['admin', SCOPES, 'own_account', 'insufficient_scope'],
    ['admin', ['admin'], 'admin', null],
    ['agent', ['admin'], 'admin', 'forbidden'],
  ];

  it.each(cases)('%s with the token %j who wants %s is told %s', (role, token, access, refusal) => {
    expect(refusalOf(access, caller(role, token))).toBe(refusal);
  });
});
