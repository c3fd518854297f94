import { ProblemError } from '../../api/problem-error';
import { signInWords } from './sign-in-words';

describe('why signing in did not work', () => {
  it.each([
    [401, 'invalid_credentials', 'Username and password do not belong together. Check both and try again.'],
    [403, 'password_expired', 'This one-time password has expired. Ask an administrator for a new one.'],
    [0, 'no_answer', 'The desk does not answer. Check your connection and try again.'],
    [502, 'api_unreachable', 'The desk does not answer. Check your connection and try again.'],
    [503, 'database_unavailable', 'The desk does not answer. Check your connection and try again.'],
    [500, 'internal_error', 'Words of the API. Request req-1.'],
    [400, 'validation_failed', 'Words of the API. Request req-1.'],
  ])('is told in plain words after %d %s', (status, code, words) => {
    expect(signInWords(problem(status, code), 0)).toBe(words);
  });

  it.each([
    [200, 'Too many attempts. Try again in 4 minutes.'],
    [61, 'Too many attempts. Try again in 2 minutes.'],
    [60, 'Too many attempts. Try again in a minute.'],
    [59, 'Too many attempts. Try again in less than a minute.'],
    [0, 'You can try again now.'],
  ])('counts down after too many attempts: %d seconds left', (seconds, words) => {
    expect(signInWords(problem(429, 'too_many_requests'), seconds)).toBe(words);
  });

  function problem(status: number, code: string): ProblemError {
    return new ProblemError('Words of the API.', status, code, 'req-1', [], 'Title');
  }
});
