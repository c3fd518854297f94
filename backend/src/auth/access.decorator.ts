import { SetMetadata, applyDecorators } from '@nestjs/common';
import { ApiExtension, ApiSecurity } from '@nestjs/swagger';
import { ApiProblems } from '../common/problems/api-problems.decorator.ts';
import type { Access as AccessTo } from './domain/permission.ts';

export const ACCESS = 'desk:access';
export const BEFORE_PASSWORD_CHANGE = 'desk:before-password-change';

/** Opens a route to some callers, and documents it. A route without this is closed to everybody. */
export function Access(access: AccessTo): MethodDecorator & ClassDecorator {
  return applyDecorators(SetMetadata(ACCESS, access), ApiExtension('x-access', access), ...documented(access));
}

/** Lets in people who still have to choose a password of their own. */
export function BeforePasswordChange(): MethodDecorator {
  return SetMetadata(BEFORE_PASSWORD_CHANGE, true);
}

const CLOSED = [
  ...(['unauthenticated', 'invalid_token'] as const),
  ...(['forbidden', 'insufficient_scope', 'password_change_required'] as const),
];

function documented(access: AccessTo): (MethodDecorator & ClassDecorator)[] {
  if (access === 'open') return [ApiProblems('too_many_requests')];
  if (access === 'customer') return [ApiSecurity('customer'), ApiProblems('unauthenticated', 'too_many_requests')];
  const problems = ApiProblems(...CLOSED, 'too_many_requests');
  if (access === 'own_account') return [ApiSecurity('session'), problems];
  const scopes = access === 'signed_in' ? [] : [access];
  return [ApiSecurity('session'), ApiSecurity('token', scopes), problems];
}
