import { ACCOUNT_ROUTES } from '../account.routes';
import { AccountPage } from '../testing/account-page';

const SIGNATURE = '/api/auth/signature';

describe('the signature of a person', () => {
  let page: AccountPage;
  beforeEach(async () => {
    page = new AccountPage([{ path: 'account', children: ACCOUNT_ROUTES }]);
    await page.open('/account/signature');
  });
  afterEach(() => page.leave());

  const call = (method: string) => page.http.expectOne({ method, url: SIGNATURE });
  const open = (text: string) => page.answer(call('GET'), { text, is_sent: text !== '' });

  it('is shown as it is kept and saved as it is written anew, and says with what it goes', async () => {
    await open('Mina');
    expect(page.box('Signature').value).toBe('Mina');
    await page.write('Signature', '**Mina Park**\nThe Desk');
    await page.click('Save');
    const saved = call('PUT');
    expect(saved.request.body).toEqual({ text: '**Mina Park**\nThe Desk' });
    await page.answer(saved, { text: '**Mina Park**\nThe Desk', is_sent: true });
    expect(document.body.textContent).toContain('It goes with answers that leave from now on');
    await page.click('Save');
    await page.answer(call('PUT'), { text: '**Mina Park**\nThe Desk', is_sent: false });
    expect(document.body.textContent).toContain('have no place for it at the moment');
    await page.write('Signature', '');
    await page.click('Save');
    await page.answer(call('PUT'), { text: '', is_sent: false });
    expect(document.body.textContent).toContain('leave without a signature');
  });

  it('is not sent while it is too long', async () => {
    await open('');
    await page.write('Signature', 'x'.repeat(1001));
    await page.click('Save');
    expect(document.querySelector('mat-error')?.textContent).toContain('1 too many');
    page.http.expectNone({ method: 'PUT' });
  });

  it('can be asked for again where it could not be loaded', async () => {
    call('GET').flush({}, { status: 500, statusText: 'Failed' });
    await page.settle();
    expect(document.body.textContent).toContain('Your signature could not be loaded');
    await page.click('Try again');
    await open('Mina');
    expect(page.box('Signature').value).toBe('Mina');
  });
});
