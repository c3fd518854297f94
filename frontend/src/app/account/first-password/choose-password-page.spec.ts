import { TestBed } from '@angular/core/testing';
import { FirstPassword } from '../../core/first-password';
import { Session } from '../../core/session';
import { aProblem } from '../../core/testing/fakes';
import { anAccount, signInAs } from '../../core/testing/sign-in';
import { AccountPage } from '../testing/account-page';
import { ChoosePasswordPage } from './choose-password-page';

const NEW = 'correct horse battery';

describe('choosing a first password', () => {
  let page: AccountPage;

  beforeEach(() => {
    page = new AccountPage([{ path: 'choose-password', component: ChoosePasswordPage }]);
    signInAs({ must_change_password: true });
  });

  afterEach(() => page.leave());

  it('says why, and the rules before a word is typed', async () => {
    await open('one-time');

    expect(page.text('h1 + p')).toContain('you signed in with a password that somebody else knows');
    expect(page.text('mat-hint')).toContain('At least 10 characters');
    expect(page.field('New password').autocomplete).toBe('new-password');
    expect(document.activeElement).toBe(page.field('New password'));
  });

  it('does not ask again for what was typed a moment ago, and leads on', async () => {
    await open('one-time');
    expect(page.texts('label')).toEqual(['New password']);
    await page.type('New password', NEW);
    await page.submit();
    const call = change();
    expect(call.request.body).toEqual({ current_password: 'one-time', new_password: NEW });
    await page.answer(call, { user: anAccount() });

    expect(TestBed.inject(Session).user()?.must_change_password).toBe(false);
    expect(page.address).toBe('/dashboard');
  });

  it('asks for the one-time password after a reload, which remembers nothing', async () => {
    await open(null);
    expect(document.activeElement).toBe(page.field('One-time password'));
    await page.submit();

    expect(page.texts('mat-error')).toEqual(['Enter your one-time password.', 'Choose a new password.']);
    expect(document.activeElement).toBe(page.field('One-time password'));
  });

  it('tells what is too short without asking the API', async () => {
    await open('one-time');
    await page.type('New password', 'short');
    await page.submit();

    expect(page.text('mat-error')).toContain('Use at least 10 characters; this has 5.');
    page.http.expectNone('/api/auth/password');
  });

  it('shows by the field what the API refuses', async () => {
    await open('one-time');
    await page.type('New password', 'password123');
    await page.submit();
    const errors = [{ field: 'new_password', code: 'common', message: 'New password is too common.' }];
    await page.refuse(change(), aProblem(400, 'validation_failed', { errors }));

    expect(page.text('mat-error')).toContain('New password is too common.');
    expect(document.querySelector('desk-banner')).toBeNull();
    expect(document.activeElement).toBe(page.field('New password'));
    await page.type('New password', NEW);
    expect(document.querySelector('mat-error')).toBeNull();
  });

  it('asks for the one-time password when the one in mind is not right any more', async () => {
    await open('one-time');
    await page.type('New password', NEW);
    await page.submit();
    const errors = [{ field: 'current_password', code: 'wrong_password', message: 'This is not your password.' }];
    await page.refuse(change(), aProblem(400, 'validation_failed', { errors }));

    expect(page.text('mat-error')).toContain('This is not your password.');
    expect(document.activeElement).toBe(page.field('One-time password'));
    expect(page.field('New password').value).toBe(NEW);
  });

  it('says what belongs to no field in a banner', async () => {
    await open('one-time');
    await page.type('New password', NEW);
    await page.submit();
    await page.refuse(change(), aProblem(429, 'too_many_requests', {}, { 'Retry-After': '120' }));

    expect(page.text('desk-banner')).toContain('Try again in 2 minutes.');
  });

  it('can be left by signing out', async () => {
    await open('one-time');
    await page.click('Sign out');
    await page.answer(page.http.expectOne('/api/auth/logout'), null);

    expect(page.pageLoad.gone).toEqual(['/sign-in']);
  });

  async function open(typed: string | null): Promise<void> {
    if (typed !== null) TestBed.inject(FirstPassword).remember(typed);
    await page.open('/choose-password?return=%2Fdashboard');
  }

  function change() {
    return page.http.expectOne({ method: 'POST', url: '/api/auth/password' });
  }
});
