import type { LlmBudget, SuggestionSettings } from '../../../api/admin-model';
import { AdminTestPage } from '../../testing/admin-page';
import { LLM_STATE } from '../../testing/llm';

const URL = '/api/admin/suggestions/settings';
const FIRST = {
  ...{ fallback: 'defaults', hidden_share: 0.05, category_threshold: null, priority_threshold: null },
  ...{ masking: true, mask_patterns: [], examples: true, daily_budget: null, prices: {} },
} satisfies Partial<SuggestionSettings>;
const ORIGIN = 'shipped';
const FROM: SuggestionSettings['from'] = {
  ...{ fallback: ORIGIN, hidden_share: ORIGIN, category_threshold: ORIGIN, priority_threshold: ORIGIN },
  ...{ masking: ORIGIN, mask_patterns: ORIGIN, examples: ORIGIN, daily_budget: ORIGIN, prices: ORIGIN },
};
const SETTINGS: SuggestionSettings = {
  ...FIRST,
  ...{ environment: FIRST, environment_from: FROM, from: FROM },
  ...{ version: 3, updated_at: null, updated_by: null },
};
const BUDGET_URL = '/api/admin/suggestions/budget';
const BUDGET: LlmBudget = {
  ...{ daily: 5, spent: 5.02, calls: 212, unknown: 0, priced: true, used_up: true },
  ends_at: '2026-04-21T00:00:00.000Z',
};
const CATEGORY = 'Sure of a category, in percent';
const HIDDEN = 'Hidden share, in percent';

async function open(settings: SuggestionSettings = SETTINGS): Promise<AdminTestPage> {
  const page = await AdminTestPage.open('/admin/suggestions');
  await page.answer('GET', '/api/admin/llm', LLM_STATE);
  await page.answer('GET', URL, settings);
  return page;
}

const field = (label: string): string => {
  const id = [...document.querySelectorAll('label')].find(({ textContent }) => textContent.trim() === label)?.htmlFor;
  return (document.getElementById(id ?? '') as HTMLInputElement).value;
};

/** Where first values come from where the environment says two of them. */
const FROM_BOTH = { ...SETTINGS.from, fallback: 'environment', hidden_share: 'environment' } as const;

