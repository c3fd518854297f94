import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { TooManyRequests } from '../common/problems/domain-error.ts';
import { Settings } from '../config/settings.ts';
import type { RateLimitDecision } from './domain/rate-limit.ts';
import { COSTS_LLM_CALL, type MayCostLlmCall } from './rate-limit.decorator.ts';
import { RateLimits } from './rate-limits.service.ts';
import { tellRateLimits } from './tell-rate-limits.ts';

/** Counts each request, tells the caller where it stands, and refuses what is too much. */
@Injectable()
export class RateLimitGuard implements CanActivate {
  constructor(
    private readonly limits: RateLimits,
    private readonly reflector: Reflector,
    private readonly settings: Settings,
  ) {}

  async canActivate(context: ExecutionContext): Promise<true> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const { caller, ip } = request;
    const reply = context.switchToHttp().getResponse<FastifyReply>();
    const decisions = [await this.limits.countRequest(caller, ip)];
    const cost = this.reflector.get<boolean | MayCostLlmCall | undefined>(COSTS_LLM_CALL, context.getHandler());
    const mayCost = typeof cost === 'function' ? cost(request) : cost;
    // Where the desk answers by itself nothing costs: it only counts as a request.
    const costly = mayCost && this.settings.llm.provider !== 'local';
    // Nobody gets as far as the LLM without being known.
    if (costly && caller && decisions.every(({ allowed }) => allowed)) {
      decisions.push(await this.limits.countLlmCall(caller, ip));
    }
    tellRateLimits(reply, decisions);
    requireAllowed(decisions);
    return true;
  }
}

function requireAllowed(decisions: readonly RateLimitDecision[]): void {
  const refused = decisions.find(({ allowed }) => !allowed);
  if (refused) throw new TooManyRequests('You ask more than the desk can bear.', refused.resetSeconds);
}
