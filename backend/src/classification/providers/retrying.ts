import { DelegateBackoff, TimeoutStrategy, handleWhen, isTaskCancelledError, retry, timeout } from 'cockatiel';
import { isTransient } from '../domain/failure-reason.ts';
import { SuggesterFailure } from '../domain/suggester-failure.ts';

const MAX_RETRIES = 2;
const FIRST_PAUSE_MS = 250;

/**
 * Calls an LLM, and again after failures that may pass, all within one deadline. Pauses double, or last as long as the
 * server asks; a pause that would outlast the deadline is not begun, so the caller learns at once what went wrong.
 *
 * @throws SuggesterFailure of the last attempt, or `timeout`.
 * @throws the signal's reason once it has fired.
 */
export async function withRetries<T>(
  timeoutMs: number,
  signal: AbortSignal,
  attempt: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal.throwIfAborted();
  const deadline = performance.now() + timeoutMs;
  let retries = 0;
  let pauseMs = 0;
  const mayRetry = handleWhen((error) => {
    if (!(error instanceof SuggesterFailure) || !isTransient(error.reason)) return false;
    pauseMs = pauseBefore(++retries, error);
    return performance.now() + pauseMs < deadline;
  });
  const retrying = retry(mayRetry, { maxAttempts: MAX_RETRIES, backoff: new DelegateBackoff(() => pauseMs) });
  try {
    return await timeout(timeoutMs, TimeoutStrategy.Aggressive).execute(
      ({ signal: within }) => retrying.execute(() => attempt(within), within),
      signal,
    );
  } catch (error) {
    signal.throwIfAborted();
    throw isTaskCancelledError(error) ? new SuggesterFailure('timeout') : error;
  }
}

/** Replicas that failed together should not come back together: up to a quarter of a pause is left to chance. */
function pauseBefore(retryNumber: number, { retryAfterMs }: SuggesterFailure): number {
  return retryAfterMs ?? FIRST_PAUSE_MS * 2 ** (retryNumber - 1) * (1 - Math.random() / 4);
}
