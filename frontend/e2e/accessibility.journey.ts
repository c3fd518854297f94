import { expect } from '@playwright/test';
import { expectAccessible, test } from './support/desk-test.ts';

const sizes = [
  { name: 'desktop', width: 1440, height: 900 },
  { name: 'phone', width: 390, height: 844 },
];

for (const colorScheme of ['light', 'dark'] as const) {
  for (const { name, ...viewport } of sizes) {
    test.describe(`${colorScheme}, ${name}`, () => {
      test.use({ colorScheme, viewport });

      test('axe finds nothing in the list, a filter menu and an open ticket', async ({ page, backstage }) => {
        const { id } = await backstage.createTicket({ title: 'Accessible ticket', priority: 'critical' });
        await page.goto('/tickets');
        await expect(page.getByText('Accessible ticket').first()).toBeVisible();
        await expectAccessible(page);
        await page.getByRole('button', { name: 'Filter by Status' }).click();
        await expect(page.getByRole('menu')).toBeVisible();
        await expectAccessible(page);
        await page.goto(`/tickets/${String(id)}`);
        await expect(page.getByRole('heading', { name: 'Accessible ticket' })).toBeVisible();
        await expectAccessible(page);
      });

      test('axe finds nothing on the dashboard', async ({ page }) => {
        await page.goto('/dashboard');
        await expect(page.getByRole('link', { name: /Critical/ }).first()).toBeVisible();
        await expectAccessible(page);
      });

      test('axe finds nothing in the new ticket, also with messages', async ({ page }) => {
        await page.goto('/tickets');
        await page.getByRole('button', { name: /New ticket/ }).first().click();
        const dialog = page.getByRole('dialog', { name: 'New ticket' });
        await dialog.getByRole('button', { name: 'Create ticket' }).click();
        await expect(dialog.getByText('Give the ticket a title.')).toBeVisible();
        await expectAccessible(page);
      });

      test('axe finds nothing when nothing matches, and on an unknown page', async ({ page }) => {
        await page.goto('/tickets?search=nothing+matches+this');
        await expect(page.getByText(/No ticket matches/)).toBeVisible();
        await expectAccessible(page);
        await page.goto('/nowhere');
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
        await expectAccessible(page);
      });
    });
  }
}
