import { HttpErrorResponse } from '@angular/common/http';
import type { FieldError, Problem } from './model';
import { plainWords } from './problem-words';

/** The code of a call that never got an answer. */
export const NO_ANSWER = 'no_answer';
/** The code of an answer that is not a problem document, such as a proxy's own page. */
export const UNREADABLE = 'unreadable_answer';
/** The code of a refusal because an earlier try was saved after all; the next try is a new one. */
export const SAVED_BEFORE = 'saved_before';

/** Signed out, too slow, overtaken, too early, too often. */
const PASSING: readonly number[] = [401, 408, 412, 425, 429];

/**
 * Why a call to the API failed, whatever went wrong: a problem document, no answer at all, or an answer of
 * something between here and the API. `message` is fit for the screen.
 */
export class ProblemError extends Error {
  override readonly name = 'ProblemError';

  constructor(
    /** A sentence for people. */
    message: string,
    /** 0 when there was no answer. */
    readonly status: number,
    /** For programs: the API's code, `no_answer` or `unreadable_answer`. */
    readonly code: string,
    /** What to mention to whoever runs the desk; null when no request reached it. */
    readonly requestId: string | null,
    /** What is wrong with single fields, named as on the wire. */
    readonly errors: readonly FieldError[],
    /** A heading, shorter than the message. */
    readonly title: string,
    cause?: unknown,
  ) {
    super(message, { cause });
  }

  static from(failure: HttpErrorResponse): ProblemError {
    const header = failure.headers.get('X-Request-Id');
    if (isProblem(failure.error)) {
      const { title, detail, code, request_id, errors } = failure.error;
      return new ProblemError(
        plainWords(code, secondsToWait(failure)) ?? detail ?? title,
        failure.status,
        code,
        request_id ?? header,
        errors ?? [],
        title,
        failure,
      );
    }
    const answered = failure.status !== 0 && failure.status < 502;
    const title = answered ? 'The server gave an unexpected answer' : 'The server did not answer';
    const code = failure.status === 0 ? NO_ANSWER : UNREADABLE;
    return new ProblemError(`${title}.`, failure.status, code, header, [], title, failure);
  }

  /** Whether the same call may succeed at another time; what the API refuses for good stays refused. */
  get mayPass(): boolean {
    return this.status < 400 || this.status >= 500 || PASSING.includes(this.status) || this.code === SAVED_BEFORE;
  }

  /** How long to wait before another try; null when the API does not say. */
  get retryAfterSeconds(): number | null {
    return this.cause instanceof HttpErrorResponse ? secondsToWait(this.cause) : null;
  }

  /** Nobody answered, or only something between here and the API, or an API without its database. */
  get outOfReach(): boolean {
    return this.status === 0 || this.status >= 502;
  }

  /** The message for one field, or null. */
  field(name: string): string | null {
    return this.errors.find((error) => error.field === name)?.message ?? null;
  }
}

/** The problem behind an error of a resource or a call, or null when it is something else. */
export function problemOf(error: unknown): ProblemError | null {
  if (error instanceof ProblemError) return error;
  return error instanceof Error && error.cause instanceof ProblemError ? error.cause : null;
}

/** The refusal of a key under which an earlier try was saved, fit for the screen. @param advice a sentence: what to do about it. */
export function savedBefore(problem: ProblemError, advice: string): ProblemError {
  const message = `An earlier try was saved after all. ${advice}`;
  return new ProblemError(message, problem.status, SAVED_BEFORE, problem.requestId, [], 'Saved before', problem);
}

/** Why something did not come, ready to be read. */
export interface ReadableProblem {
  readonly message: string;
  /** What to mention to those who read logs. */
  readonly requestId: string | null;
  /** Asking again may help. */
  readonly mayPass: boolean;
}

/** A failure in words, also when it is none that the API knows; undefined while nothing has failed. */
export function readableProblem(error: unknown): ReadableProblem | undefined {
  return error
    ? (problemOf(error) ?? { message: 'Something unexpected happened.', requestId: null, mayPass: true })
    : undefined;
}

function secondsToWait(failure: HttpErrorResponse): number | null {
  const header = failure.headers.get('Retry-After');
  return header !== null && /^\d+$/.test(header) ? Number(header) : null;
}

function isProblem(body: unknown): body is Partial<Problem> & Pick<Problem, 'code' | 'title'> {
  return typeof body === 'object' && body !== null && 'code' in body && 'title' in body;
}
