import {
  type HttpErrorResponse,
  type HttpInterceptorFn,
  provideHttpClient,
  withInterceptors,
} from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { catchError, throwError } from 'rxjs';
import type { Ticket } from './model';
import { ProblemError } from './problem-error';
import { type TicketNews, TicketStore } from './ticket-store';
import { TicketsApi } from './tickets-api';

const ticket = { id: 7, version: 2 } as Ticket;
/** As the app does it. */
const asProblem: HttpInterceptorFn = (request, next) =>
  next(request).pipe(catchError((failure: HttpErrorResponse) => throwError(() => ProblemError.from(failure))));

describe('the tickets of the API', () => {
  let api: TicketsApi;
  let http: HttpTestingController;
  let heard: TicketNews[];

  beforeEach(() => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(withInterceptors([asProblem])), provideHttpClientTesting()],
    });
    api = TestBed.inject(TicketsApi);
    http = TestBed.inject(HttpTestingController);
    heard = [];
    TestBed.inject(TicketStore).news.subscribe((news) => heard.push(news));
  });

  it('are asked for with the filters that say something', () => {
    api.pages.fetchPage({ status: ['open', 'in_progress'], priority: [], search: '', cursor: 'c1' }).subscribe();

    http.expectOne('/api/tickets?status=open&status=in_progress&cursor=c1');
  });

  it('are reported once created', () => {
    api.create({ title: 'A', description: 'B', category: 'general', priority: 'low' }, 'k1').subscribe();
    expect(heard).toEqual([]);
    const call = http.expectOne({ method: 'POST', url: '/api/tickets' });
    expect(call.request.headers.get('Idempotency-Key')).toBe('k1');
    call.flush(ticket);

    expect(heard).toEqual([{ kind: 'written', ticket }]);
  });

  it('are changed against the version that was seen, and reported', () => {
    api.update(7, { status: 'resolved' }, 1).subscribe();
    const call = http.expectOne({ method: 'PATCH', url: '/api/tickets/7' });
    expect(call.request.headers.get('If-Match')).toBe('"1"');
    call.flush(ticket);

    expect(heard).toEqual([{ kind: 'written', ticket }]);
  });

  it('are told as gone when they cannot be found', () => {
    api.update(7, { status: 'resolved' }).subscribe({ error: () => 0 });
    http
      .expectOne('/api/tickets/7')
      .flush({ code: 'ticket_not_found', title: 'No such ticket' }, { status: 404, statusText: 'Not Found' });
    expect(heard).toEqual([{ kind: 'gone', id: 7 }]);
  });

  it('are news when a read shows what somebody else wrote, and not before', () => {
    api.pages.fetchPage({}).subscribe();
    http.expectOne('/api/tickets').flush({ results: [ticket], next_cursor: null });
    expect(heard).toEqual([]);
    api.fetch(7).subscribe();
    http.expectOne('/api/tickets/7').flush({ ...ticket, version: 3 });

    expect(heard).toEqual([{ kind: 'read', ticket: { ...ticket, version: 3 } }]);
  });

  it('are not reported when the server refused', () => {
    api.update(7, { status: 'resolved' }).subscribe({ error: () => 0 });
    const call = http.expectOne('/api/tickets/7');
    expect(call.request.headers.has('If-Match')).toBe(false);
    call.flush(null, { status: 412, statusText: 'Precondition Failed' });

    expect(heard).toEqual([]);
  });
});
