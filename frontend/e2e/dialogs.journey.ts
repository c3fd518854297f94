import { type Locator, type Page, expect } from '@playwright/test';
import { test } from './support/desk-test.ts';
import { overlap } from './support/overlap.ts';
import { ADMIN } from './support/people.ts';

test.use({ contextOptions: { reducedMotion: 'no-preference' } });

test.describe('an admin', () => {
  test.use({ person: ADMIN });

  const forms = [
    { path: '/admin/users', opener: 'New user', field: 'Name' },
    { path: '/admin/categories', opener: 'New category', field: 'Name' },
    { path: '/account/tokens', opener: 'New token', field: 'Name' },
    { path: '/canned-answers', opener: 'New answer', field: 'Name' },
  ];
  for (const { path, opener, field } of forms) {
    test(`writes at once in "${opener}", and Esc leaves it without losing a word`, async ({ page }) => {
      await page.goto(path);
      const button = page.getByRole('button', { name: opener }).first();
      const first = page.getByRole('dialog').getByLabel(field, { exact: true });
      await openAndType(page, button, 'Nadia');
      await expect(first).toHaveValue('Nadia');

      await page.keyboard.press('Escape');
      await expect(page.getByText('What you have written is not saved.')).toBeVisible();
      await page.getByRole('button', { name: 'Go on writing' }).click();
      await expect(first).toBeFocused();
      await expect(first).toHaveValue('Nadia');
      await page.keyboard.press('Escape');
      await page.getByRole('button', { name: 'Discard it' }).click();
      await expect(page.getByRole('dialog')).toBeHidden();
      await expect(button).toBeFocused();

      await button.click();
      await expect(first).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(page.getByRole('dialog')).toBeHidden();
    });
  }

  test('edits a person and merges a category, and Esc closes both', async ({ page }) => {
    await page.goto('/admin/users?search=mina');
    await page.getByRole('button', { name: 'Actions for Mina Park' }).click();
    await page.getByRole('menuitem', { name: 'Edit' }).click();
    await expect(page.getByRole('dialog').getByLabel('Name', { exact: true })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(page.getByRole('button', { name: 'Actions for Mina Park' })).toBeFocused();

    await page.goto('/admin/categories');
    await page.getByRole('button', { name: 'Actions for General' }).click();
    await page.getByRole('menuitem', { name: 'Merge into another' }).click();
    await expect(page.getByRole('dialog').getByRole('combobox', { name: 'Into' })).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  });

  test('selects a range of tickets with Shift', async ({ page, backstage }) => {
    const word = `dingo${String(Date.now())}`;
    for (let i = 0; i < 5; i += 1) await backstage.createTicket({ title: `${word} ${String(i)}` });
    await page.goto(`/admin/tickets?search=${word}`);
    const boxes = page.getByRole('checkbox', { name: /Select #/ });
    await expect(boxes).toHaveCount(5);
    await boxes.nth(1).click();
    await boxes.nth(3).click({ modifiers: ['Shift'] });
    await expect(page.getByRole('group', { name: 'Selected tickets' })).toContainText('3 tickets selected');
    const checked = boxes.evaluateAll((all) => all.map((box) => (box as HTMLInputElement).checked));
    expect(await checked).toEqual([false, true, true, true, false]);
  });
});

test('the new ticket takes every key from the first on, and gives the keyboard back at once', async ({ page }) => {
  await page.goto('/tickets');
  await expect(page.getByRole('grid', { name: 'Tickets' })).toBeVisible();
  await page.keyboard.press('j');
  await openAndType(page, page.getByRole('button', { name: /New ticket/ }).first(), 'Printer burns');
  const dialog = page.getByRole('dialog', { name: 'New ticket' });
  await expect(dialog.getByRole('textbox', { name: 'Title' })).toHaveValue('Printer burns');
  // The Enter that takes a word from an input method, as Safari tells of it.
  await dialog
    .getByRole('textbox', { name: 'Title' })
    .evaluate((field) =>
      field.dispatchEvent(
        new KeyboardEvent('keydown', { key: 'Enter', keyCode: 229, bubbles: true, cancelable: true }),
      ),
    );
  await expect(dialog.getByRole('textbox', { name: 'Title' })).toBeFocused();
  await dialog.getByRole('textbox', { name: 'Description' }).fill('There is smoke.');
  await expect(dialog.getByRole('textbox', { name: 'Title' })).toHaveValue('Printer burns');
  await page.keyboard.press('Escape');
  await page.keyboard.press('?');
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(list.getByRole('heading', { name: 'Keyboard shortcuts' })).toBeInViewport();
  await page.keyboard.press('Escape');
  await expect(list).toBeHidden();
});

test('several changes are taken back one after the other, and a message covers nothing', async ({
  page,
  backstage,
}) => {
  const word = `okapi${String(Date.now())}`;
  const { id } = await backstage.createTicket({ title: word, priority: 'low' });
  await page.goto('/tickets?view=all');
  const rows = page.getByRole('grid', { name: 'Tickets' }).locator('desk-ticket-row');
  await expect(rows.filter({ hasText: word })).toBeVisible();
  for (const key of ['j', 'p', '4', 's', '3', 'i']) await page.keyboard.press(key);
  const values = async () => {
    const { priority, status, assignee } = await backstage.ticket(id);
    return { priority, status, taken: assignee !== null };
  };
  // What fades is looked at first.
  const message = page.locator('mat-snack-bar-container');
  await expect(message.filter({ hasText: 'assigned to you' })).toBeVisible();
  await expect(message).toHaveCount(1);
  const legend = page.locator('desk-list-foot');
  expect(await overlap(message, legend)).toBe(false);
  // All rows in sight are within it.
  expect(await overlap(message, page.locator('desk-ticket-rows .scroller'))).toBe(false);
  await expect.poll(values).toEqual({ priority: 'critical', status: 'resolved', taken: true });

  for (const key of ['z', 'z', 'z']) await page.keyboard.press(key);
  await expect.poll(values).toEqual({ priority: 'low', status: 'open', taken: false });
  // One message after the other; the earlier ones fade.
  await expect(page.getByText(/^Undone\. Ticket #\d+/)).toHaveCount(1);
  await page.keyboard.press('z');
  await expect(page.getByText('Nothing is left to undo')).toBeVisible();
});

/** As fast as keys can follow a click. */
async function openAndType(page: Page, opener: Locator, text: string): Promise<void> {
  await opener.click();
  await page.keyboard.type(text);
}
