import { rateLimitHeaders } from './rate-limit-headers.ts';

const requests = { policy: 'requests', quota: 600, windowSeconds: 60, remaining: 599, resetSeconds: 60 };

describe('the headers of rate limits', () => {
  it('name the policy and where the caller stands, as structured fields', () => {
    expect(rateLimitHeaders([requests])).toEqual({
      'RateLimit-Policy': '"requests";q=600;w=60',
      RateLimit: '"requests";r=599;t=60',
    });
  });

  it('list several', () => {
    const classify = { policy: 'classify', quota: 30, windowSeconds: 60, remaining: 0, resetSeconds: 12 };
    expect(rateLimitHeaders([requests, classify])).toEqual({
      'RateLimit-Policy': '"requests";q=600;w=60, "classify";q=30;w=60',
      RateLimit: '"requests";r=599;t=60, "classify";r=0;t=12',
    });
  });
});
