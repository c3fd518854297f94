import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { Live } from '../../api/live/live';
import { PACE_MS } from '../../api/live/told';
import { AdminTestPage } from '../testing/admin-page';
import { OVERVIEW } from '../testing/desk';

const URL = '/api/admin/overview';

describe('the admin section', () => {
  afterEach(() => {
    jest.useRealTimers();
    document.body.replaceChildren();
  });

  it('opens with the overview: health in words, figures, versions, last events', async () => {
    const page = await AdminTestPage.open('/admin');

    expect(page.router.url).toBe('/admin/overview');
    expect(document.title).toBe('Admin · Support Ticket System');
    expect(page.texts('.health .word')).toEqual(['Works', 'Works', 'Fails']);
    expect(page.texts('.counts .tile')[0]).toBe('Tickets 4,827 214 open');
    expect(page.text('.versions')).toContain('PostgreSQL 18.1 Prompt 3');
    expect(page.text('.suggestions')).toContain('Asked for 142 By the LLM 139 Defaults filled in 3');
    expect(page.text('.audit')).toContain('Priya Nair created the user jonas.weber');
  });

  it('does not speak of a prompt where there is none', async () => {
    const page = await AdminTestPage.open('/admin');
    await page.click('Refresh the overview');
    await page.answer('GET', URL, { ...OVERVIEW, versions: { ...OVERVIEW.versions, prompt: null } });

    expect(page.text('.versions')).not.toContain('Prompt');
  });

  it.each([
    [1, '1 admin'],
    [2, '2 admins'],
  ])('counts %d as "%s"', async (admins_active, words) => {
    const page = await AdminTestPage.open('/admin');
    await page.click('Refresh the overview');
    await page.answer('GET', URL, { ...OVERVIEW, counts: { ...OVERVIEW.counts, admins_active } });

    expect(page.texts('.counts .tile')[1]).toMatch(new RegExp(`${words}$`));
  });

  it('shows in its navigation where one is, and how many there are', async () => {
    const page = await AdminTestPage.open('/admin');

    expect(page.texts('desk-admin-nav a')).toEqual([
      'Overview',
      'Users 12 active',
      'Categories 4 in use',
      'Tickets',
      'E-mail 2 in quarantine',
      'Tokens 5 active',
      'Audit',
      'Suggestions',
      'AI quality',
    ]);
    expect(page.texts('[aria-current=page]')).toEqual(['Overview']);
  });

  it('follows its figures on each of its pages, and no more once it was left', async () => {
    const page = await AdminTestPage.open('/admin');
    jest.useFakeTimers();
    const told = async () => {
      TestBed.inject(Live).hear({ kind: 'statistics.changed' });
      await jest.advanceTimersByTimeAsync(2 * PACE_MS);
      TestBed.tick();
    };
    await told();
    await go('/admin/audit');
    page.http.expectOne(URL).flush(OVERVIEW);
    await told();
    page.http.expectOne(URL).flush(OVERVIEW);

    await go('/');
    expect(document.querySelector('desk-admin-frame')).toBeNull();
    await told();
    page.http.expectNone(URL);

    async function go(url: string): Promise<void> {
      const gone = page.router.navigateByUrl(url);
      await jest.advanceTimersByTimeAsync(0);
      await gone;
      TestBed.tick();
    }
  });

  it('puts the other pages into a menu at the title on a phone', async () => {
    const page = await AdminTestPage.open('/admin/suggestions', 390);
    expect(page.texts('desk-admin-nav')).toEqual([]);
    await page.choose('Admin pages', 'Tokens');

    expect(page.router.url).toBe('/admin/tokens');
  });

  it('keeps what it shows when only the refresh fails', async () => {
    const page = await AdminTestPage.open('/admin');
    await page.click('Refresh the overview');
    await page.refuse('GET', URL, 503, 'database_unavailable', 'The database cannot do this right now.');

    expect(page.text('desk-banner')).toContain('The overview could not be refreshed.');
    expect(page.texts('.health .word')).toHaveLength(3);
    await page.click('Try again');
    await page.answer('GET', URL, OVERVIEW);
    expect(page.texts('desk-banner')).toEqual([]);
  });

  it('offers no second try of a refresh that is refused', async () => {
    const page = await AdminTestPage.open('/admin');
    await page.click('Refresh the overview');
    await page.refuse('GET', URL, 404, 'not_found', 'There is no overview.');

    expect(page.text('desk-banner')).toBe('The overview could not be refreshed. There is no overview.');
  });

  it('is refreshed by itself when the desk is back', async () => {
    const page = await AdminTestPage.open('/admin');
    await page.click('Refresh the overview');
    page.call('GET', URL).error(new ProgressEvent('error'));
    await page.settle();
    expect(page.texts('desk-banner')).toHaveLength(1);
    window.dispatchEvent(new Event('online'));
    await page.settle();
    await page.answer('GET', URL, OVERVIEW);

    expect(page.texts('desk-banner')).toEqual([]);
  });
});
