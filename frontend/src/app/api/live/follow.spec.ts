import { type HttpResourceRef, httpResource, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { EnvironmentInjector, runInInjectionContext } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { problemInterceptor } from '../../core/problem-interceptor';
import { aProblem } from '../../core/testing/fakes';
import { follow, followEnd } from './follow';
import { Live, type LiveState } from './live';
import { LOOK_MS, PACE_MS } from './told';

const URL = '/api/work';
interface Work {
  readonly ended: boolean;
}

describe('what is followed', () => {
  let http: HttpTestingController;
  let work: HttpResourceRef<Work | undefined>;

  beforeEach(() => {
    jest.useFakeTimers();
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([problemInterceptor])), provideHttpClientTesting()],
    });
    http = TestBed.inject(HttpTestingController);
  });

  afterEach(() => jest.useRealTimers());

  describe('to its end', () => {
    beforeEach(() => read((resource) => followEnd(resource, ['bulk_run.changed'], ({ ended }) => !ended)));

    it.each<[LiveState, number]>([
      ['on', 0],
      ['connecting', 1],
      ['off', 1],
    ])('is looked at now and then while it is under way and the line is %s: %i', async (state, looks) => {
      TestBed.inject(Live).become(state, null);
      await answer({ ended: false });
      for (let turn = 0; turn < 3; turn++) {
        await pass(LOOK_MS);
        expect(await answer({ ended: false })).toBe(looks);
      }
    });

    it('is not looked at any more once it is over', async () => {
      await answer({ ended: true });
      await pass(10 * LOOK_MS);
      expect(await answer({ ended: true })).toBe(0);
    });

    it.each<[number, LiveState]>([
      [500, 'on'],
      [429, 'on'],
      [500, 'off'],
      [429, 'connecting'],
    ])('is looked at again after it failed by %i, also while the line is %s', async (status, state) => {
      TestBed.inject(Live).become(state, null);
      await answer({ ended: false });
      TestBed.inject(Live).hear({ kind: 'bulk_run.changed', id: 'run-1' });
      await pass(PACE_MS);
      await refuse(status);
      await pass(LOOK_MS);
      await refuse(status);
      await pass(LOOK_MS);
      await answer({ ended: true });
      expect(work.value()).toEqual({ ended: true });
    });

    it('is left alone where it is refused for good', async () => {
      await refuse(404);
      await pass(10 * LOOK_MS);
      http.expectNone(URL);
    });
  });

  it('waits no longer than its pace when the clock is set back', async () => {
    await read((resource) => follow(resource, ['bulk_run.changed']));
    await answer({ ended: false });
    TestBed.inject(Live).hear({ kind: 'bulk_run.changed', id: 'run-1' });
    await pass(PACE_MS);
    expect(await answer({ ended: false })).toBe(1);

    jest.setSystemTime(Date.now() - 3_600_000);
    TestBed.inject(Live).hear({ kind: 'bulk_run.changed', id: 'run-1' });
    await pass(PACE_MS);
    expect(await answer({ ended: false })).toBe(1);
  });

  async function read(followed: (resource: HttpResourceRef<Work | undefined>) => HttpResourceRef<Work | undefined>) {
    work = runInInjectionContext(TestBed.inject(EnvironmentInjector), () => followed(httpResource<Work>(() => URL)));
    await pass(0);
  }

  /** Answers what is asked for; how often that was. */
  async function answer(value: Work): Promise<number> {
    const calls = http.match(URL);
    calls.forEach((call) => call.flush(value));
    await pass(0);
    return calls.length;
  }

  async function refuse(status: number): Promise<void> {
    http.expectOne(URL).flush(...aProblem(status, 'no'));
    await pass(0);
  }

  async function pass(ms: number): Promise<void> {
    TestBed.tick();
    await jest.advanceTimersByTimeAsync(ms);
    TestBed.tick();
  }
});
