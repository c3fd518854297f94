import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, type TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { type Type } from '@angular/core';
import { type ComponentFixture, TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { jest } from '@jest/globals';
import { aTicket } from '../testing/tickets';
import { REST_MS, SimilarToText } from './similar-to-text';
import { LEAFING_MS, SimilarToTicket } from './similar-to-ticket';

let http: HttpTestingController;
beforeEach(() => {
  jest.useFakeTimers();
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
  });
  http = TestBed.inject(HttpTestingController);
});
afterEach(() => {
  http.verify();
  jest.useRealTimers();
});

function show<T>(component: Type<T>, inputs: Record<string, unknown>): ComponentFixture<T> {
  const fixture = TestBed.createComponent(component);
  set(fixture, inputs);
  return fixture;
}

function set(fixture: ComponentFixture<unknown>, inputs: Record<string, unknown>): void {
  for (const [name, value] of Object.entries(inputs)) fixture.componentRef.setInput(name, value);
  fixture.detectChanges();
}

function pass(fixture: ComponentFixture<unknown>, ms: number): void {
  jest.advanceTimersByTime(ms);
  fixture.detectChanges();
}

function answer(fixture: ComponentFixture<unknown>, call: TestRequest, ids: readonly number[]): void {
  const results = ids.map((id) => ({ ...aTicket(id, { status: 'resolved' }), similarity: 0.4 }));
  call.flush({ results });
  fixture.detectChanges();
}

const asked = (url: string) => http.expectOne((request) => request.url === url);
const links = (fixture: ComponentFixture<unknown>) =>
  [...(fixture.nativeElement as HTMLElement).querySelectorAll('a')].map((link) => link.getAttribute('href'));
const words = (fixture: ComponentFixture<unknown>) => (fixture.nativeElement as HTMLElement).textContent.trim();

/** What no test here is about. */
const ignoreCategories = () => http.match('/api/categories');

describe('tickets like the one that is open', () => {
  const open = () => show(SimilarToTicket, { ticket: 7, headingLevel: 3 });

  it('are asked for when the person stays with it, and lead to it in place', () => {
    const fixture = open();
    http.expectNone(() => true);
    pass(fixture, LEAFING_MS);
    answer(fixture, asked('/api/tickets/7/similar'), [5, 6]);
    ignoreCategories();

    expect(links(fixture)).toEqual(['/tickets/5', '/tickets/6']);
    expect((fixture.nativeElement as HTMLElement).querySelector('a')!.target).toBe('');
    expect(words(fixture)).toContain('Similar tickets');
    expect(words(fixture)).toContain('Resolved');
  });

  it('go at once with the ticket, and so does the question', () => {
    const fixture = open();
    pass(fixture, LEAFING_MS);
    answer(fixture, asked('/api/tickets/7/similar'), [5]);
    ignoreCategories();
    set(fixture, { ticket: 8 });
    expect(links(fixture)).toEqual([]);
    pass(fixture, LEAFING_MS);
    const overtaken = asked('/api/tickets/8/similar');
    set(fixture, { ticket: 9 });

    expect(overtaken.cancelled).toBe(true);
  });

  it('are nothing where nothing is similar, or nobody could say', () => {
    const fixture = open();
    pass(fixture, LEAFING_MS);
    answer(fixture, asked('/api/tickets/7/similar'), []);
    expect(words(fixture)).toBe('');

    set(fixture, { ticket: 8 });
    pass(fixture, LEAFING_MS);
    asked('/api/tickets/8/similar').error(new ProgressEvent('error'));
    fixture.detectChanges();
    expect(words(fixture)).toBe('');

    set(fixture, { ticket: 9 });
    pass(fixture, LEAFING_MS);
    answer(fixture, asked('/api/tickets/9/similar'), [5]);
    ignoreCategories();
    expect(links(fixture)).toEqual(['/tickets/5']);
  });
});

describe('what a ticket looks like while it is written', () => {
  const text = { title: 'Webhooks late', description: 'Since 07:30 they come late.' };

  it('is asked for when the text rests, and said', () => {
    const fixture = show(SimilarToText, { text: null });
    set(fixture, { text });
    pass(fixture, REST_MS - 1);
    set(fixture, { text: { ...text, description: 'Since 07:30 they come 20 minutes late.' } });
    pass(fixture, REST_MS - 1);
    http.expectNone(() => true);
    pass(fixture, 1);
    const call = asked('/api/tickets/similar');
    expect(call.request.body).toEqual({
      title: 'Webhooks late',
      description: 'Since 07:30 they come 20 minutes late.',
    });
    answer(fixture, call, [4655, 4402]);
    ignoreCategories();

    expect(words(fixture)).toContain('Looks like #4655 (resolved)');
    expect(links(fixture)).toEqual(['/tickets/4655', '/tickets/4402']);
  });

  it('opens beside what is written, which stays', () => {
    const fixture = show(SimilarToText, { text });
    pass(fixture, REST_MS);
    answer(fixture, asked('/api/tickets/similar'), [4655]);
    ignoreCategories();

    expect((fixture.nativeElement as HTMLElement).querySelector('a')!.target).toBe('_blank');
  });

  it('stays while the text goes on, and goes with it', () => {
    const fixture = show(SimilarToText, { text });
    pass(fixture, REST_MS);
    answer(fixture, asked('/api/tickets/similar'), [4655]);
    ignoreCategories();
    set(fixture, { text: { ...text, title: 'Webhooks very late' } });
    expect(links(fixture)).toEqual(['/tickets/4655']);
    pass(fixture, REST_MS);
    const overtaken = asked('/api/tickets/similar');
    set(fixture, { text: null });

    expect(overtaken.cancelled).toBe(true);
    expect(words(fixture)).toBe('');
  });

  it('is silent when it fails', () => {
    const fixture = show(SimilarToText, { text });
    pass(fixture, REST_MS);
    asked('/api/tickets/similar').flush({ code: 'too_many_requests' }, { status: 429, statusText: '' });
    fixture.detectChanges();

    expect(words(fixture)).toBe('');
  });
});
