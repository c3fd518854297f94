import { AdminTestPage } from '../testing/admin-page';
import { aToken } from '../testing/desk';

const TOKENS = '/api/admin/tokens';
const TWO = [aToken(), aToken({ id: 'token-2', user: 1, name: 'Mail gateway', expired: true })];

describe('the API tokens of the admin section', () => {
  afterEach(() => document.body.replaceChildren());

  it('shows whose they are, what they may do, and which have expired', async () => {
    const page = await AdminTestPage.open('/admin/tokens');
    await page.answer('GET', TOKENS, { results: TWO, count: 2, next_cursor: null });

    expect(page.texts('mat-row')[0]).toContain('Nightly export Jonas Weber tickets:read');
    expect(page.texts('mat-row .mat-column-expires')).toEqual(['Expires 1 Jul 2026', 'Expired']);
    expect(page.texts('mat-row .mat-column-used')[0]).toContain('never');
  });

  it('filters by person through the address', async () => {
    const page = await AdminTestPage.open('/admin/tokens');
    await page.answer('GET', TOKENS, { results: TWO, count: 2, next_cursor: null });
    await page.choose('Filter by Person', 'Jonas Weber');

    expect(page.router.url).toBe('/admin/tokens?user=2');
    const call = await page.answer('GET', TOKENS, { results: [], count: 0, next_cursor: null });
    expect(call.request.params.get('user')).toBe('2');
    expect(page.text('desk-empty-state h2')).toBe('No token of this person');
  });

  it('revokes one after a question that says what stops', async () => {
    const page = await AdminTestPage.open('/admin/tokens');
    await page.answer('GET', TOKENS, { results: TWO, count: 2, next_cursor: null });
    await page.click('Revoke Nightly export');
    expect(page.text('desk-confirm-dialog')).toContain('this token of Jonas Weber gets no answer any more');
    page.http.expectNone(`${TOKENS}/token-1`);
    await page.click('Revoke');
    await page.answer('DELETE', `${TOKENS}/token-1`, null);

    expect(page.texts('mat-row .mat-column-name')).toEqual(['Mail gateway']);
    expect(page.text('desk-page-head .detail')).toBe('1 token');
  });
});
