import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { aPage, aTicket } from '../testing/tickets';
import { GATHER_MS, type SearchAnswer, SearchAnswers } from './search-answers';

const REFUND = { search: 'refund', status: ['open'] } as const;

describe('what a search finds among tickets that changed', () => {
  let search: SearchAnswers;
  let http: HttpTestingController;
  let heard: SearchAnswer[];

  beforeEach(() => {
    jest.useFakeTimers();
    TestBed.configureTestingModule({ providers: [SearchAnswers, provideHttpClient(), provideHttpClientTesting()] });
    search = TestBed.inject(SearchAnswers);
    http = TestBed.inject(HttpTestingController);
    heard = [];
    search.answers.subscribe((answer) => heard.push(answer));
  });

  afterEach(() => {
    http.verify();
    jest.useRealTimers();
  });

  it('is asked for once, for all that changed shortly after each other', () => {
    search.ask(7, REFUND);
    search.ask(9, REFUND);
    search.ask(7, REFUND);
    http.expectNone(() => true);
    const call = asked();
    expect(call.request.url).toBe('/api/tickets');
    expect(call.request.params.toString()).toBe('search=refund&status=open&id=7&id=9&limit=2');
    call.flush(aPage([aTicket(9)]));

    expect(heard).toEqual([{ filter: REFUND, asked: [7, 9], found: [aTicket(9)] }]);
  });

  it('is asked for one question after the other', () => {
    search.ask(7, REFUND);
    const first = asked();
    search.ask(9, REFUND);
    jest.advanceTimersByTime(GATHER_MS);
    http.expectNone(() => true);
    first.flush(aPage([]));

    const second = http.expectOne(() => true);
    expect(second.request.params.getAll('id')).toEqual(['9']);
    second.flush(aPage([]));
    expect(heard).toHaveLength(2);
  });

  it('is asked for a hundred at once, not more', () => {
    for (let id = 1; id <= 130; id++) search.ask(id, REFUND);
    const first = asked();
    expect(first.request.params.getAll('id')).toHaveLength(100);
    first.flush(aPage([]));

    const second = http.expectOne(() => true);
    expect(second.request.params.getAll('id')).toHaveLength(30);
    second.flush(aPage([]));
  });

  it('stays unknown when the question fails, and the next one is asked', () => {
    search.ask(7, REFUND);
    asked().flush(null, { status: 503, statusText: 'Away' });
    expect(heard).toEqual([]);

    search.ask(9, REFUND);
    asked().flush(aPage([aTicket(9)]));
    expect(heard).toHaveLength(1);
  });

  it('is not asked for under a filter of before', () => {
    search.ask(7, REFUND);
    search.ask(9, { search: 'invoice' });
    const call = asked();
    expect(call.request.params.toString()).toBe('search=invoice&id=9&limit=1');
    call.flush(aPage([]));
  });

  function asked() {
    jest.advanceTimersByTime(GATHER_MS);
    return http.expectOne(() => true);
  }
});
