import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../common/problems/domain-error.ts';
import { ACCESS } from './access.decorator.ts';
import { Callers } from './callers.service.ts';
import type { Access } from './domain/permission.ts';
import { SessionCookie } from './session-cookie.ts';
import { UNATTENDED, saysUnattended } from './unattended.decorator.ts';

/**
 * Finds out who is calling. Whoever brings credentials that are no good is only noted here, and refused once their
 * request has been counted. Open routes work without the database, so there nobody is asked who they are, and
 * customers are known to the portal alone.
 */
@Injectable()
export class AuthenticationGuard implements CanActivate {
  constructor(
    private readonly callers: Callers,
    private readonly reflector: Reflector,
    private readonly cookie: SessionCookie,
  ) {}

  async canActivate(context: ExecutionContext): Promise<true> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const told = [context.getHandler(), context.getClass()];
    const access = this.reflector.getAllAndOverride<Access | undefined>(ACCESS, told);
    if (access === 'open' || access === 'customer') return true;
    const isUnattended = this.reflector.getAllAndOverride<boolean | undefined>(UNATTENDED, told);
    await this.identify(request, !isUnattended && !saysUnattended(request.headers));
    return true;
  }

  private async identify(request: FastifyRequest, isUse: boolean): Promise<void> {
    const bearer = bearerOf(request);
    if (bearer !== null) {
      request.caller = (await this.callers.byApiToken(bearer, request.ip)) ?? undefined;
      if (!request.caller) request.refusal = new DomainError('invalid_token', 'Make a new one under Account.');
      return;
    }
    const session = this.cookie.presented(request);
    const caller = session === null ? null : await this.callers.bySession(session, request.ip, isUse);
    request.caller = caller ?? undefined;
    if (request.caller) return;
    // The cookie stays: the browser may have got a new one meanwhile, which an answer to the old one would take away.
    request.refusal = new DomainError('unauthenticated', 'This needs a session or an API token.');
  }
}

/** The token of an Authorization header; what other schemes carry is for somebody in between, and not for us. */
function bearerOf(request: FastifyRequest): string | null {
  return /^Bearer\b *(.*)$/i.exec(request.headers.authorization ?? '')?.[1] ?? null;
}

declare module 'fastify' {
  interface FastifyRequest {
    /** Why nobody is known to be calling. */
    refusal?: DomainError;
  }
}
