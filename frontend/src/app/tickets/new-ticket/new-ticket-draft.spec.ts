import { PAUSE_MS } from './suggestion-asker';
import { CATEGORIES, DESCRIPTION, NewTicketPage, TITLE } from './testing/new-ticket-page';
import { suggestion } from './testing/suggestion';

const DRAFT = 'desk.new-ticket.1';

describe('the draft of a new ticket', () => {
  let page: NewTicketPage;

  beforeEach(() => {
    page = new NewTicketPage();
  });

  afterEach(() => page.leave());

  it.each([
    ['Esc', () => page.key({ key: 'Escape' })],
    ['Cancel', () => page.press('Cancel')],
  ])('is back after %s, with what the person chose but not what the desk proposed', async (_, leave) => {
    await page.open();
    await page.suggest(suggestion());
    await page.choose('Category', 'Technical');
    await leave();
    expect(page.isOpen()).toBe(false);

    await page.open();
    expect(await page.typed('Title')).toBe(TITLE);
    expect(await page.typed('Description')).toBe(DESCRIPTION);
    expect(await page.shown()).toEqual(['Technical', '']);
    expect(page.marks()).toEqual(['Yours']);
    expect(page.text('.restored')).toContain('Your draft is back');
  });

  it('is read again by the desk', async () => {
    localStorage.setItem(DRAFT, JSON.stringify({ title: '', description: DESCRIPTION, category: '', priority: '' }));
    await page.open();
    await page.pass(PAUSE_MS);

    expect(page.asked().request.body).toEqual({ description: DESCRIPTION, hideable: true });
  });

  it('can be discarded', async () => {
    localStorage.setItem(DRAFT, JSON.stringify({ title: TITLE, description: '', category: '', priority: 'low' }));
    await page.open();
    await page.press('Discard');

    expect(await page.typed('Title')).toBe('');
    expect(await page.shown()).toEqual(['', '']);
    expect(document.querySelector('.restored')).toBeNull();
    expect(localStorage.getItem(DRAFT)).toBeNull();
  });

  it('is given up in part when its category is not offered any more', async () => {
    localStorage.setItem(DRAFT, JSON.stringify({ title: TITLE, description: '', category: 'retired', priority: '' }));
    await page.open();
    page.http.expectOne('/api/categories').flush({ results: CATEGORIES });
    await page.settle();

    expect(await page.shown()).toEqual(['', '']);
    expect(page.marks()).toEqual([]);
    expect(await page.errors()).toEqual(['“retired” is no longer in use. Choose another category.']);
    expect(await page.typed('Title')).toBe(TITLE);
  });
});
