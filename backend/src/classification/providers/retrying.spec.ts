import { jest } from '@jest/globals';
import type { FailureReason } from '../domain/failure-reason.ts';
import { SuggesterFailure } from '../domain/suggester-failure.ts';
import { withRetries } from './retrying.ts';

const nobodyLeaves = new AbortController().signal;

/** Fails for each reason in turn, then answers. */
function failing(...failures: readonly SuggesterFailure[]) {
  const left = [...failures];
  return jest.fn<(signal: AbortSignal) => Promise<string>>(() => {
    const failure = left.shift();
    return failure ? Promise.reject(failure) : Promise.resolve('answer');
  });
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => {
      reject(new SuggesterFailure('timeout'));
    });
  });
}

async function reasonOf(promise: Promise<unknown>): Promise<string> {
  return promise.then(
    () => 'none',
    (error: unknown) => (error instanceof SuggesterFailure ? error.reason : String(error)),
  );
}

beforeEach(() => {
  jest.useFakeTimers({ now: 0 });
  jest.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
});

describe('asking an LLM patiently', () => {
  it.each<FailureReason>(['unreachable', 'rate_limited', 'server_error'])('tries again after %s', async (reason) => {
    const attempt = failing(new SuggesterFailure(reason));
    const answer = withRetries(10_000, nobodyLeaves, attempt);
    await jest.advanceTimersByTimeAsync(249);
    expect(attempt).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(await answer).toBe('answer');
    expect(attempt).toHaveBeenCalledTimes(2);
  });

  it.each<FailureReason>(['bad_api_key', 'bad_request', 'refused', 'invalid_json', 'timeout', 'unexpected'])(
    'does not try again after %s',
    async (reason) => {
      const attempt = failing(new SuggesterFailure(reason));
      expect(await reasonOf(withRetries(10_000, nobodyLeaves, attempt))).toBe(reason);
      expect(attempt).toHaveBeenCalledTimes(1);
    },
  );

  it('gives up after the third attempt, with pauses that double', async () => {
    const attempt = failing(...Array.from({ length: 9 }, () => new SuggesterFailure('server_error')));
    const reason = reasonOf(withRetries(10_000, nobodyLeaves, attempt));
    await jest.advanceTimersByTimeAsync(250 + 499);
    expect(attempt).toHaveBeenCalledTimes(2);
    await jest.advanceTimersByTimeAsync(1);
    expect(await reason).toBe('server_error');
    expect(attempt).toHaveBeenCalledTimes(3);
    await jest.advanceTimersByTimeAsync(60_000);
    expect(attempt).toHaveBeenCalledTimes(3);
  });

  it('waits as long as the server asks', async () => {
    const attempt = failing(new SuggesterFailure('rate_limited', { retryAfterMs: 3_000 }));
    const answer = withRetries(10_000, nobodyLeaves, attempt);
    await jest.advanceTimersByTimeAsync(2_999);
    expect(attempt).toHaveBeenCalledTimes(1);
    await jest.advanceTimersByTimeAsync(1);
    expect(await answer).toBe('answer');
  });

  it('does not begin a pause that would outlast the deadline', async () => {
    const attempt = failing(new SuggesterFailure('rate_limited', { retryAfterMs: 10_000 }));
    expect(await reasonOf(withRetries(10_000, nobodyLeaves, attempt))).toBe('rate_limited');
    expect(attempt).toHaveBeenCalledTimes(1);
  });

  it('has one deadline for all attempts, and ends the one under way', async () => {
    let inner = nobodyLeaves;
    const attempt = failing(new SuggesterFailure('server_error', { retryAfterMs: 600 }));
    const reason = reasonOf(
      withRetries(1_000, nobodyLeaves, (signal) => {
        inner = signal;
        return attempt.mock.calls.length > 0 ? untilAborted(signal) : attempt(signal);
      }),
    );
    await jest.advanceTimersByTimeAsync(999);
    expect(inner.aborted).toBe(false);
    await jest.advanceTimersByTimeAsync(1);
    expect(await reason).toBe('timeout');
    expect(inner.aborted).toBe(true);
  });

  it('ends with an attempt that does not listen to the deadline', async () => {
    const reason = reasonOf(withRetries(1_000, nobodyLeaves, () => new Promise(() => undefined)));
    await jest.advanceTimersByTimeAsync(1_000);
    expect(await reason).toBe('timeout');
  });

  it('ends at once when nobody waits any more, in an attempt or in a pause', async () => {
    for (const attempt of [untilAborted, failing(new SuggesterFailure('server_error', { retryAfterMs: 5_000 }))]) {
      const client = new AbortController();
      const reason = reasonOf(withRetries(10_000, client.signal, attempt));
      await jest.advanceTimersByTimeAsync(100);
      client.abort('gone');
      expect(await reason).toBe('gone');
    }
  });

  it('does not begin when nobody waits', async () => {
    const attempt = failing();
    expect(await reasonOf(withRetries(10_000, AbortSignal.abort('gone'), attempt))).toBe('gone');
    expect(attempt).not.toHaveBeenCalled();
  });
});
