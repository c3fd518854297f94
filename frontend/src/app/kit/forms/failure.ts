import { type ProblemError, problemOf } from '../../api/problem-error';

/** What a banner says when something was not done. */
export interface Failure {
  readonly code: string | null;
  readonly why: string;
  readonly requestId: string | null;
}

/** The failure in the words of the API, without those that stand by a field. */
export function failureOf(error: unknown, shown: readonly string[] = []): Failure | null {
  const problem = problemOf(error);
  if (!problem) return { code: null, why: 'Something unexpected happened.', requestId: null };
  const elsewhere = problem.errors.filter(({ field }) => !shown.includes(field));
  if (problem.errors.length > 0 && elsewhere.length === 0) return null;
  const why = elsewhere.length > 0 ? elsewhere.map(({ message }) => message).join(' ') : wordsOf(problem);
  // What a person can mend needs nobody who reads logs.
  const requestId = problem.status >= 500 ? problem.requestId : null;
  return { code: problem.code, why, requestId };
}

/** Those that say only what to do need the reason before it. */
const NEED_THEIR_TITLE: readonly string[] = ['last_admin', 'last_category'];

function wordsOf({ code, title, message }: ProblemError): string {
  return NEED_THEIR_TITLE.includes(code) ? `${title}. ${message}` : message;
}
