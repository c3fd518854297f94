import { ErrorHandler } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { NextPaint } from '../../core/next-paint';
import { TicketsPage } from '../testing/tickets-page';
import { aPage, tickets } from '../testing/tickets';

describe('the link of a row', () => {
  let page: TicketsPage;

  beforeEach(async () => {
    page = await TicketsPage.openWith('/tickets?view=all&priority=high&sort=newest', aPage(tickets(3, 1)));
  });

  const link = () => document.querySelector<HTMLAnchorElement>('desk-ticket-row a')!;
  const click = async (with_: MouseEventInit = {}): Promise<boolean> => {
    const event = new MouseEvent('click', { bubbles: true, cancelable: true, detail: 1, ...with_ });
    link().dispatchEvent(event);
    await page.settle();
    return event.defaultPrevented;
  };

  it('leads to the ticket under the same view and filters', async () => {
    expect(link().getAttribute('href')).toBe('/tickets/3?view=all&priority=high&sort=newest');
    expect(await click()).toBe(true);
    expect(page.router.url).toBe('/tickets/3?view=all&priority=high&sort=newest');
  });

  it('follows the address', async () => {
    await page.router.navigateByUrl('/tickets?view=all&status=open&sort=newest');
    await page.settle();
    await page.answerList(aPage(tickets(3, 1)));

    expect(link().getAttribute('href')).toBe('/tickets/3?view=all&status=open&sort=newest');
  });

  it('shows that it was heard before the ticket is drawn', async () => {
    const held = jest.spyOn(TestBed.inject(NextPaint), 'after').mockReturnValue();
    const marked = () => document.querySelector('desk-ticket-row')?.classList.contains('is-open');
    expect(marked()).toBe(false);
    await click();
    expect(marked()).toBe(true);
    expect(document.querySelector('desk-ticket-detail')).toBeNull();

    held.mock.calls[0]?.[0]();
    await page.settle();
    expect(document.querySelector('desk-ticket-detail')).not.toBeNull();
  });

  it('is followed at once by Enter, as keys that come after it are for the ticket', async () => {
    jest.spyOn(TestBed.inject(NextPaint), 'after').mockReturnValue();
    await click({ detail: 0 });
    expect(document.querySelector('desk-ticket-detail')).not.toBeNull();
  });

  it('leaves who has gone elsewhere before it is drawn there', async () => {
    const held = jest.spyOn(TestBed.inject(NextPaint), 'after').mockReturnValue();
    await click();
    await page.router.navigateByUrl('/tickets/2?view=all&priority=high&sort=newest');
    await page.settle();
    held.mock.calls[0]?.[0]();
    await page.settle();

    expect(page.router.url).toBe('/tickets/2?view=all&priority=high&sort=newest');
    expect(document.querySelector('desk-ticket-row')?.classList.contains('is-open')).toBe(false);
  });

  it('is followed also when the list asks for something else before the ticket is drawn', async () => {
    const held = jest.spyOn(TestBed.inject(NextPaint), 'after').mockReturnValue();
    await click();
    await page.router.navigateByUrl('/tickets?view=all&status=open&sort=newest');
    await page.settle();
    held.mock.calls[0]?.[0]();
    await page.settle();

    expect(page.router.url).toBe('/tickets/3?view=all&status=open&sort=newest');
  });

  it('does not stay marked when the ticket cannot be opened', async () => {
    const failure = new Error('A part of the page did not come');
    jest.spyOn(page.router, 'navigate').mockRejectedValue(failure);
    const told = jest.spyOn(TestBed.inject(ErrorHandler), 'handleError').mockReturnValue();
    await click({ detail: 0 });

    expect(told).toHaveBeenCalledWith(failure);
    expect(document.querySelector('desk-ticket-row')?.classList.contains('is-open')).toBe(false);
  });

  it.each([{ ctrlKey: true }, { metaKey: true }, { shiftKey: true }, { altKey: true }, { button: 1 }])(
    'is the browser’s own with %o, for a tab or window of its own',
    async (with_) => {
      // The simulated browser cannot go there.
      document.addEventListener('click', (event) => event.preventDefault(), { once: true });
      await click(with_);

      expect(page.router.url).toBe('/tickets?view=all&priority=high&sort=newest');
    },
  );
});
