import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { provideHttpClient } from '@angular/common/http';
import { ProblemError } from './problem-error';
import { reloadWhenBack } from './reload-when-back';

function problem(status: number): ProblemError {
  return new ProblemError('', status, 'code', null, [], '');
}

describe('what was asked for while the desk was out of reach', () => {
  it.each([
    ['is asked for again', problem(0), 1],
    ['is asked for again after a gateway answered', problem(502), 1],
    ['is asked for again after the database was away', problem(503), 1],
    ['is not when it was refused', problem(404), 0],
    ['is not when the API failed', problem(500), 0],
    ['is not when it came', undefined, 0],
  ])('%s', (_, error, expected) => {
    TestBed.configureTestingModule({ providers: [provideHttpClient()] });
    let reloads = 0;
    const resource = { error: signal(error), reload: () => ((reloads += 1), true) };
    expect(TestBed.runInInjectionContext(() => reloadWhenBack(resource))).toBe(resource);
    window.dispatchEvent(new Event('online'));

    expect(reloads).toBe(expected);
  });
});
