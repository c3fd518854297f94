import { type ProblemError, problemOf } from '../../api/problem-error';

/** What a banner says when something was not done. */
export interface Failure {
  readonly why: string;
  readonly requestId: string | null;
  /** Trying again as it is may help. */
  readonly mayPass: boolean;
}

/** The failure in the words of the API; `elsewhere` are its sentences about fields that are not on the screen. */
export function failureOf(error: unknown, elsewhere: readonly string[] = []): Failure {
  const problem = problemOf(error);
  if (!problem) return { why: 'Something unexpected happened.', requestId: null, mayPass: true };
  // What a person can mend needs nobody who reads logs.
  const requestId = problem.status >= 500 ? problem.requestId : null;
  return { why: elsewhere.join(' ') || wordsOf(problem), requestId, mayPass: problem.mayPass };
}

/** Those that say only what to do need the reason before it. */
const NEED_THEIR_TITLE: readonly string[] = ['last_admin', 'last_category'];

function wordsOf({ code, title, message }: ProblemError): string {
  return NEED_THEIR_TITLE.includes(code) ? `${title}. ${message}` : message;
}
