import { type Page, expect } from '@playwright/test';
import {
  expectAccessible,
  expectAccessibleInBoth,
  expectNamedAsWritten,
  makeBroken,
  makeDeaf,
  test,
} from './support/desk-test.ts';
import { ADMIN } from './support/people.ts';

const sizes = [
  { name: 'desktop', width: 1440, height: 900 },
  { name: 'phone', width: 390, height: 844 },
] as const;

const SUSPECTS = {
  results: [7, 8].map((ticket) => ({
    ...{
      ticket,
      title: `Filed wrongly ${String(ticket)}`,
      version: 1,
      category: 'general',
      suggested_category: 'billing',
    },
    ...{ confidence: 0.94, words: ['refund'] },
  })),
  ...{ judged: 480, measured: true, found_at: '2026-04-20T03:10:00.000Z' },
};

/** A wide page as it is between a wide window and a phone. */
async function expectAccessibleBetween(page: Page): Promise<void> {
  const before = page.viewportSize();
  if (!before || before.width < 1200) return;
  await page.setViewportSize({ width: 1200, height: 800 });
  await expectAccessible(page);
  await page.setViewportSize(before);
}

for (const { name, ...viewport } of sizes) {
  test.describe(name, () => {
    test.use({ colorScheme: 'light', viewport });

    test('axe finds nothing in the list, its menus and dialogs', async ({ page, backstage }) => {
      await backstage.createTicket({ title: 'Accessible ticket', priority: 'critical' });
      await page.goto('/tickets?view=all');
      await expect(page.getByText('Accessible ticket').first()).toBeVisible();
      await expectAccessibleInBoth(page);
      await expectAccessibleBetween(page);
      await page.getByRole('button', { name: /^Sort by/ }).click();
      await expect(page.getByRole('menu')).toBeVisible();
      await expectAccessibleInBoth(page);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('menu')).toBeHidden();
      await page.getByRole('button', { name: 'Filter', exact: true }).click();
      await page.getByRole('button', { name: 'Filter by Status' }).click();
      await expect(page.getByRole('menu')).toBeVisible();
      await expectAccessibleInBoth(page);
      await page.keyboard.press('Escape');
      await expect(page.getByRole('menu')).toBeHidden();
      await page.keyboard.press('?');
      await expect(page.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible();
      await expectAccessibleInBoth(page);
    });

    test('axe finds nothing in an open ticket, and where two changed it', async ({ page, backstage }) => {
      await makeDeaf(page);
      const { id } = await backstage.createTicket({ title: 'Accessible ticket', priority: 'critical' });
      await page.goto(`/tickets/${String(id)}`);
      await expect(page.getByRole('heading', { name: 'Accessible ticket' })).toBeVisible();
      await expectAccessibleInBoth(page);
      await expectAccessibleBetween(page);
      await backstage.changeTicket(id, { priority: 'low' });
      await page
        .getByRole('article')
        .getByRole('button', { name: /Priority/ })
        .click();
      await page.getByRole('menuitemradio', { name: 'High' }).click();
      await expect(page.getByRole('dialog', { name: 'You changed this twice' })).toBeVisible();
      await expectAccessibleInBoth(page);
    });

    test('axe finds nothing on the dashboard, as table and without figures', async ({ page }) => {
      await page.goto('/dashboard');
      await expect(page.getByRole('link', { name: /Critical/ })).toBeVisible();
      await expectAccessibleInBoth(page);
      await expectAccessibleBetween(page);
      await page.getByRole('button', { name: 'Show as table' }).click();
      await expect(page.getByRole('table')).toBeVisible();
      await expectAccessibleInBoth(page);
      await makeBroken(page, '**/api/tickets/stats?*');
      await page.reload();
      await expect(page.getByRole('heading', { name: 'The figures could not be loaded' })).toBeVisible();
      await expectAccessibleInBoth(page);
    });

    test('axe finds nothing in the new ticket, with messages and with a suggestion', async ({ page, backstage }) => {
      await backstage.llm({
        kind: 'answer',
        category: 'billing',
        priority: 'high',
        confidence: { category: 0.91, priority: 0.4 },
        reasons: { category: ['refund'], priority: ['paid twice'] },
      });
      await page.goto('/tickets');
      await page
        .getByRole('button', { name: /New ticket/ })
        .first()
        .click();
      const dialog = page.getByRole('dialog', { name: 'New ticket' });
      await dialog.getByRole('button', { name: 'Create ticket' }).click();
      await expect(dialog.getByText('Give the ticket a title.')).toBeVisible();
      await expectAccessibleInBoth(page);
      await dialog.getByRole('textbox', { name: 'Title' }).fill('Charged twice');
      await dialog.getByRole('textbox', { name: 'Description' }).fill('The invoice was paid twice, we want a refund.');
      await expect(dialog.getByText('Suggested', { exact: true })).toHaveCount(2);
      await expectAccessibleInBoth(page);
    });

    test('axe finds nothing when nothing matches, without tickets, and on an unknown page', async ({ page }) => {
      await page.goto('/tickets?search=nothing+matches+this');
      await expect(page.getByText(/No ticket matches/)).toBeVisible();
      await expectAccessibleInBoth(page);
      await makeBroken(page, '**/api/tickets?*');
      await page.goto('/tickets');
      await expect(page.getByRole('heading', { name: 'The tickets could not be loaded' })).toBeVisible();
      await expectAccessibleInBoth(page);
      await page.goto('/nowhere');
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessibleInBoth(page);
    });

    test.describe('as an admin', () => {
      test.use({ person: ADMIN });

      test('axe finds nothing in tickets that look filed wrongly', async ({ page }) => {
        await page.route('**/api/admin/suggestions/suspects', (route) => route.fulfill({ json: SUSPECTS }));
        await page.goto('/admin/quality/suspects');
        await expect(page.getByRole('button', { name: 'Move ticket #7 to Billing', exact: true })).toBeVisible();
        await expectAccessibleInBoth(page);
        await expectAccessibleBetween(page);
        await expectNamedAsWritten(page);
      });
    });
  });
}
