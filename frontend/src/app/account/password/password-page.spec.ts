import { TestBed } from '@angular/core/testing';
import { Session } from '../../core/session';
import { aProblem } from '../../core/testing/fakes';
import { anAccount, signInAs } from '../../core/testing/sign-in';
import { ACCOUNT_ROUTES } from '../account.routes';
import { AccountPage } from '../testing/account-page';

const NEW = 'correct horse battery';

describe('changing the password', () => {
  let page: AccountPage;

  beforeEach(async () => {
    page = new AccountPage([{ path: 'account', children: ACCOUNT_ROUTES }]);
    signInAs();
    await page.open('/account');
  });

  afterEach(() => page.leave());

  it('is the first page of the account, and tells what it ends', () => {
    expect(page.address).toBe('/account/password');
    expect(page.text('[aria-current="page"]')).toBe('Password');
    expect(page.text('section')).toContain('Changing it ends your sessions in other browsers.');
  });

  it('is confirmed, empties the form, and begins a new session', async () => {
    await page.type('Current password', 'the old one');
    await page.type('New password', NEW);
    await page.submit();
    const before = TestBed.inject(Session).beginnings;
    await page.answer(page.http.expectOne('/api/auth/password'), { user: anAccount() });

    expect(page.text('desk-snack-message')).toContain('Your sessions in other browsers have ended.');
    expect([page.field('Current password').value, page.field('New password').value]).toEqual(['', '']);
    expect(document.querySelector('mat-error')).toBeNull();
    expect(TestBed.inject(Session).beginnings).toBe(before + 1);
  });

  it('says by the field that the current one is wrong, and keeps the new one', async () => {
    await page.type('Current password', 'the wrong one');
    await page.type('New password', NEW);
    await page.submit();
    const errors = [{ field: 'current_password', code: 'wrong_password', message: 'This is not your password.' }];
    await page.refuse(page.http.expectOne('/api/auth/password'), aProblem(400, 'validation_failed', { errors }));

    expect(page.texts('mat-error')).toEqual(['This is not your password.']);
    expect(document.activeElement).toBe(page.field('Current password'));
    expect(page.field('New password').value).toBe(NEW);
  });
});
