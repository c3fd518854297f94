import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import type { Ticket } from '../model';
import { TicketStore } from '../ticket-store';
import { Live } from './live';
import type { LiveTicket } from './live-event';
import { EVERY_MS, GATHER_MS, LiveTickets } from './live-tickets';

const ticket = (id: number, version = 1) => ({ id, version }) as Ticket;

function changed(id: number, version: number, more: Partial<LiveTicket> = {}): LiveTicket {
  return { kind: 'ticket.changed', id, version, fields: ['status'], by: { id: 2, name: 'Ada' }, at: '', ...more };
}

describe('tickets that others change', () => {
  let http: HttpTestingController;
  let store: TicketStore;
  let tickets: LiveTickets;
  let told: string[];

  beforeEach(() => {
    jest.useFakeTimers();
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    http = TestBed.inject(HttpTestingController);
    store = TestBed.inject(TicketStore);
    tickets = TestBed.inject(LiveTickets);
    told = [];
    TestBed.inject(Live).changes.subscribe((changes) => {
      for (const { id, kind, fields } of changes) told.push(`${kind} ${id} ${fields.join('+')}`);
    });
    store.tell({ kind: 'read', ticket: ticket(7) }, { kind: 'read', ticket: ticket(8) });
    TestBed.runInInjectionContext(() => store.watch(() => [7, 8]));
    TestBed.tick();
  });

  afterEach(() => {
    look('visible');
    jest.useRealTimers();
  });

  it('are read again together when they are watched, and told of once they are known', () => {
    tickets.hear(changed(7, 2));
    tickets.hear(changed(7, 3, { fields: ['priority'] }));
    tickets.hear(changed(8, 2));
    tickets.hear(changed(9, 2));
    jest.advanceTimersByTime(GATHER_MS);
    expect(told).toEqual([]);
    answer('7,8', [ticket(7, 3), ticket(8, 2)]);

    expect(told).toEqual(['ticket.changed 7 status+priority', 'ticket.changed 8 status', 'ticket.changed 9 status']);
    expect([store.get(7)?.version, store.get(8)?.version]).toEqual([3, 2]);
  });

  it('are of who did something, not of the desk that sends a mail or suggests behind it', () => {
    const ruth = { by: null, contact: { id: 12, name: 'Ruth Adler' } };
    const desk = { by: null, contact: null };
    const heard: LiveTicket[] = [];
    TestBed.inject(Live).changes.subscribe((changes) => heard.push(...changes));
    tickets.hear(changed(9, 2, { ...ruth, fields: ['status'] }));
    tickets.hear(changed(9, 3, { ...desk, fields: ['messages'] }));
    tickets.hear(changed(10, 2, { ...ruth, fields: ['messages'] }));
    tickets.hear(changed(10, 3, { ...desk, fields: ['category'] }));
    jest.advanceTimersByTime(GATHER_MS);
    expect(heard).toMatchObject([
      { id: 9, version: 3, ...ruth, fields: ['status', 'messages'] },
      { id: 10, version: 3, ...desk, fields: ['messages', 'category'] },
    ]);
  });

  it('are no news when this browser wrote it itself', () => {
    store.tell({ kind: 'written', ticket: ticket(7, 2) });
    tickets.hear(changed(7, 2));
    jest.advanceTimersByTime(GATHER_MS);

    http.expectNone(() => true);
    expect(told).toEqual([]);
  });

  it('are read at most once in a second, however many changes there are', () => {
    tickets.hear(changed(7, 2));
    jest.advanceTimersByTime(GATHER_MS);
    answer('7', [ticket(7, 2)]);
    for (let version = 3; version < 40; version++) tickets.hear(changed(7, version));
    jest.advanceTimersByTime(EVERY_MS - 1);
    http.expectNone(() => true);
    jest.advanceTimersByTime(1);

    answer('7', [ticket(7, 39)]);
    expect(told).toHaveLength(2);
  });

  it('are gone when they were deleted, or cannot be found any more', () => {
    tickets.hear(changed(7, 1, { kind: 'ticket.deleted', fields: [] }));
    tickets.hear(changed(8, 2));
    jest.advanceTimersByTime(GATHER_MS);
    answer('8', []);

    expect(told).toEqual(['ticket.deleted 7 ', 'ticket.deleted 8 status']);
    expect([store.isGone(7), store.isGone(8)]).toEqual([true, true]);
  });

  it('wait while nobody looks', () => {
    look('hidden');
    tickets.hear(changed(7, 2));
    jest.advanceTimersByTime(10 * EVERY_MS);
    http.expectNone(() => true);
    look('visible');
    jest.advanceTimersByTime(GATHER_MS);

    answer('7', [ticket(7, 2)]);
    expect(told).toHaveLength(1);
  });

  it('are told of all the same when they cannot be read', () => {
    tickets.hear(changed(7, 2));
    jest.advanceTimersByTime(GATHER_MS);
    http.expectOne(() => true).flush('', { status: 503, statusText: 'Away' });

    expect(told).toEqual(['ticket.changed 7 status']);
    expect(store.get(7)?.version).toBe(1);
  });

  function answer(ids: string, results: readonly Ticket[]): void {
    const call = http.expectOne(({ url }) => url === '/api/tickets');
    expect(call.request.params.getAll('id')?.join(',')).toBe(ids);
    call.flush({ results, next_cursor: null });
  }

  function look(state: DocumentVisibilityState): void {
    jest.spyOn(document, 'visibilityState', 'get').mockReturnValue(state);
    document.dispatchEvent(new Event('visibilitychange'));
  }
});
