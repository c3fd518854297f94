import { expect } from '@playwright/test';
import { test } from './support/desk-test.ts';

test('the figures move when an agent works, without a reload', async ({ page, backstage }) => {
  await page.goto('/dashboard');
  const total = page.locator('desk-figure-card', {
    has: page.getByRole('heading', { name: 'All tickets', exact: true }),
  });
  await expect(total).toContainText(/\d/);
  const before = Number(
    /([\d,]+)/.exec((await total.innerText()).replace('All tickets', ''))?.[1]?.replaceAll(',', ''),
  );
  await page.evaluate(() => Object.assign(window, { sameDocument: true }));
  await backstage.llm({ kind: 'status', status: 401 });
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: 'New ticket' });
  await dialog.getByRole('textbox', { name: 'Title' }).fill('One more for the figures');
  await dialog.getByRole('textbox', { name: 'Description' }).fill('It should be counted.');
  await expect(dialog.getByRole('heading', { name: 'No suggestion this time' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Create ticket' }).click();
  await expect(total).toContainText((before + 1).toLocaleString('en'));
  expect(await page.evaluate(() => 'sameDocument' in window)).toBe(true);
});

test('a bar leads to its tickets', async ({ page }) => {
  await page.goto('/dashboard');
  await page.getByRole('link', { name: /Critical/ }).click();
  await expect(page).toHaveURL(/\/tickets\?status=open,in_progress&priority=critical/);
  await expect(page.getByRole('button', { name: 'Filter by Priority: Critical' })).toBeVisible();
});

test('the chart can be read as a table', async ({ page }) => {
  await page.goto('/dashboard');
  await page.getByRole('button', { name: 'Show as table' }).click();
  const table = page.getByRole('table');
  await expect(table).toBeVisible();
  await expect(table.getByRole('row')).toHaveCount(32);
});