describe('the settings of suggestions', () => {
  afterEach(() => {
    document.body.replaceChildren();
    localStorage.clear();
  });

  it('say who answers, and where each value comes from', async () => {
    const from = { ...SETTINGS.from, fallback: 'environment', hidden_share: 'desk' } as const;
    const page = await open({ ...SETTINGS, hidden_share: 0.1, from, environment_from: FROM_BOTH });

    expect(page.texts('.fixed')).toEqual(['LLM, gpt-4o-mini', 'Two to choose from', 'No suggestion, with the reason']);
    expect(field(HIDDEN)).toBe('10');
    expect(page.texts('desk-setting-origin')).toEqual([
      'From LLM_FALLBACK',
      'As shipped',
      'As shipped',
      'Set here Go back to 5 % (HIDDEN_SHARE)',
      'As shipped',
      'As shipped',
      'As shipped',
      'As shipped',
      'As shipped',
    ]);
    expect(page.texts('desk-page-head .actions button')).toEqual(['']);
  });

  it('are saved together, only what differs, on the version that was seen', async () => {
    const page = await open();
    await page.write(HIDDEN, '7,5 %');
    await page.write(CATEGORY, '65');
    document.querySelector<HTMLElement>('desk-llm-data-card mat-slide-toggle button')?.click();
    await page.click('Save');
    const call = page.call('PATCH', URL);

    expect(call.request.body).toEqual({ hidden_share: 0.075, category_threshold: 0.65, examples: false });
    expect(call.request.headers.get('If-Match')).toBe('"3"');
    call.flush({ ...SETTINGS, hidden_share: 0.075, category_threshold: 0.65, examples: false, version: 4 });
    await page.settle();
    expect(page.texts('desk-page-head .actions button')).toEqual(['']);
    expect(field(HIDDEN)).toBe('7.5');
  });

  it('say by the field what is wrong before the API is asked, and what the API has against it', async () => {
    const page = await open();
    await page.write(HIDDEN, '51');
    await page.click('Save');
    page.http.expectNone((request) => request.method === 'PATCH');
    expect(page.texts('mat-error')).toEqual(['Hidden share goes from 0 to 50 percent.']);

    await page.write(HIDDEN, '49');
    await page.click('Save');
    const errors = [{ field: 'hidden_share', code: 'too_large', message: 'Less, please.' }];
    await page.refuse('PATCH', URL, 400, 'validation_failed', 'Less, please.', { errors });
    expect(page.texts('mat-error')).toEqual(['Less, please.']);
    expect(field(HIDDEN)).toBe('49');
  });

  it('name no variable that nobody has set', async () => {
    const page = await open({ ...SETTINGS, hidden_share: 0.1, from: { ...SETTINGS.from, hidden_share: 'desk' } });

    expect(page.texts('desk-setting-origin')).toContain('Set here Go back to 5 % (as shipped)');
  });

  it('go back to the environment one by one, and keep what is being written', async () => {
    const from = { ...SETTINGS.from, hidden_share: 'desk' } as const;
    const page = await open({ ...SETTINGS, hidden_share: 0.1, from, environment_from: FROM_BOTH });
    await page.write(CATEGORY, '65');
    await page.click('Hidden share: Go back to 5 % (HIDDEN_SHARE)');
    const call = await page.answer('PATCH', URL, { ...SETTINGS, version: 4 });

    expect(call.request.body).toEqual({ hidden_share: null });
    expect(field(HIDDEN)).toBe('5');
    expect(field(CATEGORY)).toBe('65');
    expect(page.texts('desk-page-head .actions button').slice(1)).toEqual(['Discard', 'Save']);
  });

  it('take what another admin changed beside it, and save without a question', async () => {
    const page = await open();
    await page.write(CATEGORY, '65');
    await page.click('Save');
    await page.refuse('PATCH', URL, 412, 'stale_version', 'Somebody changed the settings.');
    await page.answer('GET', URL, { ...SETTINGS, hidden_share: 0.2, version: 9 });
    const call = page.call('PATCH', URL);

    expect(call.request.body).toEqual({ category_threshold: 0.65 });
    expect(call.request.headers.get('If-Match')).toBe('"9"');
    expect(field(HIDDEN)).toBe('20');
  });

  it('ask when another admin changed the same, with both values there', async () => {
    const page = await open();
    await page.write(HIDDEN, '7');
    await page.click('Save');
    await page.refuse('PATCH', URL, 412, 'stale_version', 'Somebody changed the settings.');
    await page.answer('GET', URL, { ...SETTINGS, hidden_share: 0.2, version: 9 });

    expect(page.text('desk-llm-page > desk-banner')).toContain('Another admin was faster: Hidden share (now 20 %).');
    expect(field(HIDDEN)).toBe('7');
    await page.click('Save');
    const call = await page.answer('PATCH', URL, { ...SETTINGS, hidden_share: 0.07, version: 10 });
    expect(call.request.headers.get('If-Match')).toBe('"9"');
    expect(page.texts('desk-llm-page > desk-banner')).toEqual([]);
  });

  it('stay as they were saved when a read that was begun before comes late', async () => {
    const page = await open();
    await page.write(HIDDEN, '7');
    await page.click('Refresh');
    await page.click('Save');
    await page.answer('PATCH', URL, { ...SETTINGS, hidden_share: 0.07, version: 4 });
    await page.answer('GET', URL, { ...SETTINGS });

    expect(field(HIDDEN)).toBe('7');
    expect(page.texts('desk-page-head .actions button')).toEqual(['']);
  });

  it('stay as another admin saved them when the answer to a save before comes late', async () => {
    const page = await open();
    await page.write(HIDDEN, '7');
    await page.click('Save');
    const save = page.call('PATCH', URL);
    await page.click('Refresh');
    await page.answer('GET', URL, { ...SETTINGS, hidden_share: 0.2, version: 5 });
    save.flush({ ...SETTINGS, hidden_share: 0.07, version: 4 });
    await page.settle();

    expect(field(HIDDEN)).toBe('20');
    expect(page.texts('desk-page-head .actions button')).toEqual(['']);
  });

  it('are discarded at a word', async () => {
    const page = await open();
    await page.write(HIDDEN, 'abc');
    await page.click('Save');
    await page.click('Discard');

    expect(field(HIDDEN)).toBe('5');
    expect(page.texts('mat-error')).toEqual([]);
  });

  it('are still being changed when the page is left and opened again', async () => {
    const page = await open();
    await page.write(HIDDEN, '7');
    await page.router.navigateByUrl('/admin/users');
    await page.settle();
    await page.router.navigateByUrl('/admin/suggestions');
    await page.settle();
    await page.answer('GET', URL, { ...SETTINGS, category_threshold: 0.5 });

    expect(field(HIDDEN)).toBe('7');
    expect(field(CATEGORY)).toBe('50');
    expect(page.texts('desk-page-head .actions button').slice(1)).toEqual(['Discard', 'Save']);
  });

  it.each<[Partial<LlmBudget>, string]>([
    [{ used_up: false, spent: 1.84 }, ''],
    [{}, "Today's budget of 5.00 is used up. Until midnight: general and medium."],
    [{ daily: 0, spent: 0 }, 'Not asked: its budget is 0. Meanwhile: general and medium.'],
  ])('say by the LLM when it is not asked, for a budget of %j', async (values, words) => {
    const page = await open();
    await page.answer('GET', BUDGET_URL, { ...BUDGET, ...values });
    expect(page.text('desk-answers-card .why')).toBe(words);
  });

  it('ask for no price of the own model, which costs nothing', async () => {
    const page = await AdminTestPage.open('/admin/suggestions');
    await page.answer('GET', '/api/admin/llm', { ...LLM_STATE, provider: 'local', model: 'built-in' });
    await page.answer('GET', URL, SETTINGS);
    expect(page.text('desk-budget-card')).toContain('No LLM is asked, so nothing is spent.');
    expect(page.texts('desk-price-fields')).toEqual([]);
    expect(field('Most per day')).toBe('');
  });

  it('tell what is left of the budget again once another is saved', async () => {
    const page = await open();
    await page.answer('GET', BUDGET_URL, BUDGET);
    await page.write('Most per day', '9');
    await page.click('Save');
    await page.answer('PATCH', URL, { ...SETTINGS, daily_budget: 9, version: 4 });
    await page.answer('GET', BUDGET_URL, { ...BUDGET, daily: 9, used_up: false });
    expect(page.texts('desk-answers-card .why')).toEqual([]);
    expect(page.text('desk-budget-card .lead')).toBe('5.02 of 9.00 today');
  });

  it('can be loaded again when that failed', async () => {
    const page = await AdminTestPage.open('/admin/suggestions');
    await page.refuse('GET', URL, 503, 'database_unavailable', 'The database is away.');
    expect(page.text('desk-answers-card')).toContain('The settings could not be loaded');
    await page.click('Try again');
    await page.answer('GET', URL, SETTINGS);
    expect(field(HIDDEN)).toBe('5');
  });
});

