import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { ATTENDED_MS } from './attendance';
import { attendanceInterceptor } from './attendance-interceptor';

describe('a call', () => {
  beforeEach(() => {
    jest.useFakeTimers();
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([attendanceInterceptor])), provideHttpClientTesting()],
    });
  });
  afterEach(() => jest.useRealTimers());

  it('is a use of the session when the page has just been opened', () => {
    expect(saidOfACall()).toBeNull();
  });

  it('says that nobody may be there when nobody has done anything with the page for a minute', () => {
    saidOfACall();
    jest.advanceTimersByTime(ATTENDED_MS - 1);
    expect(saidOfACall()).toBeNull();
    jest.advanceTimersByTime(1);
    expect(saidOfACall()).toBe('1');
  });

  it.each(['click', 'input', 'keydown', 'pointerdown', 'wheel'])(
    'is a use again as soon as somebody is there: %s',
    (deed) => {
      saidOfACall();
      jest.advanceTimersByTime(10 * ATTENDED_MS);
      const button = document.body.appendChild(document.createElement('button'));
      // Whatever becomes of it on the page.
      button.addEventListener(deed, (event) => event.stopPropagation());
      button.dispatchEvent(new Event(deed, { bubbles: true }));
      button.remove();
      expect(saidOfACall()).toBeNull();
    },
  );

  function saidOfACall(): string | null {
    TestBed.inject(HttpClient).get('/api/tickets').subscribe();
    const call = TestBed.inject(HttpTestingController).expectOne('/api/tickets');
    call.flush(null);
    return call.request.headers.get('Desk-Unattended');
  }
});
