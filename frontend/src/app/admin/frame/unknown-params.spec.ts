import { AdminTestPage } from '../testing/admin-page';

describe('what an admin list does not understand of its address', () => {
  afterEach(() => document.body.replaceChildren());

  it.each([
    ['/admin/users?role=boss&state=active&x', 'role “boss”, x', '/admin/users?state=active'],
    ['/admin/tokens?user=abc&sort=name', 'user “abc”, sort “name”', '/admin/tokens'],
    [
      '/admin/audit?person=x&kind=foo&from=yesterday&to=2026-04-20&sign_ins=all',
      'person “x”, kind “foo”, from “yesterday”, sign_ins “all”',
      '/admin/audit?to=2026-04-20',
    ],
    [
      '/admin/tickets?status=open,bogus&assignee=99&sort=sideways&view=mine&search=a,b',
      'status “bogus”, assignee “99”, sort “sideways”, view “mine”',
      '/admin/tickets?status=open&search=a,b',
    ],
    [
      '/admin/quality/tickets?suggested=billing&chosen=general&field=bogus&from=2026-02-30&x',
      'field “bogus”, from “2026-02-30”, x',
      '/admin/quality/tickets?suggested=billing&chosen=general',
    ],
    ['/admin/tickets?status=bogus&sort=oldest', 'status “bogus”', '/admin/tickets?sort=oldest'],
  ])('is named and can be removed: %s', async (url, words, rest) => {
    const page = await AdminTestPage.open(url);
    expect(page.text('desk-ignored-banner')).toContain(`It ignores ${words}.`);
    await page.click('Remove');

    expect(page.router.url).toBe(rest);
    expect(page.texts('desk-ignored-banner desk-banner')).toEqual([]);
    expect(document.activeElement).not.toBe(document.body);
  });
});
