import { readFile } from 'node:fs/promises';
import { type Page, expect } from '@playwright/test';
import { expectAccessibleInBoth, expectNamedAsWritten, test } from './support/desk-test.ts';
import { ADMIN } from './support/people.ts';

const heading = (page: Page) => page.getByRole('heading', { level: 1, name: 'Canned answers' });
const row = (page: Page, name: string) => page.getByRole('listitem').filter({ hasText: name });

test('a canned answer is written, found, changed, deleted and brought back', async ({ page }) => {
  const name = `Invoices ${String(Date.now())}`;
  await page.goto('/tickets');
  await page.getByRole('button', { name: /^Account of/ }).click();
  await page.getByRole('menuitem', { name: 'Canned answers' }).click();
  await expect(heading(page)).toBeVisible();

  await page.getByRole('button', { name: 'New answer' }).first().click();
  const dialog = page.getByRole('dialog', { name: 'New canned answer' });
  await dialog.getByRole('button', { name: 'Add answer' }).click();
  await expect(dialog.getByLabel('Name', { exact: true })).toBeFocused();
  await expect(dialog.getByText('Text is needed.')).toBeVisible();
  await dialog.getByLabel('Name', { exact: true }).fill(name);
  const text = dialog.getByRole('textbox', { name: 'Text' });
  await text.click();
  await page.keyboard.type('Hello {{customer.nam}},');
  await dialog.getByRole('button', { name: 'Add answer' }).click();
  await expect(dialog.getByText(/Nothing is known of \{\{customer\.nam\}\}/)).toBeVisible();
  await expect(text).toHaveAttribute('aria-invalid', 'true');
  await text.fill('');
  await page.keyboard.type('Hello ');
  await dialog.getByRole('button', { name: 'Customer’s name' }).click();
  await page.keyboard.type(', they are **packed**. ');
  await expect(dialog.getByRole('region', { name: 'As a customer would read it' })).toHaveText(
    /Hello Ruth Adler, they are packed\./,
  );
  // Those of the team are for admins to write.
  await expect(dialog.getByText('The team')).toHaveCount(0);
  await dialog.getByRole('combobox', { name: 'Status' }).click();
  await page.getByRole('option', { name: 'Resolved' }).click();
  await expectAccessibleInBoth(page);
  await dialog.getByRole('button', { name: 'Add answer' }).click();
  await expect(dialog).toBeHidden();

  const written = row(page, name);
  await expect(written).toContainText('Hello {{customer.name}}, they are **packed**.');
  await expect(written).toContainText('Only you');
  await expect(written).toContainText('Resolved');
  await expect(written).toContainText('Not used yet');
  await page.getByRole('searchbox', { name: 'Words of name or text' }).fill(name);
  await expect(page.getByRole('listitem')).toHaveCount(1);
  await expect(page).toHaveURL(/\/canned-answers\?search=/);
  await expectAccessibleInBoth(page);
  await expectNamedAsWritten(page);

  await written.getByRole('button', { name: `Edit ${name}` }).click();
  const edit = page.getByRole('dialog', { name: 'Edit canned answer' });
  await edit.getByLabel('Name', { exact: true }).fill(`${name} again`);
  await edit.getByRole('button', { name: 'Save' }).click();
  await expect(row(page, `${name} again`)).toContainText('Resolved');

  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessibleInBoth(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.getByRole('button', { name: `Delete ${name} again` }).click();
  await expect(row(page, name)).toHaveCount(0);
  await page.keyboard.press('z');
  await expect(row(page, `${name} again`)).toContainText('Resolved');
});

test.describe('canned answers of the team', () => {
  test.use({ person: ADMIN });

  test('hold files, which are named, removed, and come back with one that was deleted', async ({ page }) => {
    const name = `Terms ${String(Date.now())}`;
    await page.goto('/canned-answers');
    await page.getByRole('button', { name: 'New answer' }).first().click();
    const dialog = page.getByRole('dialog', { name: 'New canned answer' });
    await dialog.getByLabel('Name', { exact: true }).fill(name);
    await dialog.getByText('The team').click();
    await dialog.getByRole('textbox', { name: 'Text' }).click();
    await page.keyboard.type('Here are our terms.');
    const chooser = page.waitForEvent('filechooser');
    await dialog.getByRole('button', { name: 'Add files' }).click();
    await (
      await chooser
    ).setFiles(
      ['terms.txt', 'prices.csv'].map((file) => ({ name: file, mimeType: 'text/plain', buffer: Buffer.from(file) })),
    );
    const along = dialog.getByRole('list', { name: 'Files that go along' });
    await expect(along.getByText('terms.txt')).toBeVisible();
    await expect(along.getByText('prices.csv')).toBeVisible();
    await expectAccessibleInBoth(page);
    await dialog.getByRole('button', { name: 'Add answer' }).click();
    await expect(row(page, name)).toContainText('terms.txt');
    await expect(row(page, name)).toContainText('prices.csv');
    await expectAccessibleInBoth(page);

    await row(page, name)
      .getByRole('button', { name: `Edit ${name}` })
      .click();
    const edit = page.getByRole('dialog', { name: 'Edit canned answer' });
    await edit.getByRole('button', { name: 'Remove prices.csv' }).click();
    const left = edit.getByRole('list', { name: 'Files that go along' });
    await expect(left.getByRole('listitem')).toHaveText(['terms.txt']);
    await edit.getByRole('button', { name: 'Save' }).click();
    await expect(edit).toBeHidden();
    await expect(row(page, name)).toContainText('terms.txt');
    await expect(row(page, name)).not.toContainText('prices.csv');

    await page.getByRole('button', { name: `Delete ${name}` }).click();
    await expect(row(page, name)).toHaveCount(0);
    await page.keyboard.press('z');
    await expect(row(page, name)).toContainText('terms.txt');
    await page.getByRole('button', { name: `Delete ${name}` }).click();
    await expect(row(page, name)).toHaveCount(0);
  });

  test('are written by an admin, go out in a file and come in again', async ({ page, backstage }) => {
    const name = `Team ${String(Date.now())}`;
    await page.goto('/tickets');
    await expect(page.getByRole('grid', { name: 'Tickets' })).toBeVisible();
    await page.keyboard.press('g');
    await page.keyboard.press('r');
    await expect(heading(page)).toBeVisible();
    await page.getByRole('button', { name: 'New answer' }).first().click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name', { exact: true }).fill(name);
    await dialog.getByText('The team').click();
    await dialog.getByRole('textbox', { name: 'Text' }).click();
    await page.keyboard.type('We are on it.');
    await dialog.getByRole('button', { name: 'Add answer' }).click();
    await expect(row(page, name)).toContainText('Team');

    const coming = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Export' }).click();
    const path = await (await coming).path();
    const { answers } = JSON.parse(await readFile(path, 'utf8')) as { answers: { name: string }[] };
    expect(answers.map((answer) => answer.name)).toContain(name);

    const took = page.getByRole('button', { name: 'Import' });
    const choose = async (content: string) => {
      const chooser = page.waitForEvent('filechooser');
      await took.click();
      await (await chooser).setFiles({ name: 'a.json', mimeType: 'application/json', buffer: Buffer.from(content) });
    };
    await choose('name;text');
    await expect(page.getByText('This is no file of canned answers: it is no JSON.')).toBeVisible();
    await choose(JSON.stringify({ answers: [{ name: 'Wrong', text: '{{nobody}}' }] }));
    await expect(page.getByText(/“Wrong”: Nothing is known of \{\{nobody\}\}/)).toBeVisible();
    await expectAccessibleInBoth(page);
    await choose(JSON.stringify({ answers: [...answers, { name: `${name} too`, text: 'So.' }] }));
    await expect(page.getByText('1 canned answer added,')).toBeVisible();
    await expect(row(page, `${name} too`)).toContainText('Only you');

    const { results } = await backstage.asAdmin<{ results: { id: number; name: string }[] }>(
      'GET',
      `/api/canned-answers?search=${encodeURIComponent(name)}`,
    );
    for (const { id } of results) await backstage.asAdmin('DELETE', `/api/canned-answers/${String(id)}`);
  });
});
