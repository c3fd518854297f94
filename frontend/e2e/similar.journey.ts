import { expect } from '@playwright/test';
import { expectAccessible, test } from './support/desk-test.ts';

const TITLE = 'Quokkaberg scanner loses its pairing';
const FIRST = 'Each morning the Quokkaberg scanner has to be paired again before the drivers can begin.';
const AGAIN = 'The Quokkaberg scanners have lost their pairing overnight, drivers cannot begin.';

test('what was told before is shown while it is told again, beside what is written', async ({ page, backstage }) => {
  const { id } = await backstage.createTicket({ title: TITLE, description: FIRST });
  await backstage.changeTicket(id, { status: 'resolved' });
  await page.goto('/tickets?view=all');
  await expect(page.getByRole('grid', { name: 'Tickets' })).toBeVisible();
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: 'New ticket' });
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Scanner pairing is lost');
  await dialog.getByRole('textbox', { name: 'Description' }).fill(AGAIN);
  const like = dialog.getByRole('region', { name: 'Similar tickets' }).getByRole('link', { name: TITLE }).first();
  await expect(like).toContainText('Resolved');
  await expectAccessible(page);

  const [beside] = await Promise.all([page.waitForEvent('popup'), like.click()]);
  await expect(beside.getByRole('heading', { name: TITLE })).toBeVisible();
  await beside.close();
  await expect(dialog.getByRole('textbox', { name: 'Description' })).toHaveValue(AGAIN);
});

test('nothing is said, and nothing is held up, when it cannot be asked', async ({ page }) => {
  await page.route('**/api/tickets/similar?*', (route) => route.fulfill({ status: 500, body: 'broken' }));
  await page.goto('/tickets?view=all');
  await expect(page.getByRole('grid', { name: 'Tickets' })).toBeVisible();
  await page.keyboard.press('c');
  const dialog = page.getByRole('dialog', { name: 'New ticket' });
  await dialog.getByRole('textbox', { name: 'Title' }).fill('Charged twice this month');
  const answer = page.waitForResponse('**/api/tickets/similar?*');
  await dialog.getByRole('textbox', { name: 'Description' }).fill('The invoice was paid twice. We need a refund.');
  await answer;
  await expect(dialog.getByRole('combobox', { name: 'Category' })).toContainText('Billing');
  await expect(dialog.getByRole('region', { name: 'Similar tickets' })).toHaveCount(0);
  await expect(dialog.getByRole('alert')).toHaveCount(0);
  await dialog.getByRole('button', { name: 'Create ticket' }).click();
  await expect(dialog).toBeHidden();
});

test('a ticket leads to those like it, and back', async ({ page, backstage }) => {
  const other = await backstage.createTicket({ title: TITLE, description: FIRST });
  const { id } = await backstage.createTicket({ title: 'Scanner pairing is lost', description: AGAIN });
  await page.goto(`/tickets/${String(id)}?view=all`);
  const similar = page.getByRole('region', { name: 'Similar tickets' });
  await expect(similar.getByRole('link').first()).toBeVisible();
  await expectAccessible(page);
  await similar.getByRole('link', { name: `#${String(other.id)}` }).click();

  await expect(page).toHaveURL(new RegExp(`/tickets/${String(other.id)}\\?view=all`));
  await expect(page.getByRole('heading', { name: TITLE })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Scanner pairing is lost' })).toBeVisible();
});