describe('what the LLM costs, and what is masked', () => {
  const READS = 'A million tokens that gpt-4o-mini reads';
  const WRITES = 'A million tokens that it writes';
  const OWN = 'Own patterns, one on each line: Name: pattern';
  const PRICED: SuggestionSettings = {
    ...SETTINGS,
    prices: { other: { input: 9, output: 9 }, 'gpt-4o-mini': { input: 0.15, output: 0.6 } },
    mask_patterns: [{ name: 'Customer', pattern: 'KD-[0-9]+' }],
  };
  const error = (name: string, message: string) => ({ field: name, code: 'invalid', message });

  afterEach(() => {
    document.body.replaceChildren();
    localStorage.clear();
  });

  it('stands in the fields as it is saved, again after what was typed is discarded', async () => {
    const page = await open(PRICED);
    expect([field(READS), field(WRITES), field(OWN)]).toEqual(['0.15', '0.6', 'Customer: KD-[0-9]+']);
    for (const text of ['7,5', 'abc', '']) {
      await page.write(READS, text);
      await page.write(OWN, 'half (');
      expect(field(READS)).toBe(text);
      await page.click('Discard');
      expect([field(READS), field(WRITES), field(OWN)]).toEqual(['0.15', '0.6', 'Customer: KD-[0-9]+']);
    }
    expect(page.texts('desk-page-head .actions button')).toEqual(['']);
  });

  it('is sent with the prices of other models, and without a price where both are empty', async () => {
    const page = await open(PRICED);
    await page.write(READS, '0,2');
    await page.click('Save');
    const call = await page.answer('PATCH', URL, PRICED);
    const other = { input: 9, output: 9 };
    expect(call.request.body).toEqual({ prices: { other, 'gpt-4o-mini': { input: 0.2, output: 0.6 } } });
    await page.write(READS, '');
    await page.write(WRITES, '');
    await page.click('Save');
    expect((await page.answer('PATCH', URL, PRICED)).request.body).toEqual({ prices: { other } });
  });

  it('is masked by patterns as they are written, whatever colons they hold', async () => {
    const page = await open(PRICED);
    await page.write(
      OWN,
      'Customer: (?:KD|AB)-[0-9]+\n(?:KD|AB)-[0-9]+\n\n[[:digit:]]{4}\nhttps?://x\nOrder no:ON[0-9]+',
    );
    await page.click('Save');
    expect((await page.answer('PATCH', URL, PRICED)).request.body).toEqual({
      mask_patterns: [
        { name: 'Customer', pattern: '(?:KD|AB)-[0-9]+' },
        { name: 'Own', pattern: '(?:KD|AB)-[0-9]+' },
        { name: 'Own 2', pattern: '[[:digit:]]{4}' },
        { name: 'Own 3', pattern: 'https?://x' },
        { name: 'Order no', pattern: 'ON[0-9]+' },
      ],
    });
  });

  it.each([
    ['abc', 'A price is an amount like 0.15.'],
    ['', 'A model needs both prices, or none.'],
  ])('is not sent as a price of “%s”', async (text, words) => {
    const page = await open(PRICED);
    await page.write(READS, text);
    await page.click('Save');
    page.http.expectNone((request) => request.method === 'PATCH');
    document.querySelectorAll('desk-price-fields input').forEach((input) => input.dispatchEvent(new Event('blur')));
    await page.settle();
    expect(page.texts('desk-price-fields mat-error, desk-price-fields .wrong')).toEqual([words]);
  });

  it('is masked by what is shipped again, at a word', async () => {
    const page = await open({ ...PRICED, from: { ...PRICED.from, mask_patterns: 'desk' } });
    await page.write(OWN, 'half (');
    await page.click('Patterns of your own: Go back to none (as shipped)');
    const call = await page.answer('PATCH', URL, SETTINGS);
    expect(call.request.body).toEqual({ mask_patterns: null });
    expect(field(OWN)).toBe('');
  });

  it('is told by the price that the API has something against, until that is written anew', async () => {
    const page = await open(PRICED);
    await page.write(WRITES, '2');
    await page.click('Save');
    const errors = [error('prices.gpt-4o-mini.output', 'Too much.'), error('prices.other.input', 'Other, too.')];
    await page.refuse('PATCH', URL, 400, 'validation_failed', 'No.', { errors });
    const wrong = () =>
      [...document.querySelectorAll('desk-price-fields desk-text-field')].map((one) =>
        page.texts('mat-error').filter((words) => one.textContent.includes(words)),
      );
    expect(wrong()).toEqual([[], ['Too much.']]);
    expect(page.texts('desk-price-fields .wrong')).toEqual(['Other, too.']);
    expect(page.texts('desk-llm-page > desk-failure-banner')).toEqual([]);
    await page.write(WRITES, '1');
    expect(wrong()).toEqual([[], []]);
  });

  it('is told with its line where the API has something against a pattern', async () => {
    const page = await open(PRICED);
    await page.write(OWN, 'Customer: KD\n\nBad: (');
    await page.click('Save');
    const errors = [error('mask_patterns.1.pattern', 'This is no pattern of RE2.')];
    await page.refuse('PATCH', URL, 400, 'validation_failed', 'No.', { errors });
    expect(page.texts('#masking-wrong p')).toEqual(['Line 3: This is no pattern of RE2.']);
    expect(document.activeElement?.id).toBe('masking-own');
    await page.click('Discard');
    expect(page.texts('#masking-wrong p')).toEqual([]);
    expect(field(OWN)).toBe('Customer: KD-[0-9]+');
  });
});
