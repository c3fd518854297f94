import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import type { Ticket } from './model';
import { type TicketChange, TicketChanges } from './ticket-changes';
import { TicketsApi } from './tickets-api';

const ticket = { id: 7, version: 2 } as Ticket;

describe('the tickets of the API', () => {
  let api: TicketsApi;
  let http: HttpTestingController;
  let heard: TicketChange[];

  beforeEach(() => {
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    api = TestBed.inject(TicketsApi);
    http = TestBed.inject(HttpTestingController);
    heard = [];
    TestBed.inject(TicketChanges).stream.subscribe((change) => heard.push(change));
  });

  it('are asked for with the filters that say something', () => {
    api.fetchPage({ status: ['open', 'in_progress'], priority: [], search: '', cursor: 'c1' }).subscribe();

    http.expectOne('/api/tickets?status=open&status=in_progress&cursor=c1');
  });

  it('are reported once created', () => {
    api.create({ title: 'A', description: 'B', category: 'general', priority: 'low' }, 'k1').subscribe();
    expect(heard).toEqual([]);
    const call = http.expectOne({ method: 'POST', url: '/api/tickets' });
    expect(call.request.headers.get('Idempotency-Key')).toBe('k1');
    call.flush(ticket);

    expect(heard).toEqual([{ kind: 'created', ticket }]);
  });

  it('are changed against the version that was seen, and reported', () => {
    api.update(7, { status: 'resolved' }, 1).subscribe();
    const call = http.expectOne({ method: 'PATCH', url: '/api/tickets/7' });
    expect(call.request.headers.get('If-Match')).toBe('"1"');
    call.flush(ticket);

    expect(heard).toEqual([{ kind: 'changed', ticket }]);
  });

  it('are not reported when the server refused', () => {
    api.update(7, { status: 'resolved' }).subscribe({ error: () => 0 });
    const call = http.expectOne('/api/tickets/7');
    expect(call.request.headers.has('If-Match')).toBe(false);
    call.flush(null, { status: 412, statusText: 'Precondition Failed' });

    expect(heard).toEqual([]);
  });
});
