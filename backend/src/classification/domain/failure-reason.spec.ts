import { FAILURE_REASONS, isOutage, isTransient, noticeFor } from './failure-reason.ts';

describe('a failure of the LLM', () => {
  it.each(FAILURE_REASONS)('tells a person what %s means, and nothing of the inside', (reason) => {
    expect(noticeFor(reason)).toMatch(/^[A-Z][^.]+, so the defaults are filled in\.$/);
    expect(noticeFor(reason)).not.toMatch(/key|api|http|json|openai|gpt|_|\d/i);
  });

  it('is an outage when the LLM is not there for anyone', () => {
    expect(FAILURE_REASONS.filter(isOutage)).toEqual(['timeout', 'unreachable', 'rate_limited', 'server_error']);
  });

  it('is worth another attempt when it may pass within the deadline', () => {
    expect(FAILURE_REASONS.filter(isTransient)).toEqual([
      ...['loading', 'unreachable', 'rate_limited', 'server_error'],
    ]);
  });
});
