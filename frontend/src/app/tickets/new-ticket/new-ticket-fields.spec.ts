import { CATEGORIES, NewTicketPage, TITLE } from './testing/new-ticket-page';

describe('the fields of a new ticket', () => {
  let page: NewTicketPage;

  beforeEach(() => {
    page = new NewTicketPage();
  });

  afterEach(() => page.leave());

  it('loads the categories again when they could not be loaded, and loses nothing', async () => {
    await page.openDialog();
    page.http.expectOne('/api/categories').flush('', { status: 500, statusText: 'Error' });
    await page.settle();
    await page.write();
    expect(page.text('.trouble')).toContain('The categories could not be loaded.');

    await page.press('Try again');
    page.http.expectOne('/api/categories').flush({ results: CATEGORIES });
    await page.settle();
    await page.choose('Category', 'Technical');
    expect(await page.shown()).toEqual(['Technical', '']);
    expect(await page.typed('Title')).toBe(TITLE);
  });

  it('keeps a pasted title on one line, and Enter leads on to the description', async () => {
    await page.open();
    const area = document.querySelector('textarea')!;
    area.value = 'Two\nlines';
    area.dispatchEvent(new Event('input'));
    expect(await page.typed('Title')).toBe('Two lines');

    area.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }));
    expect(document.activeElement).toBe(document.querySelectorAll('textarea')[1]);
  });
});
