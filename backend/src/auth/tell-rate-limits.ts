import type { FastifyReply } from 'fastify';
import { type RateLimitState, rateLimitHeaders } from './domain/rate-limit-headers.ts';

/** Tells the caller where it stands, beside the limits it was told of before; of each limit the latest word counts. */
export function tellRateLimits(reply: FastifyReply, states: readonly RateLimitState[]): void {
  const told = new Map(reply.request.rateLimits?.map((state) => [state.policy, state]));
  for (const state of states) told.set(state.policy, state);
  reply.request.rateLimits = [...told.values()];
  void reply.headers(rateLimitHeaders(reply.request.rateLimits));
}

declare module 'fastify' {
  interface FastifyRequest {
    /** The limits that concern the request, and where its caller stands. */
    rateLimits?: readonly RateLimitState[];
  }
}
