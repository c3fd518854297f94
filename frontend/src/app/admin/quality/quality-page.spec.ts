import { FakeResizeObserver } from '../../ui/chart/testing/fake-resize-observer';
import { AdminTestPage } from '../testing/admin-page';
import { aQuality, aShare } from '../testing/quality';

const URL = '/api/admin/suggestions/quality';

describe('the page of AI quality', () => {
  beforeEach(() => FakeResizeObserver.install({ width: 700, height: 240 }));
  afterEach(() => document.body.replaceChildren());

  async function open(address = '/admin/quality', values: Parameters<typeof aQuality>[0] = {}) {
    const page = await AdminTestPage.open(address);
    const call = await page.answer('GET', URL, aQuality(values));
    await page.answerSurroundings();
    return { page, params: call.request.params };
  }

  it('shows acceptance and accuracy without looking apart, with their intervals', async () => {
    const { page } = await open();
    expect(page.texts('desk-rate-card')).toEqual([
      'Acceptance 87.0 % 694 of 798 kept as suggested 60 % 95 % interval 82.0 to 92.0 100 %',
      'Override 13.0 % 104 of 798 changed by a person 0 % 95 % interval 8.0 to 18.0 40 %',
      'Unbiased accuracy 84.2 % 101 of 120 chosen without seeing it 60 % 95 % interval 79.2 to 89.2 100 %',
      'Coverage 98.5 % 918 of 932 got a suggestion, 14 held back in doubt 60 % 95 % interval 93.5 to 100.0 100 %',
    ]);
    expect(page.text('.detail')).toBe('gpt-4o-mini, prompt v3. Intervals are 95 %');
  });

  it('asks for what its address says, and keeps choices there', async () => {
    const { page, params } = await open('/admin/quality?field=priority&period=90d&source=llm&model=gpt');
    const asked = (names: string[]) => names.map((name) => params.get(name));
    expect(asked(['field', 'period', 'source', 'model'])).toEqual(['priority', '90d', 'llm', 'gpt']);
    await page.choose('Period: Last 90 days', 'Last 365 days');
    expect(page.router.url).toBe('/admin/quality?field=priority&period=365d&source=llm&model=gpt');
    const next = await page.answer('GET', URL, aQuality());
    expect(next.request.params.get('period')).toBe('365d');
    await page.click('Show all');
    expect(page.router.url).toBe('/admin/quality?field=priority&period=365d');
  });

  it('offers the same as a table for spreadsheets', async () => {
    const { page } = await open('/admin/quality?period=7d');
    const address = page.control('Export CSV').getAttribute('href') ?? '';
    expect(address).toMatch(/^\/api\/admin\/suggestions\/quality\.csv\?field=category&period=7d&tz=/);
  });

  it("tells of the desk's own models when each was made", async () => {
    const made_at = new Date(2026, 3, 20, 3, 10).toISOString();
    const [model] = aQuality().models;
    const models = model ? [{ ...model, source: 'local', model: 'built-in', version: 'c0ffee01', made_at }] : [];
    const { page } = await open('/admin/quality?source=local&version=c0ffee01', { models });
    const words = 'Built-in suggester, version c0ffee01 of 20 Apr 2026, 03:10';
    expect(page.texts('desk-model-quality-card tbody th')).toEqual([words]);
    expect(page.text('desk-page-head')).toContain('Built-in suggester of 20 Apr 2026, 03:10.');
    expect(page.text('desk-banner')).toContain(`Only ${words}.`);
  });

  it('leads from each model to its own figures, and from none to more than its own', async () => {
    const [model] = aQuality().models;
    const models = model ? [model, { ...model, model: null, version: null }] : [];
    await open('/admin/quality', { models });
    expect([...document.querySelectorAll('desk-model-quality-card a')].map((a) => a.getAttribute('href'))).toEqual([
      '/admin/quality?source=llm&model=gpt-4o-mini&version=3',
    ]);
  });

  it('leads from each cell to its tickets, of the very days that are shown', async () => {
    const { page } = await open();
    expect(page.control('22 7 % tickets: Technical, suggested as Billing').getAttribute('href')).toBe(
      '/admin/quality/tickets?field=category&from=2026-04-08&to=2026-04-21&suggested=billing&chosen=technical',
    );
    expect(page.text('.insight')).toContain('22 × Technical was suggested as Billing, the most common miss');
  });

  it('marks the change of model on the line, and reads it out', async () => {
    const { page } = await open();
    expect(page.texts('.mark-word')).toEqual(['prompt v3']);
    expect(document.querySelector('desk-line-chart svg')?.getAttribute('aria-label')).toContain(
      'Changes: gpt-4o-mini, prompt v3.',
    );
  });

  it('has a table behind each chart', async () => {
    const { page } = await open();
    for (const button of document.querySelectorAll<HTMLElement>('.toggle')) button.click();
    await page.settle();
    expect(page.text('desk-reliability-card tbody')).toBe('90 to 100 530 98.1 93.1 to 100.0');
    expect(page.texts('desk-line-table tbody th')).toEqual(['15 Apr to 21 Apr', '8 Apr to 14 Apr']);
  });

  it('says no percentage below fifty, and how many there are', async () => {
    const { page } = await open('/admin/quality', { measured: false, confirmed: 12 });
    expect(page.text('desk-banner')).toContain('12 tickets are confirmed so far. Percentages appear from 50.');
    expect(page.texts('desk-rate-card')[0]).toBe('Acceptance – 694 of 798 kept as suggested');
    expect(page.text('desk-confusion-card')).not.toContain('%');
    expect(document.querySelector('desk-line-card')).toBeNull();
  });

  it('is empty where nothing was asked, and full again after', async () => {
    const none = aShare(0, 0);
    const { page } = await open('/admin/quality', { asked: 0, acceptance: none, models: [], confusion: [] });
    expect(page.text('desk-empty-state')).toContain('No suggestion in this period');
    expect(page.texts('desk-rate-card')).toEqual([]);
  });

  it('raises the alarm of drift', async () => {
    const share = (of: number, mean: number) => ({ of, mean, deviation: 0.1 });
    const drift = { window: share(100, 0.6), history: share(900, 0.8), limit: 0.77, alarm: true };
    const { page } = await open('/admin/quality', { drift });
    expect(page.text('desk-quality-health-card .alarm')).toContain('clearly fewer words that the desk knows');
    expect(page.text('desk-quality-health-card dl')).toContain('Known words, newest 100 60.0 %');
  });

  it('draws known words over time beside their limit, in words and as a table too', async () => {
    const known = (of: number, mean: number | null, limit: number | null) => ({ of, mean, deviation: 0.1, limit });
    const [first, second] = aQuality().parts;
    const parts = first && second ? [first, second] : [];
    const shares = [known(300, 0.81, null), known(100, 0.69, 0.77)];
    const { page } = await open('/admin/quality', {
      parts: parts.map((part, place) => ({ ...part, known_share: shares[place] ?? part.known_share })),
    });
    expect(document.querySelector('.drift svg[role=img]')?.getAttribute('aria-label')).toBe(
      'Known words by week: 81\u00a0% known in 300 suggestions in the week to 14 Apr, 69\u00a0% known in 100 suggestions, ' +
        'limit 77\u00a0%, below its limit in the week to 21 Apr. Below their limit: 21 Apr. ' +
        'Changes: gpt-4o-mini, prompt v3.',
    );
    expect(document.querySelector('.drift [role=slider]')?.getAttribute('aria-valuetext')).toBe(
      '21 Apr: 69\u00a0% known in 100 suggestions, limit 77\u00a0%, below its limit, change to gpt-4o-mini, prompt v3',
    );
    expect(page.text('.drift .legend')).toBe('Known 78 % Limit');
    document.querySelector<HTMLElement>('.drift .toggle')?.click();
    await page.settle();
    expect(page.texts('.drift tbody tr')).toEqual(['15 Apr to 21 Apr 69 % 77 %', '8 Apr to 14 Apr 81 % –']);
  });

  it('draws no known words where no source counts them', async () => {
    await open();
    expect(document.querySelector('.drift')).toBeNull();
  });

  it('fails with a way out, and keeps what was there when asking again fails', async () => {
    const page = await AdminTestPage.open('/admin/quality');
    await page.refuse('GET', URL, 503, 'database_timeout', 'It took too long.');
    expect(page.text('desk-error-state')).toContain('The figures could not be loaded');
    await page.click('Try again');
    await page.answer('GET', URL, aQuality());
    expect(page.texts('desk-rate-card')).toHaveLength(4);
  });

  it('names what of the address it does not understand', async () => {
    const { page } = await open('/admin/quality?period=2d&from=soon');
    expect(page.text('desk-ignored-banner')).toContain('It ignores period “2d”, from “soon”.');
  });
});

