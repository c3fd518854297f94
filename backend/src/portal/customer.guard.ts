import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { DomainError } from '../common/problems/domain-error.ts';
import { CustomerCookie } from './customer-cookie.ts';
import { CustomerSessions } from './customer-sessions.service.ts';

/** Lets customers in who have signed in, and nobody else. */
@Injectable()
export class CustomerGuard implements CanActivate {
  constructor(
    private readonly sessions: CustomerSessions,
    private readonly cookie: CustomerCookie,
  ) {}

  async canActivate(context: ExecutionContext): Promise<true> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const customer = await this.sessions.findAny(this.cookie.presented(request));
    if (!customer) throw new DomainError('unauthenticated', 'Ask for a link to sign in with.');
    request.customer = customer;
    return true;
  }
}
