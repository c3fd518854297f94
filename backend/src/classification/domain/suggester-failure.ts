import type { FailureReason } from './failure-reason.ts';

interface Circumstances {
  readonly httpStatus?: number | null;
  readonly retryAfterMs?: number | null;
  readonly errorName?: string | null;
  readonly serverWords?: string | null;
  readonly llmCalls?: readonly string[];
}

/**
 * A suggester gave no suggestion. Messages and headers of an LLM's server may repeat the API key or the ticket's text, and
 * this error is logged: so it carries the status, and words only once they are fit to be shown, and out of sight of logs.
 */
export class SuggesterFailure extends Error {
  readonly reason: FailureReason;
  /** The HTTP status that the server answered with, if it was that which failed. */
  readonly httpStatus: number | null;
  /** How long the server asks to wait before trying again, in milliseconds. */
  readonly retryAfterMs: number | null;
  /** The class of an error that nobody foresaw. */
  readonly errorName: string | null;
  /** The calls of an LLM that were made all the same, by their ids in the ledger. */
  readonly llmCalls: readonly string[];
  readonly #serverWords: string | null;

  constructor(reason: FailureReason, circumstances: Circumstances = {}) {
    const { httpStatus = null, retryAfterMs = null, errorName = null, serverWords = null } = circumstances;
    const { llmCalls = [] } = circumstances;
    super(`There is no suggestion: ${reason}`);
    this.reason = reason;
    this.httpStatus = httpStatus;
    this.retryAfterMs = retryAfterMs;
    this.errorName = errorName;
    this.llmCalls = llmCalls;
    this.#serverWords = serverWords;
  }

  /** What the server said, as `serverWords` of the domain leaves it; for admins who try the LLM out, not for logs. */
  get serverWords(): string | null {
    return this.#serverWords;
  }

  /** The same failure, after these calls. */
  after(llmCalls: readonly string[]): SuggesterFailure {
    const { reason, httpStatus, retryAfterMs, errorName, serverWords } = this;
    return new SuggesterFailure(reason, { httpStatus, retryAfterMs, errorName, serverWords, llmCalls });
  }

  /** A failure as it is; anything else, of which only the class is kept, becomes `unexpected`. */
  static from(error: unknown): SuggesterFailure {
    if (error instanceof SuggesterFailure) return error;
    const name: unknown = typeof error === 'object' && error !== null && 'name' in error ? error.name : null;
    return new SuggesterFailure('unexpected', { errorName: typeof name === 'string' ? name : typeof error });
  }
}
