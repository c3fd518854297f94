import { AdminTestPage } from '../testing/admin-page';
import { anEvent } from '../testing/desk';
import { AUDIT_GROUPS } from './audit-words';

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

    expect(page.call('GET', AUDIT).request.params.toString()).toBe('except=sign_in&except=sign_out&limit=50');
  });

  it('leaves people coming and going out, in the list and in the export, until they are asked for', async () => {
    const page = await AdminTestPage.open('/admin/audit');
    const { request } = await page.answer('GET', AUDIT, { results: [anEvent()], next_cursor: null });
    expect(request.params.getAll('except')).toEqual(['sign_in', 'sign_out']);
    expect(page.control('Export CSV').getAttribute('href')).toContain('except=sign_in&except=sign_out');
    expect(page.control('Show sign-ins').getAttribute('aria-checked')).toBe('false');

    await page.click('Show sign-ins');
    const all = await page.answer('GET', AUDIT, { results: [], next_cursor: null });
    expect(all.request.params.has('except')).toBe(false);
    expect(page.router.url).toBe('/admin/audit?sign_ins=shown');
    expect(page.control('Show sign-ins').getAttribute('aria-checked')).toBe('true');
  });

  it('shows sign-ins to whoever asks for that kind', async () => {
    const page = await AdminTestPage.open('/admin/audit?kind=sign_in');

    expect(page.call('GET', AUDIT).request.params.toString()).toBe('kind=sign_in&limit=50');
    expect(page.texts('desk-toggle-chip')).toEqual([]);
  });

  it('offers the kinds in groups', async () => {
    const page = await AdminTestPage.open('/admin/audit');
    await page.click('Filter by Kind');

    const groups = [...document.querySelectorAll('[role=menu] [role=group]')];
    expect(groups.map((group) => group.getAttribute('aria-label'))).toEqual(Object.keys(AUDIT_GROUPS));
    expect(groups[2]!.querySelectorAll('[role=menuitemradio]')).toHaveLength(2);
  });

  it('takes days as they are written, and says when one is none', async () => {
    const page = await AdminTestPage.open('/admin/audit?from=2026-04-20');
    const [from, to] = [...document.querySelectorAll<HTMLInputElement>('desk-day-field input')];
    expect(from!.value).toBe('20 Apr 2026');

    for (const [text, words] of [
      ['tomorrow', 'Write a day like 26 Nov 2026'],
      ['19.4.2026', 'This is before the first day'],
    ] as const) {
      await write(page, to!, text);
      expect(page.text('desk-day-field [role=alert]')).toBe(words);
      expect(to!.getAttribute('aria-invalid')).toBe('true');
    }
    expect(page.router.url).toBe('/admin/audit?from=2026-04-20');
    await write(page, to!, '21.4.2026');
    expect(page.router.url).toBe('/admin/audit?from=2026-04-20&to=2026-04-21');
    expect(to!.value).toBe('21 Apr 2026');
    expect(page.texts('desk-day-field [role=alert]')).toEqual([]);
    await write(page, from!, '');
    expect(page.router.url).toBe('/admin/audit?to=2026-04-21');
  });

  it('chooses a day from the calendar', async () => {
    const page = await AdminTestPage.open('/admin/audit?from=2026-04-20');
    await page.click('Calendar: From');
    await page.click('Thursday, 23 April 2026');

    expect(page.router.url).toBe('/admin/audit?from=2026-04-23');
  });

  it('names the time zone of its times and days', async () => {
    const page = await AdminTestPage.open('/admin/audit');

    expect(page.text('desk-page-head .detail')).toBe(`Newest first, in your time (${zone()})`);
  });

  async function write(page: AdminTestPage, field: HTMLInputElement, text: string): Promise<void> {
    field.value = text;
    field.dispatchEvent(new Event('input'));
    field.dispatchEvent(new Event('change'));
    await page.settle();
  }

  function zone(): string {
    return Intl.DateTimeFormat().resolvedOptions().timeZone;
  }
});
