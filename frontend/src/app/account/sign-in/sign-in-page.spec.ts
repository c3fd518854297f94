import { TestBed } from '@angular/core/testing';
import { jest } from '@jest/globals';
import { FirstPassword } from '../../core/first-password';
import { Session } from '../../core/session';
import { aProblem } from '../../core/testing/fakes';
import { anAccount } from '../../core/testing/sign-in';
import { AccountPage } from '../testing/account-page';
import { SignInPage } from './sign-in-page';

const PASSWORD = ' with spaces around ';

describe('signing in', () => {
  let page: AccountPage;

  beforeEach(async () => {
    page = new AccountPage([{ path: 'sign-in', component: SignInPage }]);
    await page.open('/sign-in?return=%2Ftickets%3Fstatus%3Dopen');
  });

  afterEach(() => page.leave());

  it('begins in the field for the name, and tells password managers what belongs where', () => {
    expect(document.activeElement).toBe(page.field('Username'));
    expect(page.field('Username')).toMatchObject({ autocomplete: 'username', name: 'username', type: 'text' });
    expect(page.field('Password')).toMatchObject({
      autocomplete: 'current-password',
      name: 'password',
      type: 'password',
    });
  });

  it('leads on to the page that was wanted', async () => {
    await attempt();
    const call = login();
    expect(call.request.body).toEqual({ username: 'mina.park', password: PASSWORD });
    await page.answer(call, { user: anAccount() });

    expect(TestBed.inject(Session).user()).toEqual(anAccount());
    expect(page.address).toBe('/tickets?status=open');
  });

  it('keeps a one-time password in mind for the next page only', async () => {
    await attempt();
    await page.answer(login(), { user: anAccount({ must_change_password: true }) });

    expect(TestBed.inject(FirstPassword).recall()).toBe(PASSWORD);
    expect(TestBed.inject(FirstPassword).recall()).toBeNull();
  });

  it('keeps no other password in mind', async () => {
    await attempt();
    await page.answer(login(), { user: anAccount() });

    expect(TestBed.inject(FirstPassword).recall()).toBeNull();
  });

  it('asks for what is missing before it asks the API', async () => {
    await page.submit();
    expect(page.texts('mat-error')).toEqual(['Enter your username.', 'Enter your password.']);
    expect(page.field('Username').getAttribute('aria-invalid')).toBe('true');

    await page.type('Username', 'mina.park');
    await page.submit();
    expect(page.texts('mat-error')).toEqual(['Enter your password.']);
    expect(document.activeElement).toBe(page.field('Password'));
    page.http.expectNone('/api/auth/login');
  });

  it('is sent once, however often it is asked for', async () => {
    await attempt();
    await page.submit();

    expect(page.text('[type="submit"]')).toBe('Signing in…');
    login();
  });

  it('says what is wrong, loses nothing that was typed, and offers the password to be typed anew', async () => {
    await attempt();
    await page.refuse(login(), aProblem(401, 'invalid_credentials'));

    expect(page.text('[role="alert"]')).toContain('Username and password do not belong together.');
    expect(page.field('Username').value).toBe(' mina.park ');
    expect(page.field('Password').value).toBe(PASSWORD);
    expect(document.activeElement).toBe(page.field('Password'));

    await page.submit();
    expect(document.querySelector('[role="alert"]')).toBeNull();
    await page.answer(login(), { user: anAccount() });
    expect(page.address).toBe('/tickets?status=open');
  });

  it('counts down how long to wait after too many attempts', async () => {
    await attempt();
    jest.useFakeTimers();
    login().flush(...aProblem(429, 'too_many_requests', {}, { 'Retry-After': '90' }));
    TestBed.tick();
    expect(page.text('[role="status"]')).toContain('Too many attempts. Try again in 2 minutes.');

    jest.advanceTimersByTime(45_000);
    TestBed.tick();
    expect(page.text('[role="status"]')).toContain('in less than a minute.');
    jest.advanceTimersByTime(45_000);
    TestBed.tick();
    expect(page.text('[role="status"]')).toContain('You can try again now.');
    jest.useRealTimers();
  });

  it('says when the desk does not answer', async () => {
    await attempt();
    login().error(new ProgressEvent('error'));
    await page.settle();

    expect(page.text('[role="alert"]')).toContain('The desk does not answer.');
    expect(page.text('[type="submit"]')).toBe('Sign in');
  });

  it('shows the password when asked to, and hides it again', async () => {
    await page.click('Show password');
    expect(page.field('Password').type).toBe('text');

    await page.click('Hide password');
    expect(page.field('Password').type).toBe('password');
  });

  it('warns of Caps Lock in the field for the password', async () => {
    const key = new KeyboardEvent('keydown', { key: 'A', modifierCapsLock: true, bubbles: true });
    page.field('Username').dispatchEvent(key);
    await page.settle();
    expect(document.querySelector('.caps')).toBeNull();

    page.field('Password').dispatchEvent(key);
    await page.settle();
    expect(page.text('.caps')).toBe('Caps Lock is on');
  });

  it('promises no more than the desk does: it proposes, a person decides, both are kept', () => {
    const words = page.text('desk-front-art');

    expect(words).toContain('What you choose counts, and both are kept.');
    expect(words).not.toMatch(/learn|better|improve/i);
  });

  it('points to what helps those who cannot get in', () => {
    const links = [...document.querySelectorAll('footer a')].map((link) => link.getAttribute('href'));

    expect(links).toEqual(['api/docs', '/status']);
  });

  async function attempt(): Promise<void> {
    await page.type('Username', ' mina.park ');
    await page.type('Password', PASSWORD);
    await page.submit();
  }

  function login() {
    return page.http.expectOne({ method: 'POST', url: '/api/auth/login' });
  }
});

describe('signing in by a link that somebody made', () => {
  it.each(['//evil.example', '/%5Cevil.example', 'https://evil.example'])('never leads to %s', async (address) => {
    const page = new AccountPage([{ path: 'sign-in', component: SignInPage }]);
    await page.open(`/sign-in?return=${encodeURIComponent(decodeURIComponent(address))}`);
    await page.type('Username', 'mina.park');
    await page.type('Password', PASSWORD);
    await page.submit();
    await page.answer(page.http.expectOne('/api/auth/login'), { user: anAccount() });

    expect(page.address).toBe('/');
  });
});
