import type { FailureReason } from './failure-reason.ts';

interface Circumstances {
  readonly httpStatus?: number | null;
  readonly retryAfterMs?: number | null;
  readonly errorName?: string | null;
}

/**
 * A suggester gave no suggestion. Carries nothing that came from a server but the status: messages and headers of an LLM's
 * server may repeat the API key or the ticket's text, and this error is logged.
 */
export class SuggesterFailure extends Error {
  readonly reason: FailureReason;
  /** The HTTP status that the server answered with, if it was that which failed. */
  readonly httpStatus: number | null;
  /** How long the server asks to wait before trying again, in milliseconds. */
  readonly retryAfterMs: number | null;
  /** The class of an error that nobody foresaw. */
  readonly errorName: string | null;

  constructor(reason: FailureReason, { httpStatus = null, retryAfterMs = null, errorName = null }: Circumstances = {}) {
    super(`There is no suggestion: ${reason}`);
    this.reason = reason;
    this.httpStatus = httpStatus;
    this.retryAfterMs = retryAfterMs;
    this.errorName = errorName;
  }

  /** A failure as it is; anything else, of which only the class is kept, becomes `unexpected`. */
  static from(error: unknown): SuggesterFailure {
    if (error instanceof SuggesterFailure) return error;
    const name: unknown = typeof error === 'object' && error !== null && 'name' in error ? error.name : null;
    return new SuggesterFailure('unexpected', { errorName: typeof name === 'string' ? name : typeof error });
  }
}
