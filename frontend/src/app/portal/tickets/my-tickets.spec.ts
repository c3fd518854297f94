import { aProblem } from '../../core/testing/fakes';
import { PortalPage, RUTH, aRow } from '../testing/portal-page';

const TICKETS = '/api/portal/tickets';
const SESSION = '/api/portal/session';

describe('my tickets', () => {
  let page: PortalPage;

  beforeEach(async () => {
    page = new PortalPage();
    await page.openAsRuth('/portal');
  });
  afterEach(() => page.leave());

  it('says how each stands, and how many are not solved', async () => {
    await page.answer(page.expect('GET', TICKETS), {
      results: [aRow({ answered: true }), aRow({ id: 2 }), aRow({ id: 3, status: 'closed' })],
      next_cursor: null,
    });

    expect(document.title).toBe('My tickets · Halden');
    expect(page.text('.head')).toContain('2 open');
    expect(page.texts('.state')).toEqual(['We answered, your turn', 'Arrived, in our queue', 'Solved']);
    expect(document.querySelector('a.item')?.getAttribute('href')).toBe('/portal/tickets/4821');
  });

  it('says of which one is only in copy: there it is nobody’s turn', async () => {
    await page.answer(page.expect('GET', TICKETS), {
      results: [aRow({ answered: true, mine: false }), aRow({ id: 2 })],
      next_cursor: null,
    });

    expect(page.texts('.state')).toEqual(['We answered', 'Arrived, in our queue']);
    expect(page.texts('a.item .num')).toEqual(['In copy · #4821', '#2']);
  });

  it('has a way to write where there is nothing yet', async () => {
    await page.answer(page.expect('GET', TICKETS), { results: [], next_cursor: null });

    expect(page.text('desk-empty-state')).toContain('You have not written to us yet');
    expect(page.texts('desk-empty-state a')).toEqual(['Write to us']);
  });

  it('shows older ones when asked, and says when they do not come', async () => {
    await page.answer(page.expect('GET', TICKETS), { results: [aRow()], next_cursor: 'older' });
    expect(page.text('.head')).not.toContain('open');
    await page.click('Show older tickets');
    await page.refuse(page.expect('GET', `${TICKETS}?cursor=older`), aProblem(500, 'internal_error'));
    expect(page.text('[role="alert"]')).toContain('Older tickets did not come.');

    await page.click('Try again');
    await page.answer(page.expect('GET', `${TICKETS}?cursor=older`), { results: [aRow({ id: 7 })], next_cursor: null });
    expect(page.texts('a.item .num')).toEqual(['#4821', '#7']);
    expect(page.text('main')).not.toContain('Show older tickets');
    expect(page.text('.head')).toContain('2 open');
  });

  it('says why they did not come, and asks again', async () => {
    await page.refuse(page.expect('GET', TICKETS), aProblem(500, 'internal_error'));
    expect(page.text('[role="alert"]')).toContain('Your tickets could not be loaded');

    await page.click('Try again');
    await page.answer(page.expect('GET', TICKETS), { results: [aRow()], next_cursor: null });
    expect(page.texts('a.item')).toHaveLength(1);
  });

  it('begins anew where somebody else has signed in by now, in another tab', async () => {
    await page.answer(page.expect('GET', TICKETS), { results: [aRow()], next_cursor: null });
    window.dispatchEvent(new Event('focus'));
    await page.answer(page.expect('GET', SESSION), RUTH);
    expect(page.pageLoad.gone).toEqual([]);

    window.dispatchEvent(new Event('focus'));
    await page.answer(page.expect('GET', SESSION), { name: 'Ada', address: 'ada@example.com' });
    expect(page.pageLoad.gone).toEqual(['/portal/tickets']);
  });

  it('notices that the session has ended before anything is sent', async () => {
    await page.answer(page.expect('GET', TICKETS), { results: [aRow()], next_cursor: null });
    window.dispatchEvent(new Event('focus'));
    await page.answer(page.expect('GET', SESSION), null);

    expect(page.text('.ended')).toContain('You are not signed in any more.');
    await page.click('Sign in again');
    expect(page.address).toBe('/portal/sign-in');
  });

  it('lets somebody out, and stays where that did not work', async () => {
    await page.answer(page.expect('GET', TICKETS), { results: [], next_cursor: null });
    await page.click('Signed in as');
    await page.click('Sign out');
    await page.refuse(page.expect('DELETE', SESSION), aProblem(500, 'internal_error'));
    expect(page.address).toBe('/portal/tickets');

    await page.click('Signed in as');
    await page.click('Sign out');
    await page.answer(page.expect('DELETE', SESSION), null);
    expect(page.address).toBe('/portal/sign-in');
    expect(document.querySelector('header .who')).toBeNull();
  });
});
