import { TestBed } from '@angular/core/testing';
import { SIGN_IN_AGAIN_DIALOG, SignInAgain } from '../../core/sign-in-again';
import { aProblem } from '../../core/testing/fakes';
import { anAccount, signInAs } from '../../core/testing/sign-in';
import { AccountPage } from '../testing/account-page';
import { SignInAgainDialog } from './sign-in-again-dialog';

describe('signing in again over a page', () => {
  let page: AccountPage;
  let outcome: Promise<boolean>;

  beforeEach(async () => {
    const load = () => Promise.resolve(SignInAgainDialog);
    page = new AccountPage([], [{ provide: SIGN_IN_AGAIN_DIALOG, useValue: load }]);
    await page.open('/tickets');
    signInAs();
    outcome = TestBed.inject(SignInAgain).ask();
    await page.settle();
  });

  afterEach(() => page.leave());

  it('needs only the password, where the focus is', () => {
    expect(page.field('Username').value).toBe('mina.park');
    expect(document.activeElement).toBe(page.field('Password'));
    expect(document.querySelector('[role="dialog"]')?.getAttribute('aria-labelledby')).toBe('sign-in-again-heading');
  });

  it('goes on after the right one', async () => {
    await page.type('Password', 'the wrong one');
    await page.submit();
    await page.refuse(page.http.expectOne('/api/auth/login'), aProblem(401, 'invalid_credentials'));
    expect(page.text('[role="alert"]')).toContain('do not belong together');

    await page.type('Password', 'the right one');
    await page.submit();
    await page.answer(page.http.expectOne('/api/auth/login'), { user: anAccount() });
    expect(await outcome).toBe(true);
    expect(document.querySelector('[role="dialog"]')).toBeNull();
  });

  it('is not given up by Escape or a click beside it, but by leaving', async () => {
    document.querySelector<HTMLElement>('.cdk-overlay-backdrop')!.click();
    await page.pressEscape();
    expect(document.querySelector('[role="dialog"]')).not.toBeNull();

    await page.click('Leave');
    expect(await outcome).toBe(false);
    expect(page.pageLoad.gone).toEqual(['/sign-in?return=%2Ftickets']);
  });
});
