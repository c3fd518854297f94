import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter } from '@angular/router';
import { jest } from '@jest/globals';
import type { ContactCard, Ticket } from '../../api/model';
import { LEAFING_MS } from '../similar/similar-to-ticket';
import { aPage, aTicket, tickets } from '../testing/tickets';
import { TicketsPage } from '../testing/tickets-page';
import { TicketRequester } from './ticket-requester';

const LINE = 'desk-ticket-requester';
const ANNA: ContactCard = {
  ...{ id: 12, name: 'Anna Berg', address: 'anna@northwind.example' },
  organisation: { id: 4, name: 'Northwind' },
};
const detail = (requester: ContactCard | null, values: Partial<Ticket> = {}) =>
  ({ ...aTicket(2, values), requester, followers: [], duplicates: [], suggestion: null }) as Ticket;

describe('the requester of a ticket', () => {
  const open = async (requester: ContactCard | null) => {
    const page = await TicketsPage.openWith('/tickets/2?view=all', aPage(tickets(3, 1)));
    await page.answer(page.ticketCall(2), detail(requester));
    return page;
  };
  it('is one line: name, organisation and address', async () => {
    const page = await open(ANNA);
    expect(page.text(`${LINE} .name`).replace(/\s+/g, ' ')).toBe('Requester: Anna Berg · Northwind');
    expect(page.text(`${LINE} .address`)).toBe('anna@northwind.example');
    expect(document.querySelector(`${LINE} .face`)?.getAttribute('data-letters')).toBe('AB');
  });

  it('can be added where nobody is named', async () => {
    const page = await open(null);
    expect(page.text(LINE)).toBe('Add the requester');
  });

  it('is read again when somebody else changes it', async () => {
    const page = await open(null);
    const { Live } = await import('../../api/live/live');
    const by = { id: 3, name: 'Jonas Weber' };
    const change = { id: 2, version: 2, fields: ['requester' as const], by, at: '2026-04-20T10:00:00.000Z' };
    TestBed.inject(Live).tellChanges([{ kind: 'ticket.changed', ...change }]);
    await page.settle();
    await page.answer(page.ticketCall(2), detail(ANNA, { version: 2 }));
    expect(page.text(`${LINE} .who`)).toContain('Anna Berg');
  });
});

describe('what a requester asked before', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  const show = (own: readonly number[], colleagues: readonly number[]) => {
    TestBed.configureTestingModule({
      providers: [provideHttpClient(), provideHttpClientTesting(), provideRouter([])],
    });
    const http = TestBed.inject(HttpTestingController);
    const fixture = TestBed.createComponent(TicketRequester);
    for (const [name, value] of Object.entries({ ticket: 2, requester: ANNA, headingLevel: 3 }))
      fixture.componentRef.setInput(name, value);
    fixture.detectChanges();
    jest.advanceTimersByTime(LEAFING_MS);
    const answers = { '/api/contacts/12/tickets': own, '/api/organisations/4/tickets': colleagues };
    for (const [address, ids] of Object.entries(answers))
      http.expectOne(({ url }) => url === address).flush({ results: ids.map((id) => aTicket(id)), next_cursor: null });
    fixture.detectChanges();
    const host = fixture.nativeElement as HTMLElement;
    return {
      button: () => host.querySelector('.button-small')?.textContent.trim(),
      unfold: () => {
        host.querySelector<HTMLElement>('.button-small')!.click();
        fixture.detectChanges();
      },
      texts: (selector: string) => [...host.querySelectorAll(selector)].map(({ textContent }) => textContent.trim()),
    };
  };

  it('unfolds, with what others of the organisation asked below it, each once', () => {
    const line = show([9, 2, 8], [9, 7, 2]);
    expect([line.button(), line.texts('li')]).toEqual(['2 other tickets', []]);
    line.unfold();
    expect(line.texts('li .title')).toEqual(['Ticket number 9', 'Ticket number 8', 'Ticket number 7']);
    expect(line.texts('h3')).toEqual(['Other tickets of Anna Berg', 'More from Northwind']);
  });

  it('is told of where only others of the organisation asked', () => {
    const line = show([2], [2, 5]);
    expect(line.button()).toBe('Others of the organisation');
    line.unfold();
    expect(line.texts('h3')).toEqual(['More from Northwind']);
  });

  it('is told to be many, and the newest are shown', () => {
    const line = show(
      Array.from({ length: 12 }, (_, index) => 20 - index),
      [],
    );
    expect(line.button()).toBe('10+ other tickets');
    line.unfold();
    expect(line.texts('li')).toHaveLength(10);
  });

  it('is nothing to unfold where there is none', () => {
    expect(show([2], [2]).button()).toBeUndefined();
  });
});
