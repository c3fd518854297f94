import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { firstValueFrom } from 'rxjs';
import { answerWithin } from '../api/answer-within';
import { ProblemError } from '../api/problem-error';
import { problemInterceptor } from './problem-interceptor';

describe('a failed call', () => {
  let http: HttpTestingController;

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([problemInterceptor])), provideHttpClientTesting()],
    });
    http = TestBed.inject(HttpTestingController);
  });

  it('carries what the API says about it, field by field', async () => {
    const failure = await fail((call) =>
      call.flush(
        {
          title: 'The request is not valid',
          detail: 'Give the ticket a title.',
          status: 400,
          code: 'validation_failed',
          request_id: 'req-1',
          errors: [{ field: 'title', code: 'required', message: 'Give the ticket a title.' }],
        },
        { status: 400, statusText: 'Bad Request' },
      ),
    );

    expect(failure).toMatchObject({ status: 400, code: 'validation_failed', requestId: 'req-1' });
    expect(failure.message).toBe('Give the ticket a title.');
    expect(failure.field('title')).toBe('Give the ticket a title.');
    expect(failure.field('category')).toBeNull();
  });

  it('says so when nobody answered', async () => {
    const failure = await fail((call) => call.error(new ProgressEvent('error')));

    expect(failure).toMatchObject({ status: 0, code: 'no_answer', requestId: null });
    expect(failure.message).toBe('The server did not answer.');
  });

  it('takes a page of a gateway for no answer of the desk, and keeps its request id', async () => {
    const failure = await fail((call) =>
      call.flush('<h1>Bad gateway</h1>', {
        status: 502,
        statusText: 'Bad Gateway',
        headers: { 'X-Request-Id': 'edge-7' },
      }),
    );

    expect(failure).toMatchObject({ status: 502, code: 'unreadable_answer', requestId: 'edge-7' });
    expect(failure.message).toBe('The server did not answer.');
  });

  it('tells how long to wait after too many of them, in words and as a number', async () => {
    const failure = await fail((call) =>
      call.flush(
        { title: 'Too many requests', detail: 'Slow down.', status: 429, code: 'too_many_requests', request_id: 'r' },
        { status: 429, statusText: 'Too Many Requests', headers: { 'Retry-After': '120' } },
      ),
    );

    expect(failure.retryAfterSeconds).toBe(120);
    expect(failure.message).toBe('That was too much at once. Try again in 2 minutes.');
  });

  it('is one that takes longer than it may', async () => {
    jest.useFakeTimers();
    const context = answerWithin(30_000);
    const answer = firstValueFrom(TestBed.inject(HttpClient).get('/api/tickets', { context })).catch(
      (error: unknown) => error,
    );
    const call = http.expectOne('/api/tickets');
    jest.advanceTimersByTime(29_999);
    expect(call.cancelled).toBe(false);
    jest.advanceTimersByTime(1);
    jest.useRealTimers();

    expect(await answer).toMatchObject({ code: 'no_answer', status: 0 });
    expect(call.cancelled).toBe(true);
  });

  async function fail(how: (call: ReturnType<HttpTestingController['expectOne']>) => void): Promise<ProblemError> {
    const answer = firstValueFrom(TestBed.inject(HttpClient).get('/api/tickets')).catch((error: unknown) => error);
    how(http.expectOne('/api/tickets'));
    const error = await answer;
    if (!(error instanceof ProblemError)) throw new Error('It did not fail with a ProblemError', { cause: error });
    return error;
  }
});
