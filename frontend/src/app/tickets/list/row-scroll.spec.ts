import { TestBed } from '@angular/core/testing';
import { type TicketNews, TicketStore } from '../../api/ticket-store';
import { aPage, aTicket, tickets } from '../testing/tickets';
import { TicketsPage } from '../testing/tickets-page';

const ROW = 56;
const CARD = 96;
/** The eleventh row is the first in sight. */
const TEN_ROWS = 10 * ROW;

describe('the place in the list', () => {
  const scroller = () => document.querySelector<HTMLElement>('desk-ticket-rows .scroller')!;
  const list = () => aPage(tickets(160, 61));

  it('is kept when a ticket comes in above', async () => {
    const page = await open();
    await scrollTo(page, TEN_ROWS);
    await tell(page, { kind: 'written', ticket: aTicket(161) });

    expect(scroller().scrollTop).toBe(TEN_ROWS + ROW);
  });

  it('is kept when a ticket above is deleted', async () => {
    const page = await open();
    await scrollTo(page, TEN_ROWS);
    await tell(page, { kind: 'gone', id: 158 });

    expect(scroller().scrollTop).toBe(TEN_ROWS - ROW);
  });

  it('is taken by the next when the first in sight is deleted', async () => {
    const page = await open();
    await scrollTo(page, TEN_ROWS);
    await tell(page, { kind: 'gone', id: 150 });

    expect(scroller().scrollTop).toBe(TEN_ROWS);
  });

  it('does not move for what happens further down', async () => {
    const page = await open();
    await scrollTo(page, TEN_ROWS);
    await tell(page, { kind: 'gone', id: 140 });

    expect(scroller().scrollTop).toBe(TEN_ROWS);
  });

  it('is the top as long as nobody has scrolled: the new is shown', async () => {
    const page = await open();
    await tell(page, { kind: 'written', ticket: aTicket(161) });

    expect(scroller().scrollTop).toBe(0);
    expect(page.titles()[0]).toBe('Ticket number 161');
  });

  it('is the top of another list', async () => {
    const page = await open();
    await scrollTo(page, TEN_ROWS);
    await page.click('Refresh the list');
    expect(scroller().scrollTop).toBe(TEN_ROWS);
    await page.answerList(list());

    expect(scroller().scrollTop).toBe(0);
  });

  it('is found again after a ticket took the whole width', async () => {
    const page = await open();
    await scrollTo(page, TEN_ROWS);
    await page.click('Ticket number 150');
    await page.click('Open over the full width');
    // What is not shown has no height: a browser forgets how far it was scrolled.
    await scrollTo(page, 0);
    await page.click('Show beside the list');

    expect(scroller().scrollTop).toBe(TEN_ROWS);
  });

  it('is found again on a phone, where the document scrolls', async () => {
    const page = await open(390);
    const asked = followWindow();
    await scrollWindow(page, 10 * CARD);
    await page.click('Ticket number 150');
    expect(asked.at(-1)).toBe(0);
    await page.click('Back to the list');

    expect(asked.at(-1)).toBe(10 * CARD);
  });

  it('moves with what comes above while a ticket stands there on a phone, which is not scrolled by it', async () => {
    const page = await open(390);
    const asked = followWindow();
    await scrollWindow(page, 10 * CARD);
    await page.click('Ticket number 150');
    await tell(page, { kind: 'written', ticket: aTicket(161) });
    expect(asked.at(-1)).toBe(0);
    await page.click('Back to the list');

    expect(asked.at(-1)).toBe(11 * CARD);
  });

  it('shows other tickets in the rows that are there already, in their order', async () => {
    const page = await open();
    const rows = () => [...document.querySelectorAll('desk-ticket-row')];
    const before = rows();
    await scrollTo(page, 2 * TEN_ROWS);

    const shown = page.titles();
    expect(shown[0]).toBe('Ticket number 160');
    expect(shown.slice(1)).toEqual(tickets(148, 149 - (shown.length - 1)).map(({ title }) => title));
    expect(rows().map((row) => row.querySelector('a')?.getAttribute('href'))).toEqual(
      shown.map((title) => `/tickets/${title.replace(/\D+/, '')}?view=all&sort=newest`),
    );
    expect(before.every((row) => rows().includes(row))).toBe(true);
  });

  async function open(width = 1440): Promise<TicketsPage> {
    const page = await TicketsPage.open('/tickets?view=all', width);
    await page.answerList(list());
    const body = scroller().querySelector<HTMLElement>('.body')!;
    // As far as a browser would have moved the rows.
    body.getBoundingClientRect = () => ({ top: -(width < 600 ? window.scrollY : scroller().scrollTop) }) as DOMRect;
    return page;
  }

  function scrollTo(page: TicketsPage, place: number): Promise<void> {
    scroller().scrollTop = place;
    scroller().dispatchEvent(new Event('scroll'));
    return page.settle();
  }

  /** The document scrolls as it is told; gives where to, one after the other. */
  function followWindow(): number[] {
    const asked: number[] = [];
    window.scrollTo = ((options: ScrollToOptions) => {
      asked.push(options.top ?? 0);
      Object.defineProperty(window, 'scrollY', { configurable: true, value: options.top });
      document.dispatchEvent(new Event('scroll'));
    }) as typeof window.scrollTo;
    return asked;
  }

  function scrollWindow(page: TicketsPage, place: number): Promise<void> {
    window.scrollTo({ top: place });
    return page.settle();
  }

  async function tell(page: TicketsPage, news: TicketNews): Promise<void> {
    TestBed.inject(TicketStore).tell(news);
    await page.settle();
  }
});
