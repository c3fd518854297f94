import { type MonoTypeOperatorFunction, catchError, throwError } from 'rxjs';
import { ProblemError, problemOf } from '../../api/problem-error';

/** What a refusal says of one field becomes about another, which the person filled in. */
export function aboutField<T>(theirs: string, field: string): MonoTypeOperatorFunction<T> {
  return catchError((error: unknown) => {
    const problem = problemOf(error);
    if (!problem?.errors.some((one) => one.field === theirs)) return throwError(() => error);
    const { message, status, code, requestId, title } = problem;
    const errors = problem.errors.map((one) => (one.field === theirs ? { ...one, field } : one));
    return throwError(() => new ProblemError(message, status, code, requestId, errors, title, error));
  });
}

/** A refusal with this code, which the API gives as a whole, becomes one about a field. */
export function blaming<T>(code: string, field: string, words?: string): MonoTypeOperatorFunction<T> {
  return catchError((error: unknown) => {
    const problem = problemOf(error);
    if (problem?.code !== code || problem.errors.length > 0) return throwError(() => error);
    const { message, status, requestId, title } = problem;
    const errors = [{ field, code, message: words ?? message }];
    return throwError(() => new ProblemError(message, status, code, requestId, errors, title, error));
  });
}
