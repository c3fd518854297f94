import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, type TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { problemInterceptor } from '../../core/problem-interceptor';
import { TicketConversation } from '../conversation/ticket-conversation';
import { LEAFING_MS } from '../similar/similar-to-ticket';
import { created } from '../testing/events';
import { eventEntry } from '../testing/messages';
import { readConversationAhead } from './conversation-ahead';
import { SURROUNDINGS } from './surroundings';

/** A list of tickets, the last of which has nothing after it. */
const LIST = [6, 7, 8, 9];

let http: HttpTestingController;
let conversation: TicketConversation;
const open = signal(0);
beforeEach(() => {
  jest.useFakeTimers();
  const neighbour = (id: number | undefined, step: number) => LIST[LIST.indexOf(id ?? 0) + step];
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([problemInterceptor])),
      provideHttpClientTesting(),
      TicketConversation,
      { provide: SURROUNDINGS, useValue: { neighbour } },
    ],
  });
  http = TestBed.inject(HttpTestingController);
  conversation = TestBed.inject(TicketConversation);
  open.set(8);
  TestBed.runInInjectionContext(() => readConversationAhead(open));
});
afterEach(() => jest.useRealTimers());

const rest = () => {
  TestBed.tick();
  jest.advanceTimersByTime(LEAFING_MS);
};
const asked = (id: number): TestRequest => http.expectOne(({ url }) => url === `/api/tickets/${id}/timeline`);
const answer = (id: number) => asked(id).flush({ results: [eventEntry(created('billing', null))], next_cursor: null });

describe('the conversation of the ticket that comes next', () => {
  it('is read when somebody rests, and shows at once when that is opened', () => {
    TestBed.tick();
    http.expectNone(() => true);
    rest();
    answer(9);
    http.expectNone(() => true);

    conversation.open(9);
    expect(conversation.events()).toHaveLength(1);
    // It may have gone on since.
    asked(9);
  });

  it('is that of the one before for who goes up the list, and of the next again after turning round', () => {
    rest();
    answer(9);
    open.set(7);
    rest();
    answer(6);
    http.expectNone(() => true);
    open.set(8);
    rest();
    // It is remembered.
    http.expectNone(() => true);
  });

  it('is that of the one before where the list ends', () => {
    open.set(9);
    rest();
    asked(8);
    http.expectNone(() => true);
  });

  it('is not read again for a ticket that was open', () => {
    conversation.open(9);
    answer(9);
    rest();

    http.expectNone(() => true);
    conversation.open(8);
    expect(conversation.events()).toEqual([]);
    asked(8);
    conversation.open(9);
    expect(conversation.events()).toHaveLength(1);
  });

  it('is not asked for while somebody leafs', () => {
    TestBed.tick();
    jest.advanceTimersByTime(LEAFING_MS - 1);
    open.set(9);
    TestBed.tick();
    jest.advanceTimersByTime(LEAFING_MS - 1);
    http.expectNone(() => true);
    jest.advanceTimersByTime(1);
    asked(8);
  });

  it('that could not be read costs nobody anything', () => {
    rest();
    asked(9).error(new ProgressEvent('error'));

    conversation.open(9);
    expect(conversation.problem()).toBeNull();
    expect(conversation.events()).toEqual([]);
    answer(9);
    expect(conversation.events()).toHaveLength(1);
  });
});
