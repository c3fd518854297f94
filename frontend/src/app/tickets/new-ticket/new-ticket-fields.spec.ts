import { suggestion } from './testing/suggestion';
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

  it('asks for the categories again when the dialog opens later', async () => {
    await page.open();
    await page.key({ key: 'Escape' });
    await page.pass(5_000);
    await page.openDialog();

    page.http.expectOne('/api/categories').flush({ results: CATEGORIES });
  });

  it('drops a category that was retired meanwhile, says so by the field, and keeps the rest', async () => {
    await page.open();
    await page.write();
    await page.choose('Category', 'Technical');
    await page.choose('Priority', 'High');
    await retire('technical');

    expect(await page.shown()).toEqual(['', 'High']);
    expect(await page.errors()).toEqual(['“Technical” is no longer in use. Choose another category.']);
    expect(await page.typed('Title')).toBe(TITLE);
    await page.choose('Category', 'Billing');
    expect(await page.errors()).toEqual([]);
  });

  it('does not lead back to a suggested category that was retired meanwhile', async () => {
    await page.open();
    await page.suggest(suggestion());
    await page.choose('Category', 'Technical');
    await retire('billing');

    expect((await page.shown())[0]).toBe('Technical');
    expect(page.text('.undo')).toBe('');
  });

  it('waits with a suggested category that was added meanwhile until its name is known', async () => {
    await page.open();
    await page.suggest(suggestion({ suggested_category: 'refunds' }));
    const added = { ...CATEGORIES[0]!, key: 'refunds', label: 'Refunds' };
    page.http.expectOne('/api/categories').flush({ results: [...CATEGORIES, added] });
    await page.settle();

    expect((await page.shown())[0]).toBe('Refunds');
    expect(await page.errors()).toEqual([]);
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

  async function retire(key: string): Promise<void> {
    await page.pass(5_000);
    window.dispatchEvent(new Event('focus'));
    await page.settle();
    const results = CATEGORIES.map((category) => ({ ...category, active: category.key !== key }));
    page.http.expectOne('/api/categories').flush({ results });
    await page.settle();
  }
});
