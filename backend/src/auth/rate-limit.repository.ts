import { Injectable } from '@nestjs/common';
import { type RateLimiterAbstract, RateLimiterPostgres } from 'rate-limiter-flexible';
import { DataSource } from 'typeorm';
import { countRequest, stateOf } from './count-request.ts';
import type { RateLimitState } from './domain/rate-limit-headers.ts';
import type { RateLimit, RateLimitDecision } from './domain/rate-limit.ts';

/** Counts in the database, for all replicas together, and at once: two guesses at the same moment count as two. */
@Injectable()
export class RateLimitRepository {
  private readonly limiters = new Map<string, RateLimiterAbstract>();

  constructor(private readonly dataSource: DataSource) {}

  count(limit: RateLimit, key: string): Promise<RateLimitDecision> {
    return countRequest(this.limiterOf(limit), limit, key);
  }

  /** Takes one back that turned out not to count. */
  async giveBack(limit: RateLimit, key: string): Promise<RateLimitState> {
    return stateOf(limit, await this.limiterOf(limit).reward(key));
  }

  async forget(limit: RateLimit, key: string): Promise<RateLimitState> {
    await this.limiterOf(limit).delete(key);
    return { ...limit, remaining: limit.quota, resetSeconds: limit.windowSeconds };
  }

  private limiterOf({ policy, quota, windowSeconds }: RateLimit): RateLimiterAbstract {
    const known = this.limiters.get(policy);
    if (known) return known;
    const limiter = this.makeLimiter(policy, quota, windowSeconds);
    this.limiters.set(policy, limiter);
    return limiter;
  }

  private makeLimiter(keyPrefix: string, points: number, duration: number): RateLimiterAbstract {
    const table = { tableName: 'rate_limits', tableCreated: true };
    const store = { storeClient: this.dataSource, storeType: 'typeorm' };
    return new RateLimiterPostgres({ ...store, ...table, keyPrefix, points, duration });
  }
}
