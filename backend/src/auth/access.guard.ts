import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../common/problems/domain-error.ts';
import { ACCESS, BEFORE_PASSWORD_CHANGE } from './access.decorator.ts';
import type { Caller } from './domain/caller.ts';
import { isCrossOrigin } from './domain/cross-origin.ts';
import { type Access, refusalOf } from './domain/permission.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

const REFUSALS = {
  forbidden: 'Only admins may.',
  insufficient_scope: 'The scopes of this API token do not cover it.',
} as const;

/** Lets a caller in or not. A route that says nothing about who may use it is closed to everybody. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): true {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const handler = context.getHandler();
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, [handler, context.getClass()]);
    if (access === undefined) throw new DomainError('forbidden', 'Nobody may.');
    if (access !== 'open' && access !== 'customer') {
      const caller = requireCaller(request);
      requireOwnPassword(caller, this.reflector.get<true | undefined>(BEFORE_PASSWORD_CHANGE, handler));
      requireAccess(caller, access);
    }
    requireSameOrigin(request);
    return true;
  }
}

function requireCaller({ caller, refusal }: FastifyRequest): Caller {
  if (!caller) throw refusal ?? new Error('A route that is not open was reached without authentication');
  return caller;
}

function requireOwnPassword({ user }: Caller, beforePasswordChange = false): void {
  if (!user.mustChangePassword || beforePasswordChange) return;
  throw new DomainError('password_change_required', 'Until then nothing else works.');
}

function requireAccess(caller: Caller, access: Exclude<Access, 'open' | 'customer'>): void {
  const refusal = refusalOf(access, caller);
  if (refusal) throw new DomainError(refusal, REFUSALS[refusal]);
}

/** A browser adds its cookies to what other sites make it send; whoever shows a token has put it there on purpose. */
function requireSameOrigin({ method, caller, headers, protocol, host }: FastifyRequest): void {
  if (SAFE_METHODS.has(method) || caller?.via === 'token') return;
  const secFetchSite = headers['sec-fetch-site'];
  const site = Array.isArray(secFetchSite) ? secFetchSite.join() : secFetchSite;
  if (!isCrossOrigin({ secFetchSite: site, origin: headers.origin, target: `${protocol}://${host}` })) return;
  throw new DomainError('cross_origin_request', 'Only the desk itself may change something with your session.');
}
