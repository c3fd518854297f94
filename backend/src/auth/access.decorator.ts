import { SetMetadata, applyDecorators } from '@nestjs/common';
import { ApiExtension, ApiSecurity } from '@nestjs/swagger';
import { ApiProblems } from '../common/problems/api-problems.decorator.ts';
import type { Scope } from './domain/scope.ts';

/**
 * Who may use a route:
 * - `open`: everybody, also those who are not signed in;
 * - `signed_in`: every known caller, with whatever token;
 * - `own_account`: people in their browser, for what no token may do in their name;
 * - a scope: people in their browser, and tokens with that scope; `admin` takes an admin as well.
 */
export type Access = 'open' | 'signed_in' | 'own_account' | Scope;

export const ACCESS = 'desk:access';
export const BEFORE_PASSWORD_CHANGE = 'desk:before-password-change';

/** Opens a route to some callers, and documents it. A route without this is closed to everybody. */
export function Access(access: Access): MethodDecorator & ClassDecorator {
  return applyDecorators(SetMetadata(ACCESS, access), ApiExtension('x-access', access), ...documented(access));
}

/** Lets in people who still have to choose a password of their own. */
export function BeforePasswordChange(): MethodDecorator {
  return SetMetadata(BEFORE_PASSWORD_CHANGE, true);
}

function documented(access: Access): (MethodDecorator & ClassDecorator)[] {
  if (access === 'open') return [ApiProblems('too_many_requests')];
  const problems = ApiProblems('unauthenticated', 'forbidden', 'too_many_requests');
  if (access === 'own_account') return [ApiSecurity('session'), problems];
  const scopes = access === 'signed_in' ? [] : [access];
  return [ApiSecurity('session'), ApiSecurity('token', scopes), problems];
}
