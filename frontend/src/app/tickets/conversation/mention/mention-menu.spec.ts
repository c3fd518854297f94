import { created } from '../../testing/events';
import { typeInEditor, withPlaces } from '../../testing/editor';
import { eventEntry } from '../../testing/messages';
import { aPage, aTicket, tickets } from '../../testing/tickets';
import { TicketsPage } from '../../testing/tickets-page';

const MENU = 'desk-mention-menu .menu';

describe('an @ where a note is written', () => {
  let page: TicketsPage;
  beforeEach(async () => {
    localStorage.clear();
    withPlaces();
    page = await TicketsPage.openWith('/tickets/2', aPage(tickets(3, 1)));
    await page.answer(page.ticketCall(2), aTicket(2));
    await page.answerTimeline(2, [eventEntry(created('billing', null))]);
  });

  it('offers those who work here, but for the writer', async () => {
    await begin('n');
    await type('Can you look, @');
    expect(names()).toEqual(['Jonas Weber', 'Mina Park']);
    await type(' and @we');
    expect(names()).toEqual(['Jonas Weber']);
    expect(page.text(`${MENU} .line`)).toBe('@jonas.weber');
    expect(page.text('desk-mention-menu [role="status"]')).toBe('1 person. Arrows choose, Enter inserts.');
  });

  it('puts the login of who is chosen in its place, and does it again', async () => {
    await begin('n');
    await type('@jo');
    await press('Enter');
    expect(document.querySelector(MENU)).toBeNull();
    await type('and @');
    await press('ArrowDown');
    await press('Tab');
    expect(area().textContent).toBe('@jonas.weber and @mina.park ');
  });

  it.each(['ruth.adler@jo', '@nobody', '@jo, done'])('of %j offers nobody', async (text) => {
    await begin('n');
    await type(text);
    expect(document.querySelector(MENU)).toBeNull();
  });

  it('offers nobody in code', async () => {
    await begin('n');
    await type('```\n@jo\n```');
    expect(document.querySelector('desk-composer-box pre')?.textContent).toBe('@jo');
    expect(document.querySelector(MENU)).toBeNull();
    await page.click('Mention somebody');
    expect(document.querySelector('desk-composer-box pre')?.textContent).toBe('@jo');
  });

  it('offers nobody in a reply, which tells nobody', async () => {
    await begin('r');
    await type('@jo');
    expect(document.querySelector(MENU)).toBeNull();
  });

  it('is opened by a button too, at the caret, which only a note has', async () => {
    await begin('n');
    await type('Can you look,');
    await page.click('Mention somebody');
    expect(area().textContent).toBe('Can you look, @');
    expect(document.activeElement).toBe(area());
    expect(names()).toEqual(['Jonas Weber', 'Mina Park']);

    await press('Escape');
    expect(names()).toEqual([]);
    await page.click('Mention somebody');
    expect(area().textContent).toBe('Can you look, @');
    await press('Enter');
    expect(area().textContent).toBe('Can you look, @jonas.weber ');

    document.querySelector<HTMLInputElement>('desk-composer-box input[type=radio]')?.click();
    await page.settle();
    expect(area().getAttribute('aria-label')).toBe('Reply');
    expect(document.querySelector('[aria-label="Mention somebody"]')).toBeNull();
  });

  it('goes when the field is left', async () => {
    await begin('n');
    await type('@jo');
    expect(document.querySelector(MENU)).not.toBeNull();
    area().dispatchEvent(new FocusEvent('focusout', { bubbles: true }));
    await page.settle();
    expect(document.querySelector(MENU)).toBeNull();
  });

  const area = (): HTMLElement => {
    const found = document.querySelector<HTMLElement>('desk-composer-box [role=textbox]');
    if (!found) throw new Error('There is nothing to write in');
    return found;
  };
  const names = () => Array.from(document.querySelectorAll(`${MENU} .name`), (name) => name.textContent);

  /** What it takes to write comes when it is wanted. */
  async function begin(key: string): Promise<void> {
    await page.press(key);
    const isThere = () => document.querySelector('desk-composer-box [role=textbox]') !== null;
    for (let turn = 0; turn < 200 && !isThere(); turn++) await page.settle();
  }

  async function type(text: string): Promise<void> {
    typeInEditor(text);
    area().dispatchEvent(new Event('input', { bubbles: true }));
    await page.settle();
  }

  async function press(key: string): Promise<void> {
    area().dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
    await page.settle();
  }
});