describe('the tickets of a cell', () => {
  afterEach(() => document.body.replaceChildren());

  it('are listed with what the desk had thought, each a way to the ticket', async () => {
    const page = await AdminTestPage.open(
      '/admin/quality/tickets?from=2026-04-08&to=2026-04-21&suggested=billing&chosen=technical',
    );
    const call = await page.answer('GET', `${URL}/tickets`, {
      results: [
        {
          ...{
            id: 42,
            suggestion_id: 'a-suggestion',
            title: 'Card declined',
            confidence: 0.714,
            source: 'llm',
            model: 'gpt',
            version: '3',
          },
          ...{ suggested_at: '2026-04-20T09:22:00.000Z', chosen_by: 2, corrected: false },
        },
      ],
      next_cursor: null,
    });
    await page.answerSurroundings();
    expect(['field', 'from', 'to', 'suggested', 'chosen'].map((name) => call.request.params.get(name))).toEqual([
      ...['category', '2026-04-08', '2026-04-21', 'billing', 'technical'],
    ]);
    expect(page.text('h1')).toBe('Technical, suggested as Billing');
    expect(page.text('li')).toContain('#42 Card declined gpt, prompt v3, 71 % sure, chosen by Jonas Weber');
    expect(document.querySelector('li a')?.getAttribute('href')).toBe('/tickets/42');
  });
});
