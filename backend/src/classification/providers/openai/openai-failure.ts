import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';
import type { FailureReason } from '../../domain/failure-reason.ts';
import { SuggesterFailure } from '../../domain/suggester-failure.ts';
import { ResponseTooLarge } from './capped-fetch.ts';
import { retryAfterMs } from './retry-after.ts';

/** What an error of the SDK means. Its message and headers go no further: they may repeat the API key. */
export function toSuggesterFailure(error: unknown): SuggesterFailure {
  if (error instanceof SuggesterFailure) return error;
  if (error instanceof ResponseTooLarge) return new SuggesterFailure('truncated');
  if (error instanceof APIConnectionTimeoutError || error instanceof APIUserAbortError)
    return new SuggesterFailure('timeout');
  if (error instanceof APIConnectionError) return new SuggesterFailure('unreachable');
  if (isHttpError(error)) {
    return new SuggesterFailure(reasonFor(error.status), {
      httpStatus: error.status,
      retryAfterMs: retryAfterMs(error.headers, Date.now()),
    });
  }
  const { name, message } = error as { name?: unknown; message?: unknown };
  if (name === 'SyntaxError') return new SuggesterFailure('invalid_json');
  // What fetch throws when the connection breaks within the body.
  if (name === 'TypeError' && message === 'terminated') return new SuggesterFailure('unreachable');
  return SuggesterFailure.from(error);
}

/** All others of the SDK's errors come from this side of the connection. */
function isHttpError(error: unknown): error is APIError<number, Headers> {
  return error instanceof APIError && typeof error.status === 'number' && error.headers !== undefined;
}

function reasonFor(status: number): FailureReason {
  if (status === 401 || status === 403) return 'bad_api_key';
  if (status === 429) return 'rate_limited';
  // 408 and 409 stand for a request that ran into a limit or a lock of the server.
  return status >= 500 || status === 408 || status === 409 ? 'server_error' : 'bad_request';
}
