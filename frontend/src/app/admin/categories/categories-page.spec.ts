import { AdminTestPage } from '../testing/admin-page';
import { aRun } from '../../tickets/testing/runs';
import { CATEGORIES } from '../testing/desk';

const URL = '/api/admin/categories';

async function open(): Promise<AdminTestPage> {
  const page = await AdminTestPage.open('/admin/categories');
  page.http.match('/api/admin/tickets/bulk').forEach((call) => call.flush({ results: [] }));
  await page.answer('GET', URL, { results: CATEGORIES });
  return page;
}

describe('the categories page', () => {
  afterEach(() => document.body.replaceChildren());

  it('lists them in their order, with key, tickets and what became of those that are retired', async () => {
    const page = await open();

    expect(page.texts('li .strong')).toEqual(['Billing', 'Technical', 'General', 'Refunds']);
    expect(page.texts('li .count')).toEqual(['0 tickets', '10 tickets', '20 tickets', '30 tickets']);
    expect(page.texts('li .state')).toEqual(['Merged into Billing']);
    expect(page.text('desk-page-head .detail')).toBe('3 in use, 1 retired');
  });

  it('moves one by its arrows, at once, and takes the focus along', async () => {
    const page = await open();
    await page.click('Move Technical up');

    expect(page.texts('li .strong')).toEqual(['Technical', 'Billing', 'General', 'Refunds']);
    // At the top there is no way up: the other arrow has the focus.
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Move Technical down');
    const call = page.call('PUT', `${URL}/order`);
    expect(call.request.body).toEqual({ keys: ['technical', 'billing', 'general', 'refunds'] });
  });

  it('takes the order back when it was not saved', async () => {
    const page = await open();
    await page.click('Move Billing down');
    await page.refuse('PUT', `${URL}/order`, 503, 'database_unavailable', 'The database cannot do this right now.');

    expect(page.texts('li .strong')[0]).toBe('Billing');
    expect(page.text('desk-snack-message')).toContain('The order was not saved.');
  });

  it('lets forms and filters follow a new category', async () => {
    const page = await open();
    await page.click('New category');
    await page.write('Name', 'Data protection');
    await page.write('Description', 'Deletion and disclosure of data.');
    await page.click('Add category');
    const call = await page.answer('POST', URL, { ...CATEGORIES[0], key: 'data_protection', label: 'Data protection' });

    expect(call.request.body).toEqual({ label: 'Data protection', description: 'Deletion and disclosure of data.' });
    page.call('GET', '/api/categories');
    page.call('GET', URL);
    expect(page.text('desk-snack-message')).toContain('Data protection was added');
  });

  it('says by the name that it is taken', async () => {
    const page = await open();
    await page.choose('Actions for Technical', 'Edit');
    await page.write('Name', 'Billing');
    await page.click('Save');
    await page.refuse('PATCH', `${URL}/technical`, 409, 'category_exists', 'There is a category of this name.');

    expect(page.text('desk-category-dialog mat-error')).toBe('There is a category of this name.');
    expect(page.texts('desk-failure-banner')).toEqual([]);
  });

  it('asks nobody where nothing was changed, and says nothing of it', async () => {
    const page = await open();
    await page.choose('Actions for Technical', 'Edit');
    await page.click('Save');

    page.http.expectNone(`${URL}/technical`);
    expect(page.dialogs()).toBe(0);
    expect(page.texts('desk-snack-message')).toEqual([]);
  });

  it('keeps what was typed when another admin was faster, and lets the person choose', async () => {
    const page = await open();
    await page.choose('Actions for Technical', 'Edit');
    await page.write('Description', 'What breaks.');
    await page.click('Save');
    await page.refuse('PATCH', `${URL}/technical`, 412, 'stale_version', 'Somebody changed Technical in the meantime.');
    const theirs = { ...CATEGORIES[1]!, label: 'Machines', description: '', version: 7 };
    await page.answer('GET', URL, { results: [CATEGORIES[0], theirs] });

    const dialog = 'desk-category-dialog';
    expect(page.text(`${dialog} desk-banner`)).toContain('This category was changed in the meantime.');
    expect(page.texts(`${dialog} li > span`)).toEqual(['The description is now empty']);
    expect(document.querySelector<HTMLInputElement>(`${dialog} input`)?.value).toBe('Machines');
    expect(document.querySelector<HTMLTextAreaElement>(`${dialog} textarea`)?.value).toBe('What breaks.');
    await page.click('Save');
    const call = page.call('PATCH', `${URL}/technical`);
    expect(call.request.body).toEqual({ description: 'What breaks.' });
    expect(call.request.headers.get('If-Match')).toBe('"7"');
  });

  it('leads to what another admin chose when that is left so', async () => {
    const page = await open();
    await page.choose('Actions for Technical', 'Edit');
    await page.write('Name', 'Tech');
    await page.write('Description', 'What breaks.');
    await page.click('Save');
    await page.refuse('PATCH', `${URL}/technical`, 412, 'stale_version', 'Somebody changed Technical in the meantime.');
    const theirs = { ...CATEGORIES[1]!, label: 'Machines', description: 'All of them.', version: 7 };
    await page.answer('GET', URL, { results: [theirs] });
    for (const value of ['All of them.', 'Machines']) {
      await page.click('Leave it so');
      expect((document.activeElement as HTMLInputElement).value).toBe(value);
    }
  });

  it('names what retiring means, and says why the last one stays', async () => {
    const page = await open();
    await page.choose('Actions for General', 'Retire');
    expect(page.text('desk-confirm-dialog')).toContain('The 20 tickets in it keep it.');
    await page.click('Retire');
    await page.refuse('PATCH', `${URL}/general`, 409, 'last_category', 'It is the last one in use.');

    expect(page.text('desk-confirm-dialog desk-failure-banner')).toContain('It is the last one in use.');
  });

  it('tells how many tickets a merge moves before anything happens, then follows it', async () => {
    const page = await open();
    await page.choose('Actions for General', 'Merge into another');
    await page.click('Merge');
    expect(page.text('desk-merge-dialog mat-error')).toBe('Choose the category that takes the tickets.');

    await page.select('Into', 'Technical');
    const preview = await page.answer('GET', `${URL}/general/merge`, { tickets: 1234 });
    expect(preview.request.params.get('into')).toBe('technical');
    expect(page.text('desk-merge-dialog [role=status]')).toBe('1,234 tickets move from General to Technical.');

    await page.click('Merge');
    const run = aRun({ kind: 'merge', action: { from: 'general', into: 'technical' }, total: 1234, processed: 400 });
    const call = await page.answer('POST', `${URL}/general/merge`, run);
    expect(call.request.body).toEqual({ into: 'technical' });
    await page.answerSurroundings();
    expect(page.text('desk-bulk-run-card')).toContain('Moving 1,234 tickets From General to Technical');
    expect(page.text('desk-bulk-run-card')).toContain('400 of 1,234');
  });

  it('does not offer retired categories to merge into', async () => {
    const page = await open();
    await page.choose('Actions for General', 'Merge into another');
    document.querySelector<HTMLElement>('.mat-mdc-select-trigger')?.click();
    await page.settle();

    expect(page.texts('mat-option')).toEqual(['Billing', 'Technical']);
  });
});
