import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { problemInterceptor } from '../core/problem-interceptor';
import { Connection } from './connection';

const READY = '/api/health/ready';

describe('the line to the desk', () => {
  let http: HttpTestingController;
  let backs: number;

  beforeEach(() => {
    jest.useFakeTimers();
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([problemInterceptor])), provideHttpClientTesting()],
    });
    http = TestBed.inject(HttpTestingController);
    backs = 0;
    TestBed.inject(Connection).back.subscribe(() => (backs += 1));
  });

  afterEach(() => jest.useRealTimers());

  it.each<[string, () => void]>([
    ['no answer', () => fail(0)],
    ['the page of a gateway', () => fail(502)],
    ['an API without its database', () => fail(503)],
    ['a gateway that waited', () => fail(504)],
  ])('is back with the first answer after %s', (_, breakDown) => {
    breakDown();
    expect(backs).toBe(0);
    call().flush({});
    expect(backs).toBe(1);
    call().flush({});
    expect(backs).toBe(1);
  });

  it('is back with a refusal too', () => {
    fail(0);
    fail(404);

    expect(backs).toBe(1);
  });

  it.each([400, 404, 429, 500])('is not down because of a %d', (status) => {
    fail(status);
    call().flush({});

    expect(backs).toBe(0);
  });

  it('is back when the browser says so', () => {
    fail(0);
    window.dispatchEvent(new Event('online'));

    expect(backs).toBe(1);
  });

  it('is looked for by itself, less and less often', () => {
    fail(0);
    for (const wait of [5_000, 10_000, 20_000, 40_000, 60_000, 60_000]) {
      jest.advanceTimersByTime(wait - 1);
      http.expectNone(READY);
      jest.advanceTimersByTime(1);
      http.expectOne(READY).error(new ProgressEvent('error'));
    }
    jest.advanceTimersByTime(60_000);
    http.expectOne(READY).flush({});

    expect(backs).toBe(1);
    jest.advanceTimersByTime(600_000);
    http.expectNone(READY);
  });

  it('is looked for more seldom when it breaks again at once', () => {
    fail(0);
    jest.advanceTimersByTime(5_000);
    http.expectOne(READY).flush({});
    fail(0);
    jest.advanceTimersByTime(9_999);
    http.expectNone(READY);
    jest.advanceTimersByTime(1);

    http.expectOne(READY);
  });

  function call() {
    TestBed.inject(HttpClient)
      .get('/api/anything')
      .subscribe({ error: () => undefined });
    return http.expectOne('/api/anything');
  }

  function fail(status: number): void {
    if (status === 0) call().error(new ProgressEvent('error'));
    else call().flush('', { status, statusText: 'Failed' });
  }
});
