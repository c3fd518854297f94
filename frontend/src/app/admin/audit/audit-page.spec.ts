import { AdminTestPage } from '../testing/admin-page';
import { anEvent } from '../testing/desk';

const AUDIT = '/api/admin/audit';

describe('the audit log', () => {
  afterEach(() => document.body.replaceChildren());

  it('tells events as sentences, and more about one that is opened', async () => {
    const page = await AdminTestPage.open('/admin/audit');
    const subject = { type: 'user', id: '2', label: 'jonas.weber' };
    const details = { changes: { role: { from: 'admin', to: 'agent' } } };
    const events = [anEvent({ id: 2, kind: 'user_changed', subject, details }), anEvent()];
    await page.answer('GET', AUDIT, { results: events, next_cursor: null });

    expect(page.texts('desk-audit-event-line')).toEqual([
      'Priya Nair changed the user jonas.weber',
      'Priya Nair signed in',
    ]);
    const button = document.querySelector<HTMLElement>('.event')!;
    button.click();
    await page.settle();
    expect(button.getAttribute('aria-expanded')).toBe('true');
    expect(page.text('dl')).toContain('Role from admin to agent');
    button.click();
    await page.settle();
    expect(page.texts('dl')).toEqual([]);
  });

  it('filters by person, kind and days, and exports the same', async () => {
    const page = await AdminTestPage.open('/admin/audit?person=2&from=2026-04-20');
    const first = await page.answer('GET', AUDIT, { results: [], next_cursor: null });
    expect(first.request.params.get('actor')).toBe('2');
    expect(first.request.params.get('from')).toBe(new Date(2026, 3, 20).toISOString());
    expect(page.text('desk-empty-state h2')).toBe('No event matches the filters');

    await page.choose('Filter by Kind', 'User created');
    const call = page.call('GET', AUDIT);
    expect(page.router.url).toBe('/admin/audit?person=2&from=2026-04-20&kind=user_created');
    const href = page.control('Export CSV').getAttribute('href') ?? '';
    const csv = new URL(href, 'http://desk').searchParams;
    call.request.params
      .keys()
      .filter((name) => name !== 'limit')
      .forEach((name) => {
        expect(csv.get(name)).toBe(call.request.params.get(name));
      });
    expect(href.startsWith('/api/admin/audit.csv?actor=2')).toBe(true);
  });

  it('takes no notice of what is no filter', async () => {
    const page = await AdminTestPage.open('/admin/audit?kind=nonsense&person=x&from=yesterday');

    expect(page.call('GET', AUDIT).request.params.toString()).toBe('limit=50');
  });
});
