import { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';
import type { FailureReason } from '../../domain/failure-reason.ts';
import { LlmFailure } from '../../domain/suggester-failure.ts';
import { ResponseTooLarge } from './capped-fetch.ts';
import { retryAfterMs } from './retry-after.ts';

/** What an error of the SDK means. Its message and headers go no further: they may repeat the API key. */
export function toLlmFailure(error: unknown): LlmFailure {
  if (error instanceof LlmFailure) return error;
  if (error instanceof ResponseTooLarge) return new LlmFailure('truncated');
  if (error instanceof APIConnectionTimeoutError || error instanceof APIUserAbortError)
    return new LlmFailure('timeout');
  if (error instanceof APIConnectionError) return new LlmFailure('unreachable');
  if (isHttpError(error)) {
    return new LlmFailure(reasonFor(error.status), {
      httpStatus: error.status,
      retryAfterMs: retryAfterMs(error.headers, Date.now()),
    });
  }
  const { name, message } = error as { name?: unknown; message?: unknown };
  if (name === 'SyntaxError') return new LlmFailure('invalid_json');
  // What fetch throws when the connection breaks within the body.
  if (name === 'TypeError' && message === 'terminated') return new LlmFailure('unreachable');
  return LlmFailure.from(error);
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
