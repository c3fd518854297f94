import { type Locator, expect } from '@playwright/test';
import { expectAccessibleInBoth, test } from './support/desk-test.ts';
import { ADMIN, signedIn } from './support/people.ts';

test('an @ in a note completes a colleague’s name, who is told', async ({ page, browser, backstage }) => {
  const { id } = await backstage.createTicket({ title: `Mention ${String(Date.now())}` });
  await page.goto(`/tickets/${String(id)}`);
  await page.keyboard.press('n');
  const box = page.getByRole('group', { name: 'Write a message' });
  const field = box.getByRole('textbox', { name: 'Internal note' });
  await expect(field).toBeFocused();

  await page.keyboard.type('ask support@adm');
  const list = box.getByRole('listbox', { name: 'People' });
  await expect(list).toBeHidden();
  await page.keyboard.type(', or');
  const sign = box.getByRole('button', { name: 'Mention somebody' });
  await sign.focus();
  await page.keyboard.press('Enter');
  await expect(field).toBeFocused();
  await page.keyboard.type('adm');
  const option = list.getByRole('option', { name: '@admin' });
  await expect(option).toHaveAttribute('aria-selected', 'true');
  await expect(field).toHaveAttribute('aria-activedescendant', String(await option.getAttribute('id')));
  await expectAccessibleInBoth(page);
  await page.keyboard.press('Enter');
  await expect(list).toBeHidden();
  await page.keyboard.type('please');
  await expect(field).toHaveText('ask support@adm, or @admin please');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('or @admin please')).toBeVisible();
  const mention = page.locator('desk-message-card .mention');
  await expect(mention).toHaveText(['@admin']);
  const colour = (one: Locator) => one.evaluate((element) => getComputedStyle(element).color);
  expect(await colour(mention)).not.toBe(await colour(mention.locator('..')));
  await expectAccessibleInBoth(page);

  const other = await browser.newContext({ storageState: await signedIn(ADMIN) });
  const told = await other.newPage();
  await told.goto('/dashboard');
  await told.getByRole('button', { name: /^For you/ }).click();
  await expect(told.getByRole('menuitem', { name: `mentioned you in #${String(id)}` })).toBeVisible();
  await other.close();
});
