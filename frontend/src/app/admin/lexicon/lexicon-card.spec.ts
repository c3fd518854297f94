import type { Lexicon, LexiconTrial } from '../../api/admin-model';
import { AdminTestPage } from '../testing/admin-page';

const URL = '/api/admin/suggestions/lexicon';

const aLexicon = (values: Partial<Lexicon> = {}): Lexicon => ({
  ...{ terms: [{ term: 'sepa mandate', category: 'billing' }], off: [], urgency: [] },
  shipped: {
    terms: [
      { term: 'invoice', category: 'billing' },
      { term: 'crash', category: 'technical' },
    ],
    urgency: [{ term: 'outage', weight: 3 }],
  },
  ...{ version: 4, updated_at: null, updated_by: null },
  ...values,
});

const FOUND: LexiconTrial = {
  terms: [
    { term: 'invoice', category: 'billing', own: false, weight: 1.42 },
    { term: 'label printer', category: 'technical', own: true, weight: null },
  ],
  urgency: [{ term: 'outage', weight: -0.9 }],
  ...{ raises: 0, lowers: -0.9 },
  category: { value: 'billing', options: ['billing'], confidence: 0.8 },
  priority: { value: 'low', options: ['low'], confidence: 0.6 },
};

async function open(): Promise<AdminTestPage> {
  const page = await AdminTestPage.open('/admin/suggestions');
  await page.answer('GET', URL, aLexicon());
  return page;
}

const rows = (page: AdminTestPage) => page.texts('desk-lexicon-card .words li');
const choose = async (page: AdminTestPage, value: string) => {
  document.querySelector<HTMLInputElement>(`desk-lexicon-card input[type=radio][value=${value}]`)?.click();
  await page.settle();
};
const weigh = async (page: AdminTestPage, weight: string) => {
  const field = document.querySelector<HTMLInputElement>('input[aria-label="Weight of outage"]');
  if (!field) throw new Error('There is no such word');
  field.value = weight;
  field.dispatchEvent(new Event('change'));
  await page.settle();
};

