import { Injectable } from '@nestjs/common';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import { Settings } from '../config/settings.ts';
import { countRequest } from './count-request.ts';
import { addressKey } from './domain/address-key.ts';
import type { Caller } from './domain/caller.ts';
import type { RateLimit, RateLimitDecision } from './domain/rate-limit.ts';
import { RateLimitRepository } from './rate-limit.repository.ts';

const WINDOW_SECONDS = 60;

/**
 * Counts what callers ask. Requests are counted in the memory of each process: counting them in the database would make
 * a write of every read, and what it protects is the process. With several replicas a caller can have the quota of
 * each. Calls that cost money are counted in the database, for all replicas together.
 */
@Injectable()
export class RateLimits {
  private readonly requests: RateLimit;
  private readonly llmCalls: RateLimit;
  private readonly memory: RateLimiterMemory;

  constructor(
    private readonly shared: RateLimitRepository,
    { rateLimits }: Settings,
  ) {
    this.requests = { policy: 'requests', quota: rateLimits.perMinute, windowSeconds: WINDOW_SECONDS };
    this.llmCalls = { policy: 'classify', quota: rateLimits.classifyPerMinute, windowSeconds: WINDOW_SECONDS };
    this.memory = new RateLimiterMemory({ points: rateLimits.perMinute, duration: WINDOW_SECONDS });
  }

  /** Counts a request of a person, a token, or an address when nobody is known. */
  countRequest(caller: Caller | undefined, address: string): Promise<RateLimitDecision> {
    return countRequest(this.memory, this.requests, keyOf(caller, address));
  }

  /** Counts what a room above allows so much of, for all replicas together. */
  countFor(limit: RateLimit, key: string): Promise<RateLimitDecision> {
    return this.shared.count(limit, key);
  }

  /** Counts a call that costs money: of the person, whichever of their tokens is used. */
  countLlmCall(caller: Caller | undefined, address: string): Promise<RateLimitDecision> {
    return this.shared.count(
      this.llmCalls,
      caller ? `user:${String(caller.userId)}` : `address:${addressKey(address)}`,
    );
  }
}

function keyOf(caller: Caller | undefined, address: string): string {
  if (!caller) return `address:${addressKey(address)}`;
  return caller.tokenId === null ? `user:${String(caller.userId)}` : `token:${caller.tokenId}`;
}
