import { type RateLimiterAbstract, RateLimiterRes } from 'rate-limiter-flexible';
import type { RateLimitState } from './domain/rate-limit-headers.ts';
import type { RateLimit, RateLimitDecision } from './domain/rate-limit.ts';

/** Counts one thing more of a key. */
export async function countRequest(
  limiter: RateLimiterAbstract,
  limit: RateLimit,
  key: string,
): Promise<RateLimitDecision> {
  const [allowed, result] = await limiter.consume(key).then(
    (accepted) => [true, accepted] as const,
    (refused: unknown) => [false, toResult(refused)] as const,
  );
  const firstRefusal = !allowed && result.consumedPoints === limit.quota + 1;
  return { ...stateOf(limit, result), allowed, firstRefusal };
}

/** Where a caller stands after what the limiter says. */
export function stateOf(limit: RateLimit, { remainingPoints, msBeforeNext }: RateLimiterRes): RateLimitState {
  return { ...limit, remaining: remainingPoints, resetSeconds: Math.max(1, Math.ceil(msBeforeNext / 1000)) };
}

/** The limiter rejects with a result when it refuses, and with an error when it cannot count. */
function toResult(refused: unknown): RateLimiterRes {
  if (refused instanceof RateLimiterRes) return refused;
  throw refused;
}
