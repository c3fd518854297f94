import type { AccountSession } from '../../api/model';
import { aProblem } from '../../core/testing/fakes';
import { signInAs } from '../../core/testing/sign-in';
import { ACCOUNT_ROUTES } from '../account.routes';
import { AccountPage } from '../testing/account-page';

const here = session('a', { current: true });
const phone = session('b', {
  user_agent: 'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 Chrome/139.0.0.0 Mobile Safari/537.36',
  address: '192.0.2.9',
});
const other = session('c');

describe('the sessions of a person', () => {
  let page: AccountPage;

  beforeEach(async () => {
    page = new AccountPage([{ path: 'account', children: ACCOUNT_ROUTES }]);
    signInAs();
    await page.open('/account/sessions');
  });

  afterEach(() => page.leave());

  it('are told in words, this browser first and not to be ended here', async () => {
    await load([phone, here]);

    expect(page.texts('.name')).toEqual(['Firefox on Linux This browser', 'Chrome on Android']);
    expect(page.text('li:nth-child(2)')).toContain('192.0.2.9');
    expect(page.texts('li button')).toEqual(['End']);
  });

  it('say that they are loading, and that there is no other', async () => {
    expect(page.text('[role="status"]')).toBe('Loading');
    await load([here]);

    expect(page.text('section')).toContain('You are signed in nowhere else.');
    expect(page.texts('section button')).toEqual([]);
  });

  it('can be asked for again when they could not be loaded', async () => {
    await page.refuse(list(), aProblem(503, 'database_unavailable', { detail: 'The database is away.' }));
    expect(page.text('desk-error-state')).toContain('The database is away.');
    expect(page.text('desk-error-state')).toContain('req-1');

    await page.click('Try again');
    await load([here]);
    expect(page.texts('.name')).toHaveLength(1);
  });

  it.each([
    ['ended', () => page.answer(ending('b'), null)],
    ['over already', () => page.refuse(ending('b'), aProblem(404, 'session_not_found'))],
  ])('are gone once %s', async (_, answer) => {
    await load([here, phone]);
    await page.click('End the session of Chrome on Android');
    await answer();
    await load([here]);

    expect(page.text('desk-snack-message')).toBe('Session ended');
    expect(document.activeElement?.textContent).toBe('Sessions');
  });

  it('go on when the API does not end them, which is said', async () => {
    await load([here, phone]);
    await page.click('End the session of Chrome on Android');
    await page.refuse(ending('b'), aProblem(503, 'database_unavailable', { detail: 'The database is away.' }));

    expect(page.text('desk-snack-message')).toContain('The session goes on. The database is away.');
    page.http.expectNone('/api/auth/sessions');
  });

  it('end all but this one after a question, one after the other', async () => {
    await load([here, phone, other]);
    await page.click('End all others');
    page.http.expectNone('/api/auth/sessions/b');
    await page.click('End all others');
    const first = ending('b');
    page.http.expectNone('/api/auth/sessions/c');
    await page.answer(first, null);
    await page.answer(ending('c'), null);
    await load([here]);

    expect(page.text('desk-snack-message')).toBe('All other sessions ended');
    expect(document.querySelector('mat-dialog-container')).toBeNull();
  });

  it('say in the question why not all could be ended', async () => {
    await load([here, phone, other]);
    await page.click('End all others');
    await page.click('End all others');
    await page.answer(ending('b'), null);
    await page.refuse(ending('c'), aProblem(503, 'database_unavailable', { detail: 'The database is away.' }));
    expect(page.text('mat-dialog-container desk-banner')).toBe(
      'The database is away. If it happens again, mention request req-1.',
    );

    await page.click('Cancel');
    await load([here, other]);
    expect(page.texts('.name')).toHaveLength(2);
  });

  function list() {
    return page.http.expectOne({ method: 'GET', url: '/api/auth/sessions' });
  }

  function load(results: AccountSession[]): Promise<void> {
    return page.answer(list(), { results });
  }

  function ending(id: string) {
    return page.http.expectOne({ method: 'DELETE', url: `/api/auth/sessions/${id}` });
  }
});

function session(id: string, values: Partial<AccountSession> = {}): AccountSession {
  return {
    id,
    created_at: '2026-04-20T07:12:00.000Z',
    last_seen_at: '2026-04-21T09:22:00.000Z',
    expires_at: '2026-04-27T07:12:00.000Z',
    address: '127.0.0.1',
    user_agent: 'Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0',
    current: false,
    ...values,
  };
}
