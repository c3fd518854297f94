import type { ProblemCode } from './problem-catalog.ts';

/** What is wrong with one field of the request: a code for programs, a sentence for people. */
export interface FieldError {
  readonly field: string;
  readonly code: string;
  readonly message: string;
}

/** Nobody mends more at a time. */
export const ERRORS_SHOWN = 20;

/** An expected failure. Services throw it, one filter turns it into problem+json. */
export class DomainError extends Error {
  readonly code: ProblemCode;
  readonly errors: readonly FieldError[];

  constructor(code: ProblemCode, detail: string, errors: readonly FieldError[] = []) {
    super(detail);
    this.code = code;
    this.errors = errors;
  }
}

/** Input that breaks a rule; carries one entry for each broken rule, of which an answer shows the first. */
export class ValidationFailed extends DomainError {
  constructor(errors: readonly FieldError[]) {
    const shown = errors.slice(0, ERRORS_SHOWN).map((error) => error.message);
    super('validation_failed', shown.join(' '), errors);
  }
}

/** Nobody waits for the answer any more, so nobody reads this. */
export class ClientWentAway extends DomainError {
  constructor() {
    super('bad_request', 'The client went away before the answer.');
  }
}

/** The caller has to wait. */
export class TooManyRequests extends DomainError {
  readonly retryAfterSeconds: number;

  constructor(detail: string, retryAfterSeconds: number) {
    super('too_many_requests', `${detail} Please try again in ${waitingTime(retryAfterSeconds)}.`);
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

function waitingTime(seconds: number): string {
  if (seconds > 90) return `${String(Math.ceil(seconds / 60))} minutes`;
  return seconds === 1 ? 'a second' : `${String(seconds)} seconds`;
}
