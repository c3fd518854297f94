import { type Observable, of, throwError } from 'rxjs';
import { ProblemError } from '../../api/problem-error';
import { type Settlement, saveOver, standing } from './overtaken';

interface Thing {
  readonly version: number;
}

describe('a value that someone else may have changed meanwhile', () => {
  it.each([
    ['agreed', 'closed', 'open', 'closed'],
    ['agreed', 'open', 'open', 'open'],
    ['mine', 'closed', 'open', 'open'],
    ['theirs', 'open', 'open', 'closed'],
    ['conflict', 'resolved', 'open', 'closed'],
  ])('stands %s: wanted %s, was %s, is %s', (stands, mine, before, now) => {
    expect(standing(mine, before, now)).toBe(stands);
  });
});

describe('a change that is overtaken', () => {
  const stale = new ProblemError('Someone was faster.', 412, 'stale_version', null, [], 'Stale');
  let seen: number[];

  beforeEach(() => (seen = []));

  it('is saved over theirs when that was settled', () => {
    expect(outcome(1, 'save')).toEqual({ version: 3, seen: [1, 2] });
  });

  it('needs no saving when theirs is what was wanted', () => {
    expect(outcome(1, 'done')).toEqual({ version: 2, seen: [1] });
  });

  it('is left without an answer', () => {
    expect(outcome(1, 'leave')).toEqual({ seen: [1] });
  });

  it('is given up after five tries', () => {
    expect(outcome(9, 'save')).toEqual({ failure: stale, seen: [1, 2, 3, 4, 5] });
  });

  it('fails at once for any other reason', () => {
    const other = new ProblemError('No.', 403, 'forbidden', null, [], 'No');

    expect(outcome(1, 'save', other)).toEqual({ failure: other, seen: [1] });
  });

  /** What comes of a change of version 1 while `faster` others save one after the other. */
  function outcome(faster: number, settlement: Settlement, refusal = stale): object {
    let version = 1;
    const save = (thing: Thing): Observable<Thing> => {
      seen.push(thing.version);
      if (seen.length > faster) return of({ version: thing.version + 1 });
      version += 1;
      return throwError(() => refusal);
    };
    const result: { version?: number; failure?: unknown } = {};
    const fetch = () => of({ version });
    saveOver<Thing>({ version: 1 }, { save, fetch, settle: () => of(settlement) }).subscribe({
      next: (thing) => (result.version = thing.version),
      error: (error: unknown) => (result.failure = error),
    });
    return { ...result, seen };
  }
});
