import type { ProblemError } from '../../api/problem-error';
import { waitInWords } from '../../api/problem-words';

/**
 * Why signing in did not work, in plain words. `secondsLeft` is how long nobody may try again after too many
 * attempts. Null for the problem means that no answer came.
 */
export function signInWords(problem: ProblemError | null, secondsLeft: number): string {
  switch (problem?.code) {
    case 'invalid_credentials':
      return 'Username and password do not belong together. Check both and try again.';
    case 'password_expired':
      return 'This one-time password has expired. Ask an administrator for a new one.';
    case 'too_many_requests':
      return secondsLeft > 0 ? `Too many attempts. Try again ${waitInWords(secondsLeft)}.` : 'You can try again now.';
  }
  if (!problem || problem.status === 0 || problem.status >= 502) {
    return 'The desk does not answer. Check your connection and try again.';
  }
  return problem.requestId ? `${problem.message} Request ${problem.requestId}.` : problem.message;
}
