import type { RateLimitState } from './rate-limit-headers.ts';

/** How much one caller may do within a window of time, which begins with the first thing done. */
export interface RateLimit {
  /** Names the limit in headers and in the database, like `requests`. */
  readonly policy: string;
  readonly quota: number;
  readonly windowSeconds: number;
}

/** What came of counting one thing more. */
export interface RateLimitDecision extends RateLimitState {
  readonly allowed: boolean;
  /** True for the first thing in a window that was too much. */
  readonly firstRefusal: boolean;
}
