import { aProblem } from '../../core/testing/fakes';
import { PortalPage, RUTH } from '../testing/portal-page';

const LINKS = '/api/portal/links';
const SESSION = '/api/portal/session';

describe('signing in to the portal', () => {
  let page: PortalPage;

  beforeEach(() => (page = new PortalPage()));
  afterEach(() => page.leave());

  it('sends a link and says the same, whoever asks', async () => {
    await page.openAsNobody('/portal/sign-in');
    expect(document.title).toBe('Sign in · Halden');
    await page.write('Your e-mail address', ' ruth@brandt.example ');
    await page.submit();
    const call = page.expect('POST', LINKS);
    expect(call.request.body).toEqual({ address: 'ruth@brandt.example' });
    await page.answer(call, null);

    expect(page.text('h1')).toBe('Look into your mail');
    expect(page.text('main')).toContain(
      'If ruth@brandt.example can be used here, a link to sign in is on its way to it.',
    );
    expect(document.activeElement).toBe(document.querySelector('h1'));
  });

  it('asks for a whole address before it asks the desk', async () => {
    await page.openAsNobody('/portal/sign-in');
    await page.submit();
    expect(page.texts('mat-error')).toEqual(['Enter your e-mail address.']);
    await page.write('Your e-mail address', 'ruth');
    await page.submit();

    expect(page.texts('mat-error')).toEqual(['Enter a whole address, such as anna@example.com.']);
    page.http.expectNone(LINKS);
  });

  it('loses nothing that was typed where it is refused, and says by the field what is wrong', async () => {
    await page.openAsNobody('/portal/sign-in');
    await page.write('Your e-mail address', 'ruth@brandt.example');
    await page.submit();
    const errors = [{ field: 'address', code: 'isEmail', message: 'This is no address.' }];
    await page.refuse(page.expect('POST', LINKS), aProblem(400, 'validation_failed', { errors }));
    expect(page.texts('mat-error')).toEqual(['This is no address.']);

    await page.submit();
    await page.refuse(page.expect('POST', LINKS), aProblem(429, 'too_many_requests', {}, { 'Retry-After': '240' }));
    expect(page.text('[role="alert"]')).toContain('Try again in 4 minutes.');
    expect(page.box('Your e-mail address').value).toBe('ruth@brandt.example');
  });

  it.each(['#s3cret', '#token=s3cret'])(
    'takes %s out of the address at once, and uses it once somebody says so',
    async (fragment) => {
      await page.openAsNobody(`/portal/sign-in${fragment}`);
      expect(page.address).toBe('/portal/sign-in');
      expect(page.text('h1')).toBe('Welcome');
      page.http.expectNone(SESSION);

      await page.click('Go on to my tickets');
      const call = page.expect('POST', SESSION);
      expect(call.request.body).toEqual({ token: 's3cret' });
      await page.answer(call, RUTH);
      expect(page.address).toBe('/portal/tickets');
      expect(page.text('header')).toContain(RUTH.address);
    },
  );

  it('offers another link where this one is spent', async () => {
    await page.openAsNobody('/portal/sign-in#s3cret');
    await page.click('Go on to my tickets');
    await page.refuse(page.expect('POST', SESSION), aProblem(401, 'link_spent'));
    await page.answer(page.expect('GET', SESSION), null);

    expect(page.text('[role="status"]')).toContain('This link was used before or is too old.');
    expect(page.box('Your e-mail address')).toBeTruthy();
  });

  it('leads on where this one was used before in this browser', async () => {
    await page.openAsNobody('/portal/sign-in#s3cret');
    await page.click('Go on to my tickets');
    await page.refuse(page.expect('POST', SESSION), aProblem(401, 'link_spent'));
    await page.answer(page.expect('GET', SESSION), RUTH);

    expect(page.address).toBe('/portal/tickets');
  });

  it('keeps the link where the desk does not answer', async () => {
    await page.openAsNobody('/portal/sign-in#s3cret');
    await page.click('Go on to my tickets');
    await page.refuse(page.expect('POST', SESSION), aProblem(503, 'unavailable'));
    expect(page.text('[role="alert"]')).toContain('You are not signed in yet.');

    await page.click('Go on to my tickets');
    await page.answer(page.expect('POST', SESSION), RUTH);
    expect(page.address).toBe('/portal/tickets');
  });

  it('leads to what somebody wanted who was sent to sign in', async () => {
    await page.openAsNobody('/portal/tickets/4821');
    expect(page.address).toBe('/portal/sign-in');

    await page.navigate('/portal/sign-in#s3cret');
    await page.click('Go on to my tickets');
    await page.answer(page.expect('POST', SESSION), RUTH);
    expect(page.address).toBe('/portal/tickets/4821');
  });
});

describe('a desk that cannot send links', () => {
  it('says so before somebody asks for one', async () => {
    const page = new PortalPage();
    await page.openAsNobody('/portal/sign-in', { can_sign_in: false });

    expect(page.text('[role="status"]')).toContain('Links cannot be sent at the moment.');
    await page.leave();
  });
});

describe('a desk without a portal', () => {
  it('has no page at its address', async () => {
    const page = new PortalPage();
    const opening = page.open('/portal');
    await page.settle();
    for (const url of [SESSION, '/api/portal']) page.expect('GET', url).flush(...aProblem(404, 'portal_closed'));
    await opening;
    await page.settle();

    expect(page.text('main')).toContain('There is no page at this address');
    expect(document.querySelectorAll('main a')).toHaveLength(0);
    page.http.verify();
  });
});
