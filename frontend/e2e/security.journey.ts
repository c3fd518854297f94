import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Page, expect } from '@playwright/test';
import { expectAccessible, test } from './support/desk-test.ts';
import { ADMIN } from './support/people.ts';

const MARKUP = '<img src=x onerror="window.hacked=1"><script>window.hacked=1</script>';
/** Short enough for a label, and broken out of attributes as well as of text. */
const LABEL = `"><img src=x onerror="window.hacked=1">`;

/** Nothing of what people wrote became markup, and nothing of it ran. */
async function expectHarmless(page: Page): Promise<void> {
  await expect(page.locator('img[src="x"], iframe, object, embed, body script:not([src])')).toHaveCount(0);
  expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
}

test.describe('text that is markup', () => {
  test.use({ person: ADMIN });

  test('stays text in tickets, categories, names of people and tokens, on every page', async ({ page, backstage }) => {
    const key = `evil_${String(Date.now())}`;
    await backstage.asAdmin('POST', '/api/admin/categories', { key, label: LABEL, description: MARKUP });
    const user = await backstage.createUser(`evil.${String(Date.now())}`);
    await backstage.asAdmin('PATCH', `/api/admin/users/${String(user.id)}`, { display_name: LABEL });
    const { id } = await backstage.createTicket({ title: `Gnu ${MARKUP}`, description: MARKUP, category: key });
    await backstage.changeTicket(id, { assignee: user.id });
    await backstage.asAdmin('PATCH', `/api/admin/tickets/${String(id)}`, { title: `Gnu two ${MARKUP}` });

    const pages: readonly [path: string, shows: RegExp][] = [
      [`/tickets?search=gnu&category=${key}`, /Gnu two <img/],
      [`/tickets/${String(id)}`, /<script>/],
      ['/dashboard', /Dashboard/],
      ['/admin/overview', /Overview/],
      ['/admin/users', /"><img/],
      ['/admin/categories', /"><img/],
      [`/admin/tickets?search=gnu`, /Gnu two <img/],
      ['/admin/audit', /"><img/],
    ];
    for (const [path, shows] of pages) {
      await page.goto(path);
      await expect(page.locator('body')).toContainText(shows);
      await expectHarmless(page);
    }
    await page.goto('/tickets');
    await expect(page.getByRole('button', { name: /New ticket/ })).toBeVisible();
    await page.keyboard.press('c');
    await page.getByRole('combobox', { name: 'Category' }).click();
    await expect(page.getByRole('option', { name: LABEL })).toBeVisible();
    await expectHarmless(page);
    await page.keyboard.press('Escape');
    await backstage.asAdmin('PATCH', `/api/admin/categories/${key}`, { active: false });
  });

  test('stays text when an address carries it', async ({ page }) => {
    // Without a dot, or the address would be that of a file.
    const evil = encodeURIComponent(LABEL.replace('window.', ''));
    for (const path of [
      `/tickets?search=${evil}&category=${evil}&assignee=${evil}&sort=${evil}`,
      `/tickets/${evil}`,
      `/admin/audit?kind=${evil}&actor=${evil}&from=${evil}`,
      `/admin/users?search=${evil}&role=${evil}`,
      `/${evil}`,
      `/tickets#${evil}`,
    ]) {
      await page.goto(path);
      await expect(page.locator('main')).not.toBeEmpty();
      await expectHarmless(page);
    }
  });

  test('could not run even if it became markup: the page allows its own scripts only', async ({ page }) => {
    const response = await page.goto('/tickets');
    expect(response?.headers()['content-security-policy']).toContain("script-src 'self'");
    await page.evaluate((markup) => {
      document.body.insertAdjacentHTML('beforeend', markup);
      const script = document.createElement('script');
      script.textContent = 'window.hacked = 1';
      document.body.append(script);
    }, MARKUP);
    await page.locator('img[src="x"]').evaluate((image: HTMLImageElement) => image.decode().catch(() => undefined));
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
  });
});

test.describe('without a session', () => {
  test.use({ person: null });

  test('signing in leads to pages of the desk only', async ({ page, backstage, baseURL }) => {
    const { origin } = new URL(baseURL ?? '');
    const { password } = await backstage.createUser(`returning.${String(Date.now())}`);
    expect(password).toBeTruthy();
    for (const target of ['https://example.org', '//example.org', '/\\example.org', 'javascript:window.hacked=1']) {
      await page.goto(`/sign-in?return=${encodeURIComponent(target)}`);
      await page.getByLabel('Username').fill('mina.park');
      await page.getByLabel('Password', { exact: true }).fill('demo-agent-1');
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
      await expect(page).toHaveURL((url) => url.origin === origin && url.pathname === '/tickets');
      await page.context().clearCookies();
    }
  });

  test('no page shows anything of the desk', async ({ page }) => {
    for (const path of ['/tickets', '/tickets/1', '/dashboard', '/account/tokens', '/admin/users']) {
      await page.goto(path);
      await expect(page).toHaveURL((url) => url.pathname === '/sign-in' && url.searchParams.get('return') === path);
      await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    }
    await expectAccessible(page);
  });
});

test('another origin can neither read nor change anything with the session of a browser', async ({
  page,
  backstage,
}) => {
  const { id } = await backstage.createTicket({ title: 'Untouched' });
  await page.goto('/tickets');
  const origin = new URL(page.url()).origin;
  // Another port is the same site: the browser sends the cookie along, and only the desk itself can refuse.
  const attacker = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<title>Attacker</title>');
  });
  await once(attacker.listen(0, '127.0.0.1'), 'listening');
  try {
    const { port } = attacker.address() as AddressInfo;
    const attack = await page.context().newPage();
    await attack.goto(`http://127.0.0.1:${String(port)}/`);
    const outcome = await attack.evaluate(
      async ({ desk, ticket }) => {
        const attempt = (path: string, init: RequestInit) =>
          fetch(desk + path, { credentials: 'include', ...init }).then(
            (response) => response.type,
            () => 'failed',
          );
        const text = { 'content-type': 'text/plain' };
        return {
          logout: await attempt('/api/auth/logout', { method: 'POST', mode: 'no-cors', headers: text }),
          read: await attempt('/api/tickets', {}),
          change: await attempt(`/api/tickets/${String(ticket)}`, { method: 'PATCH', body: '{"status":"closed"}' }),
        };
      },
      { desk: origin, ticket: id },
    );
    expect(outcome).toEqual({ logout: 'failed', read: 'failed', change: 'failed' });
  } finally {
    attacker.close();
  }
  expect(await backstage.ticket(id)).toMatchObject({ status: 'open' });
  // The attacker sees a failure in any case; that signing out did not happen shows that the desk refused it.
  await page.reload();
  await expect(page.getByRole('grid', { name: 'Tickets' })).toBeVisible();
});
