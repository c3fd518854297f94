/** A limit on how much one caller may ask, and where the caller stands. */
export interface RateLimitState {
  /** Names the limit, like `requests`. */
  readonly policy: string;
  readonly quota: number;
  readonly windowSeconds: number;
  readonly remaining: number;
  readonly resetSeconds: number;
}

/**
 * The headers RateLimit-Policy and RateLimit, by which a caller can slow down before it is refused
 * (draft-ietf-httpapi-ratelimit-headers-10, sections 3 and 4).
 */
export function rateLimitHeaders(states: readonly RateLimitState[]): Record<string, string> {
  const policies = states.map(
    ({ policy, quota, windowSeconds }) => `"${policy}";q=${String(quota)};w=${String(windowSeconds)}`,
  );
  const standings = states.map(
    ({ policy, remaining, resetSeconds }) => `"${policy}";r=${String(remaining)};t=${String(resetSeconds)}`,
  );
  return { 'RateLimit-Policy': policies.join(', '), RateLimit: standings.join(', ') };
}
