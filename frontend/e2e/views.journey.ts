import { type Page, expect } from '@playwright/test';
import { test } from './support/desk-test.ts';

const rows = (page: Page) => page.getByRole('grid', { name: 'Tickets' }).locator('desk-ticket-row');
const tab = (page: Page, name: string) => page.getByRole('navigation', { name: 'Views' }).getByRole('link', { name });
const countIn = async (page: Page, name: string) =>
  Number((await tab(page, name).innerText()).replaceAll(/[^\d]/g, '') || Number.NaN);

test('the list begins with what is unresolved, the most urgent first, and counts every view', async ({
  page,
  backstage,
}) => {
  await backstage.createTicket({ title: 'Numbat burns', priority: 'critical' });
  await page.goto('/tickets');
  await expect(page).toHaveURL(/\/tickets\?view=unresolved&sort=most_urgent$/);
  await expect(tab(page, 'Unresolved')).toHaveAttribute('aria-current', 'page');
  await expect(rows(page).first().getByRole('button', { name: 'Priority: Critical' })).toBeVisible();
  await expect.poll(() => countIn(page, 'Unresolved')).toBeGreaterThan(0);
  const { results } = await backstage.asAdmin<{ results: { name: string; count: number }[] }>(
    'GET',
    '/api/tickets/views',
  );
  expect(await countIn(page, 'All')).toBe(results.find(({ name }) => name === 'all')?.count);
});

test('the counts follow a ticket that is written and one that is resolved', async ({ page, backstage }) => {
  const { id } = await backstage.createTicket({ title: 'Bilby waits' });
  await page.goto(`/tickets/${String(id)}`);
  await expect(page.getByRole('heading', { name: 'Bilby waits' })).toBeVisible();
  await expect.poll(() => countIn(page, 'Unresolved')).toBeGreaterThan(0);
  const before = await countIn(page, 'Unresolved');
  await page
    .getByRole('article')
    .getByRole('button', { name: /^Status/ })
    .click();
  await page.getByRole('menuitemradio', { name: 'Resolved' }).click();
  await expect.poll(() => countIn(page, 'Unresolved')).toBe(before - 1);
});

test('view and sort are chosen by key and menu, remembered, and kept in the address', async ({ page }) => {
  await page.goto('/dashboard');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.keyboard.type('gn');
  await expect(page).toHaveURL(/\/tickets\?view=unassigned/);
  await page.getByRole('button', { name: 'Sort by: Most urgent' }).click();
  await page.getByRole('menuitemradio', { name: 'Oldest first' }).click();
  await expect(page).toHaveURL(/view=unassigned&sort=oldest/);

  await page.keyboard.type('ga');
  await expect(page).toHaveURL(/view=all&sort=newest/);
  await page.keyboard.type('gn');
  await expect(page).toHaveURL(/view=unassigned&sort=oldest/);
  await page.goto('/tickets');
  await expect(page).toHaveURL(/view=unassigned&sort=oldest/);
  await expect(page.getByRole('button', { name: 'Sort by: Oldest first' })).toBeVisible();

  await page.keyboard.type('gu');
  await expect(page).toHaveURL(/view=unresolved&sort=most_urgent/);
});

test('filters are there again after the dashboard', async ({ page }) => {
  await page.goto('/tickets?view=all&category=billing');
  await expect(page.getByRole('button', { name: 'Filter by Category: Billing' })).toBeVisible();
  const main = page.getByRole('navigation', { name: 'Main' });
  await main.getByRole('link', { name: 'Dashboard' }).click();
  await expect(page).toHaveURL(/\/dashboard$/);
  await main.getByRole('link', { name: 'Tickets' }).click();
  await expect(page).toHaveURL(/view=all.*category=billing|category=billing.*view=all/);
  await expect(page.getByRole('button', { name: 'Filter by Category: Billing' })).toBeVisible();
});

test('what the address asks for in vain is named, and can be removed', async ({ page }) => {
  await page.goto('/tickets?status=bogus,open&assignee=99999&sort=upwards');
  const notice = page.getByText('The address asks for what this list does not have.');
  await expect(notice).toContainText('status “bogus”, assignee “99999”, sort “upwards”');
  await expect(page.getByRole('button', { name: 'Filter by Status: Open' })).toBeVisible();
  await page.getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(notice).toBeHidden();
  await expect(page).toHaveURL(/\/tickets\?(?!.*(bogus|99999|upwards))/);
});

test('a reload of an open ticket keeps its place, however far down it stands', async ({ page, backstage }) => {
  const list = await backstage.asAdmin<{ results: { id: number }[] }>('GET', '/api/tickets?sort=oldest&limit=40');
  const [at, above, below] = [30, 31, 29].map((place) => list.results[place]?.id ?? 0);
  await page.goto(`/tickets/${String(at)}?view=all&sort=newest`);
  const row = page.getByRole('row', { selected: true });
  await expect(row).toContainText(`#${String(at)}`);
  await expect(page.getByRole('button', { name: 'Previous ticket' })).toBeEnabled();
  await expect(page.getByRole('button', { name: 'Next ticket' })).toBeEnabled();
  await page.keyboard.press('j');
  await expect(page).toHaveURL(new RegExp(`/tickets/${String(below)}\\?`));
  await page.reload();
  await expect(row).toContainText(`#${String(below)}`);
  await page.keyboard.press('k');
  await page.keyboard.press('k');
  await expect(page).toHaveURL(new RegExp(`/tickets/${String(above)}\\?`));
});

for (const [width, height] of [
  [720, 450],
  [1200, 800],
  [390, 844],
] as const) {
  test(`columns go before the title does: ${String(width)} × ${String(height)}`, async ({ page, backstage }) => {
    const { id } = await backstage.createTicket({ title: 'A title that says at some length what went wrong' });
    await page.setViewportSize({ width, height });
    await page.goto(width === 1200 ? `/tickets/${String(id)}?view=all` : '/tickets?view=all');
    const title = rows(page).first().locator('.title');
    await expect(title).toBeVisible();
    expect((await title.boundingBox())?.width).toBeGreaterThan(width === 1200 ? 250 : 260);
    // Nothing scrolls sideways.
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    const drawn = await rows(page).evaluateAll((all) => all.map((row) => row.getBoundingClientRect()));
    const whole = drawn.filter(({ top, bottom }) => top >= 0 && bottom <= height).length;
    expect(whole).toBeGreaterThanOrEqual(5);
  });
}
