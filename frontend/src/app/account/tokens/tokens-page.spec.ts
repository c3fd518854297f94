import { Clipboard } from '@angular/cdk/clipboard';
import { TestBed } from '@angular/core/testing';
import type { ApiToken, Role } from '../../api/model';
import { aProblem } from '../../core/testing/fakes';
import { signInAs } from '../../core/testing/sign-in';
import { ACCOUNT_ROUTES } from '../account.routes';
import { AccountPage } from '../testing/account-page';

const SECRET = 'desk_4kQ2vXc8TnLr7WbYpZ3hGdJmSaFe9uKx';

describe('the API tokens of a person', () => {
  let page: AccountPage;

  beforeEach(() => {
    page = new AccountPage([{ path: 'account', children: ACCOUNT_ROUTES }]);
  });

  afterEach(() => page.leave());

  it('are listed with what they may do, when they were used and when they expire', async () => {
    await open([token('a', { last_used_at: null }), token('b', { name: 'Old', expired: true })]);

    expect(page.text('li:nth-child(1)')).toContain('Nightly export');
    expect(page.texts('li:nth-child(1) code')).toEqual(['tickets:read']);
    expect(page.texts('li:nth-child(1) dd')).toEqual(['2 Apr 2026', 'never', '1 Jul 2026']);
    expect(page.texts('li:nth-child(2) dt')).toEqual(['Created', 'Last used', 'Expired']);
  });

  it('can be made from the empty page', async () => {
    await open([]);
    expect(page.text('desk-empty-state')).toContain('You have no API tokens');
    await page.click('New token');

    expect(page.text('mat-dialog-container h2')).toBe('New API token');
  });

  it('can be asked for again when they could not be loaded', async () => {
    signInAs();
    await page.open('/account/tokens');
    expect(page.text('[role="status"]')).toBe('Loading');
    await page.refuse(list(), aProblem(500, 'internal_error', { detail: 'Something went wrong.' }));
    expect(page.text('desk-error-state')).toContain('Something went wrong.');

    await page.click('Try again');
    await page.answer(list(), { results: [token('a')] });
    expect(page.texts('li')).toHaveLength(1);
  });

  it.each<[Role, string[]]>([
    ['agent', ['tickets:read', 'tickets:write']],
    ['admin', ['tickets:read', 'tickets:write', 'admin']],
  ])('of an %s may do %j', async (role, scopes) => {
    await open([], role);
    await page.click('New token');

    expect(page.texts('mat-checkbox code')).toEqual(scopes);
  });

  describe('when made', () => {
    beforeEach(async () => {
      await open([]);
      await page.click('New token');
    });

    it('need a name and something they may do', async () => {
      await page.click('Read tickets');
      await page.click('Create token');

      expect(page.text('mat-error')).toContain('Give the token a name.');
      expect(page.text('#token-scopes-error')).toBe('Choose what the token may do.');
      expect(document.activeElement).toBe(page.field('Name'));
      page.http.expectNone({ method: 'POST' });
    });

    it('work for as long as was chosen', async () => {
      await page.type('Name', ' Nightly export ');
      await page.click('Write tickets');
      await page.click('Other');
      await page.type('Days', '7');
      await page.click('Create token');

      expect(creation().request.body).toEqual({
        name: 'Nightly export',
        scopes: ['tickets:read', 'tickets:write'],
        expires_in_days: 7,
      });
    });

    it('say what the API refuses', async () => {
      await page.type('Name', 'x');
      await page.click('Create token');
      const errors = [
        { field: 'name', code: 'taken', message: 'There is such a token.' },
        { field: 'expires_in_days', code: 'max', message: 'Too long.' },
        { field: 'unknown', code: 'x', message: 'And this.' },
      ];
      await page.refuse(creation(), aProblem(400, 'validation_failed', { errors }));

      expect(page.text('mat-error')).toContain('There is such a token.');
      expect(page.text('desk-banner')).toBe('And this.');
    });

    it('show their secret once, to copy, with a call to try', async () => {
      const copied: string[] = [];
      TestBed.inject(Clipboard).copy = (text) => copied.push(text) > 0;
      await page.type('Name', 'Nightly export');
      await page.click('Create token');
      await page.answer(creation(), { token: token('n'), secret: SECRET });

      expect(page.text('mat-dialog-container')).toContain('It will not be shown again.');
      expect(page.texts('desk-token-secret code')[0]).toBe(SECRET);
      expect(page.texts('desk-token-secret code')[1]).toContain(`curl -H "Authorization: Bearer ${SECRET}"`);
      expect(document.activeElement?.textContent).toContain('Nightly export is ready');
      await page.click('Copy the token');
      expect(copied).toEqual([SECRET]);
      expect(page.text('desk-token-secret [role="status"]')).toBe('Copied');

      await page.click('Done');
      await page.answer(list(), { results: [token('n')] });
      expect(page.texts('li')).toHaveLength(1);
      expect(document.body.textContent).not.toContain(SECRET);
    });

    it('do not lose their secret to a click beside it or to Escape', async () => {
      await page.type('Name', 'Nightly export');
      await page.click('Create token');
      await page.answer(creation(), { token: token('n'), secret: SECRET });
      document.querySelector<HTMLElement>('.cdk-overlay-backdrop')!.click();
      await page.pressEscape();

      expect(page.text('desk-token-secret')).toContain(SECRET);
    });
  });

  it('are listed once made, though the list is pointed at', async () => {
    await open([token('a')]);
    document.querySelector('[deskInUse]')?.dispatchEvent(new Event('pointerenter'));
    await page.click('New token');
    await page.type('Name', 'Nightly import');
    await page.click('Create token');
    await page.answer(creation(), { token: token('n', { name: 'Nightly import' }), secret: SECRET });
    await page.click('Done');
    await page.answer(list(), { results: [token('n', { name: 'Nightly import' }), token('a')] });

    expect(page.texts('li')).toEqual([
      expect.stringContaining('Nightly import'),
      expect.stringContaining('Nightly export'),
    ]);
  });

  it('are revoked after a question', async () => {
    await open([token('a')]);
    await page.click('Revoke Nightly export');
    page.http.expectNone({ method: 'DELETE' });
    await page.click('Revoke');
    await page.answer(page.http.expectOne({ method: 'DELETE', url: '/api/auth/tokens/a' }), null);
    await page.answer(list(), { results: [] });

    expect(page.text('desk-snack-message')).toBe('Nightly export revoked');
    expect(page.text('desk-empty-state')).toContain('You have no API tokens');
  });

  it('go on when the question is answered with no', async () => {
    await open([token('a')]);
    await page.click('Revoke Nightly export');
    await page.click('Cancel');

    page.http.verify();
    expect(page.texts('li')).toHaveLength(1);
  });

  async function open(results: ApiToken[], role: Role = 'agent'): Promise<void> {
    signInAs({ role });
    await page.open('/account/tokens');
    await page.answer(list(), { results });
  }

  function list() {
    return page.http.expectOne({ method: 'GET', url: '/api/auth/tokens' });
  }

  function creation() {
    return page.http.expectOne({ method: 'POST', url: '/api/auth/tokens' });
  }
});

function token(id: string, values: Partial<ApiToken> = {}): ApiToken {
  return {
    id,
    name: 'Nightly export',
    scopes: ['tickets:read'],
    created_at: '2026-04-02T08:00:00.000Z',
    expires_at: '2026-07-01T08:00:00.000Z',
    last_used_at: '2026-04-20T08:00:00.000Z',
    expired: false,
    ...values,
  };
}
