import type { CellTicket } from '../../api/admin-model';
import { AdminTestPage } from '../testing/admin-page';

const ADDRESS = '/admin/quality/tickets?from=2026-04-08&to=2026-04-21&suggested=billing&chosen=technical';
const NEAREST = '/api/admin/suggestions/019643f2-6a5e-7c3b-9d0e-3f1d2c4b5a69/nearest';
const TICKET: CellTicket = {
  ...{ id: 42, suggestion_id: '019643f2-6a5e-7c3b-9d0e-3f1d2c4b5a69', title: 'Card declined', confidence: 0.7 },
  ...{ source: 'local', model: 'built-in', version: '3', chosen_by: 2, corrected: false },
  suggested_at: '2026-04-20T09:22:00.000Z',
};

describe('the nearest tickets of a suggestion', () => {
  afterEach(() => document.body.replaceChildren());

  async function open(): Promise<AdminTestPage> {
    const page = await AdminTestPage.open(ADDRESS);
    const results = [TICKET, { ...TICKET, id: 7, source: 'llm', model: 'gpt' }];
    await page.answer('GET', '/api/admin/suggestions/quality/tickets', { results, next_cursor: null });
    await page.answerSurroundings();
    expect(page.texts('desk-suggestion-button')).toEqual(['Nearest tickets', 'What was sent']);
    await page.click('Nearest tickets of #42');
    return page;
  }

  it('lead to them, with what people made of them', async () => {
    const page = await open();
    const tickets = [{ id: 118, title: 'Charged twice', category: 'billing', priority: 'high' }];
    await page.answer('GET', NEAREST, { tickets });
    expect(page.text('h2')).toBe('Nearest tickets of #42');
    const link = document.querySelector('desk-similar-list a');
    expect(link?.getAttribute('href')).toBe('/tickets/118');
    expect(link?.getAttribute('target')).toBe('_blank');
    expect(link?.textContent).toMatch(/Charged twice.*#118.*Billing.*High/s);
    expect(page.texts('desk-status-tag')).toEqual([]);
    await page.click('Close');
    expect(page.dialogs()).toBe(0);
  });

  it.each([
    ['nobody has looked', null, 'Nobody has looked for them'],
    ['nothing was like it', [], 'No ticket that a person has sorted is like it'],
  ])('are none where %s, which is said', async (_, tickets, words) => {
    const page = await open();
    await page.answer('GET', NEAREST, { tickets });
    expect(page.text('mat-dialog-content')).toContain(words);
  });

  it('can be asked for again when that failed', async () => {
    const page = await open();
    await page.refuse('GET', NEAREST, 503, 'database_unavailable', 'The database is away.');
    expect(page.text('mat-dialog-content')).toContain('The nearest tickets could not be loaded');
    await page.click('Try again');
    await page.answer('GET', NEAREST, { tickets: [] });
    expect(page.text('mat-dialog-content')).toContain('No ticket that a person has sorted is like it');
  });
});