describe('the lexicon', () => {
  afterEach(() => {
    document.body.replaceChildren();
    localStorage.clear();
  });

  it('lists the terms of the desk, then those that are shipped', async () => {
    const page = await open();
    expect(rows(page)).toEqual([
      'sepa mandate Billing Own Remove',
      'invoice Billing Shipped Switch off',
      'crash Technical Shipped Switch off',
    ]);
  });

  it('is added to and switched off, and saved as a whole against the version that was read', async () => {
    const page = await open();
    await page.write('New term', 'Label printer');
    await page.click('Add');
    await page.click('Switch off: invoice');
    await page.click('Remove: sepa mandate');
    await page.click('Save words');
    const call = page.call('PUT', URL);
    const changes = { terms: [{ term: 'label printer', category: 'billing' }], off: ['invoice'], urgency: [] };
    expect([call.request.body, call.request.headers.get('If-Match')]).toEqual([changes, '"4"']);
    call.flush(aLexicon({ ...changes, version: 5 }));
    await page.settle();
    expect(rows(page)[1]).toBe('invoice Billing Off Switch on');
    expect(page.text('desk-snack-message')).toContain('the words count with its next model');
    expect(page.text('desk-lexicon-card')).not.toContain('Save words');
  });

  it('gives words of urgency another weight, and takes that back', async () => {
    const page = await open();
    await choose(page, 'urgency');
    await weigh(page, '1');
    expect(rows(page)).toEqual(['outage Shipped as 3 Back']);
    await page.click('Back as shipped: outage');
    expect(rows(page)).toEqual(['outage Shipped Switch off']);
    expect(page.text('desk-lexicon-card')).not.toContain('Save words');
    await page.click('Switch off: outage');
    await page.click('Save words');
    expect(page.call('PUT', URL).request.body).toMatchObject({ urgency: [{ term: 'outage', weight: 0 }] });
  });

  it('switches a word off whose weight was written wrongly, and calls nobody else the one who did', async () => {
    const page = await open();
    await choose(page, 'urgency');
    const field = document.querySelector<HTMLInputElement>('input[aria-label="Weight of outage"]')!;
    field.value = '500';
    for (const event of ['input', 'change', 'blur']) field.dispatchEvent(new Event(event));
    await page.click('Switch off: outage');
    expect(field.value).toBe('0');
    expect(page.texts('desk-snack-message')).toEqual([]);
  });

  it('keeps what was written when it is refused, and says why', async () => {
    const page = await open();
    await page.click('Switch off: invoice');
    await page.click('Save words');
    await page.refuse('PUT', URL, 503, 'database_unavailable', 'The database is away.');
    expect(page.text('desk-lexicon-card desk-failure-banner')).toContain('The lexicon was not saved.');
    expect(rows(page)[1]).toBe('invoice Billing Off Switch on');
    await page.click('Discard words');
    expect(rows(page)[1]).toBe('invoice Billing Shipped Switch off');
    expect(page.texts('desk-lexicon-card desk-failure-banner')).toEqual([]);
  });

  it('takes in what another admin saved first, keeps what was written, and is saved on that', async () => {
    const page = await open();
    await page.click('Switch off: invoice');
    await page.click('Save words');
    await page.refuse('PUT', URL, 412, 'stale_version', 'Somebody changed the lexicon.');
    await page.answer('GET', URL, aLexicon({ terms: [{ term: 'dunning', category: 'billing' }], version: 7 }));
    expect(page.text('desk-lexicon-card desk-banner')).toContain('Another admin was faster');
    expect(rows(page).slice(0, 2)).toEqual(['dunning Billing Own Remove', 'invoice Billing Off Switch on']);
    await page.click('Save words');
    const call = page.call('PUT', URL);
    expect([call.request.body, call.request.headers.get('If-Match')]).toEqual([
      { terms: [{ term: 'dunning', category: 'billing' }], off: ['invoice'], urgency: [] },
      '"7"',
    ]);
    call.flush(aLexicon({ off: ['invoice'], version: 8 }));
    await page.settle();
    expect(page.texts('desk-lexicon-card desk-banner')).toEqual([]);
  });

  it('stays as it was saved when a read that was begun before comes late', async () => {
    const page = await open();
    await page.click('Switch off: invoice');
    await page.click('Refresh');
    await page.click('Save words');
    await page.answer('PUT', URL, aLexicon({ off: ['invoice'], version: 5 }));
    await page.answer('GET', URL, aLexicon());

    expect(rows(page)[1]).toBe('invoice Billing Off Switch on');
    expect(page.text('desk-lexicon-card')).not.toContain('Save words');
  });

  it('stays as another admin saved it when the answer to a save before comes late', async () => {
    const page = await open();
    await page.click('Switch off: invoice');
    await page.click('Save words');
    const save = page.call('PUT', URL);
    await page.click('Refresh');
    await page.answer('GET', URL, aLexicon({ off: ['invoice', 'crash'], version: 6 }));
    save.flush(aLexicon({ off: ['invoice'], version: 5 }));
    await page.settle();

    expect(rows(page)[2]).toBe('crash Technical Off Switch on');
    expect(page.text('desk-lexicon-card')).not.toContain('Save words');
  });

  it('takes what is read after a refusal, whatever its version', async () => {
    const page = await open();
    await page.click('Switch off: invoice');
    await page.click('Save words');
    await page.refuse('PUT', URL, 412, 'stale_version', 'Somebody changed the lexicon.');
    await page.answer('GET', URL, aLexicon({ version: 2 }));
    await page.click('Save words');
    expect(page.call('PUT', URL).request.headers.get('If-Match')).toBe('"2"');
  });

  it('is still being changed when the page is left and opened again, until it is discarded', async () => {
    const page = await open();
    await page.click('Switch off: invoice');
    await page.router.navigateByUrl('/admin/users');
    await page.settle();
    await page.router.navigateByUrl('/admin/suggestions');
    await page.settle();
    await page.answer('GET', URL, aLexicon({ urgency: [{ term: 'outage', weight: 1 }], version: 5 }));
    expect(rows(page)[1]).toBe('invoice Billing Off Switch on');
    await page.click('Save words');
    const call = page.call('PUT', URL);
    expect([call.request.body, call.request.headers.get('If-Match')]).toEqual([
      { terms: aLexicon().terms, off: ['invoice'], urgency: [{ term: 'outage', weight: 1 }] },
      '"5"',
    ]);
    call.flush(aLexicon({ off: ['invoice'], version: 6 }));
    await page.settle();
    await page.click('Switch off: crash');
    await page.click('Discard words');
    await page.answer('GET', URL, aLexicon({ off: ['invoice'], version: 6 }));
    expect(localStorage.length).toBe(0);
  });

  it('shows what the words do to a text, those that are not saved included', async () => {
    const page = await open();
    await page.click('Switch off: crash');
    const box = document.querySelector<HTMLTextAreaElement>('#lexicon-text');
    if (!box) throw new Error('There is nothing to write into');
    box.value = 'The invoice printer has no outage';
    box.dispatchEvent(new Event('input'));
    // After a pause of the typing.
    let calls = page.http.match(`${URL}/try`);
    while (calls.length === 0) {
      await page.settle();
      calls = page.http.match(`${URL}/try`);
    }
    calls[0]?.flush(FOUND);
    await page.settle();
    expect(calls[0]?.request.body).toMatchObject({ changes: { off: ['crash'] } });
    expect(page.texts('desk-lexicon-trial li')).toEqual([
      'invoice Billing, weight +1.4',
      'label printer Technical, counts with the next model',
      'outage urgency −0.9',
    ]);
    expect(page.text('desk-lexicon-trial p')).toBe('Billing Low');
  });

  it('offers another try when it did not come', async () => {
    const page = await AdminTestPage.open('/admin/suggestions');
    await page.refuse('GET', URL, 503, 'database_unavailable', 'The database is away.');
    expect(page.text('desk-lexicon-card desk-error-state')).toContain('The lexicon could not be loaded');
  });
});
