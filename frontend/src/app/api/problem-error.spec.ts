import { HttpErrorResponse } from '@angular/common/http';
import { ProblemError, readableProblem } from './problem-error';

describe('a failure of a call', () => {
  it.each([0, 408, 429, 500, 502, 503, 504, 507, 401, 412, 425])(
    'with %i may pass when it is tried again',
    (status) => {
      expect(failed(status).mayPass).toBe(true);
    },
  );

  it.each([400, 402, 403, 404, 405, 409, 410, 413, 414, 415, 422, 431, 451])('with %i stays refused', (status) => {
    expect(failed(status).mayPass).toBe(false);
    expect(readableProblem(failed(status))).toMatchObject({ message: 'Not so.', mayPass: false });
  });

  it('of a kind that nobody foresaw is told in words too, and may pass', () => {
    expect(readableProblem(new Error('x'))).toEqual({
      message: 'Something unexpected happened.',
      requestId: null,
      mayPass: true,
    });
    expect(readableProblem(undefined)).toBeUndefined();
  });

  function failed(status: number): ProblemError {
    const error = status === 0 ? new ProgressEvent('error') : { title: 'No', detail: 'Not so.', code: 'no', status };
    return ProblemError.from(new HttpErrorResponse({ status, error }));
  }
});
