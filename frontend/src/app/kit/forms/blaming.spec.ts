import { throwError } from 'rxjs';
import { ProblemError } from '../../api/problem-error';
import { blaming } from './blaming';

describe('a refusal as a whole', () => {
  const whole = problem('category_exists', []);

  it('is one about the field that its code blames, in its own words or in others', () => {
    expect(after(whole, undefined).errors).toEqual([{ field: 'label', code: 'category_exists', message: 'No.' }]);
    expect(after(whole, 'There is one.').field('label')).toBe('There is one.');
  });

  it('stays what it is with another code, and when the API names a field itself', () => {
    const other = problem('last_category', []);
    const named = problem('category_exists', [{ field: 'key', code: 'taken', message: 'Taken.' }]);

    expect(after(other, undefined)).toBe(other);
    expect(after(named, undefined)).toBe(named);
  });

  function after(refusal: ProblemError, words: string | undefined): ProblemError {
    let failure: unknown;
    throwError(() => refusal)
      .pipe(blaming('category_exists', 'label', words))
      .subscribe({ error: (error: unknown) => (failure = error) });
    if (!(failure instanceof ProblemError)) throw new Error('It did not fail');
    return failure;
  }

  function problem(code: string, errors: ProblemError['errors']): ProblemError {
    return new ProblemError('No.', 409, code, null, errors, 'Refused');
  }
});
