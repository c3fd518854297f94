import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { Notifications } from '../../core/notifications';
import { Undo } from '../../core/undo';
import type { Ticket } from '../../api/model';
import { aTicket, tickets } from '../testing/tickets';
import { type Deed, TAKE_BACK_MS, TriageDecisions } from './triage-decisions';

describe('what is undone in triage', () => {
  let http: HttpTestingController;
  let said: string[];
  let back: number[];

  beforeEach(() => {
    jest.useFakeTimers();
    TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
    http = TestBed.inject(HttpTestingController);
    said = [];
    back = [];
    jest.spyOn(Notifications.prototype, 'show').mockImplementation((text) => void said.push(text));
  });

  afterEach(() => {
    jest.restoreAllMocks();
    jest.useRealTimers();
  });

  it('comes back after another that could not', () => {
    does(2, { update: null });
    does(3, {
      ...{ update: null },
      undone: () => {
        throw new Error('The page cannot show it');
      },
    });
    undo();
    undo();

    expect(said).toEqual(['#3 could not be put back.', 'Undone. #2 is not skipped']);
    expect(back).toEqual([2]);
  });

  it('comes back after another that is never answered', () => {
    does(2, { update: null });
    does(3, { update: { category: 'billing' } });
    undo();
    undo();
    jest.advanceTimersByTime(TAKE_BACK_MS - 1);
    expect(said).toEqual([]);
    jest.advanceTimersByTime(1);

    expect(said).toEqual(['#3 could not be put back.', 'Undone. #2 is not skipped']);
    expect(back).toEqual([2]);
    // What was saved after all is not changed behind the back of the person any more.
    const saved = http.expectOne({ method: 'PATCH', url: '/api/tickets/3' });
    saved.flush({ ...tickets(3, 3)[0], version: 2 });
    http.expectNone({ method: 'PATCH' });
  });

  it('has its time from when the decision is saved', () => {
    does(3, { update: { category: 'billing' } });
    undo();
    jest.advanceTimersByTime(TAKE_BACK_MS - 1);
    answer('PATCH', { version: 2 });
    jest.advanceTimersByTime(TAKE_BACK_MS - 1);
    answer('PATCH', { version: 3, triage: 'pending' });

    expect(said).toEqual(['Undone. #3 waits to be sorted again']);
    expect(back).toEqual([3]);
  });

  it.each([
    ['was done after all', 'pending', 'Undone. #3 waits to be sorted again', [3]],
    ['was not done', null, '#3 could not be put back.', []],
  ] as const)('is looked at when it is never answered, and %s', (_, triage, words, undone) => {
    does(3, { update: { category: 'billing' } });
    undo();
    answer('PATCH', { version: 2 });
    jest.advanceTimersByTime(TAKE_BACK_MS);
    expect(said).toEqual([]);
    answer('GET', { version: 3, triage });

    expect(said).toEqual([words]);
    expect(back).toEqual(undone);
  });

  it('gives up when that is not answered either', () => {
    does(3, { update: { category: 'billing' } });
    undo();
    answer('PATCH', { version: 2 });
    jest.advanceTimersByTime(2 * TAKE_BACK_MS);
    expect(said).toEqual(['#3 could not be put back.']);
  });

  /** What the desk answers about ticket 3. */
  function answer(method: string, values: Partial<Ticket>): void {
    http.expectOne({ method, url: '/api/tickets/3' }).flush(aTicket(3, values));
  }

  function does(id: number, parts: Pick<Deed, 'update'> & Partial<Deed>): void {
    const ticket = tickets(id, id)[0]!;
    const undone = () => back.push(id);
    TestBed.inject(TriageDecisions).do({
      ticket,
      restore: { triage: 'pending' },
      undone,
      failed: () => undefined,
      ...parts,
    });
  }

  function undo(): void {
    TestBed.inject(Undo).back();
  }
});
