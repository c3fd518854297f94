import { type Page, expect } from '@playwright/test';
import { expectAccessibleInBoth, expectNamedAsWritten, test } from './support/desk-test.ts';

const heading = (page: Page, name: string) => page.getByRole('heading', { level: 1, name });

test('a contact is found, changed, merged into another and taken back, and a ticket leads to who asks', async ({
  page,
  backstage,
}) => {
  const mark = `journey${String(Date.now())}`;
  const [ruth, double] = [`ruth@${mark}.example`, `r.adler@${mark}.example`];
  const ticket = { title: mark, description: 'x', category: 'general', priority: 'low' };
  const { id } = await backstage.asAdmin<{ id: number }>('POST', '/api/tickets', {
    ...ticket,
    requester: { name: 'Ruth Adler', address: ruth },
  });
  await backstage.asAdmin('POST', '/api/contacts', { name: 'R. Adler', addresses: [double] });

  await page.goto(`/tickets/${String(id)}`);
  await page.getByRole('link', { name: 'Ruth Adler' }).press('Enter');
  await expect(heading(page, 'Ruth Adler')).toBeVisible();
  await expect(page.getByRole('link', { name: new RegExp(mark) })).toBeVisible();
  await expectAccessibleInBoth(page);
  await expectNamedAsWritten(page);

  await page.getByRole('button', { name: 'Edit' }).press('Enter');
  await page.getByLabel('Note').fill('Call in the morning.');
  await page.getByLabel('Time zone').fill('Nowhere');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByLabel('Time zone')).toHaveAttribute('aria-invalid', 'true');
  await page.getByLabel('Time zone').fill('Europe/Berlin');
  await expectAccessibleInBoth(page);
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Call in the morning.')).toBeVisible();

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Contacts' }).click();
  await expect(heading(page, 'Contacts')).toBeVisible();
  await page.getByLabel('Name or address').fill(double);
  await expect(page.getByRole('link', { name: /R\. Adler/ })).toBeVisible();
  await expect(page).toHaveURL(/\/contacts\?search=/);
  await expectAccessibleInBoth(page);
  await page.getByRole('link', { name: /R\. Adler/ }).press('Enter');
  await expect(heading(page, 'R. Adler')).toBeFocused();
  await page.getByRole('button', { name: 'Merge' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox').fill(ruth);
  await page.getByRole('option', { name: /Ruth Adler/ }).click();
  await dialog.getByRole('button', { name: 'Merge' }).click();
  await expect(heading(page, 'Ruth Adler')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: double })).toBeVisible();

  await page.getByRole('button', { name: 'Take back that R. Adler was merged' }).click();
  await expect(heading(page, 'R. Adler')).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessibleInBoth(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.keyboard.press('g');
  await page.keyboard.press('c');
  await expect(heading(page, 'Contacts')).toBeVisible();
  await expectAccessibleInBoth(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test('an organisation is chosen by hand, made by its name, seen beside the tickets of its people, and taken back', async ({
  page,
  backstage,
}) => {
  const mark = `journey${String(Date.now())}`;
  const ticket = { description: 'x', category: 'general', priority: 'low' };
  const asked = (title: string, name: string) =>
    backstage.asAdmin<{ id: number; requester: { id: number } }>('POST', '/api/tickets', {
      ...{ ...ticket, title },
      requester: { name, address: `${name.toLowerCase()}@${mark}.example` },
    });
  const [one, other] = [await asked(`Of Ruth ${mark}`, 'Ruth'), await asked(`Of Bo ${mark}`, 'Bo')];
  const third = await asked(`Of Cleo ${mark}`, 'Cleo');

  await page.goto(`/contacts/${String(other.requester.id)}`);
  await page.getByRole('button', { name: 'Edit' }).click();
  const dialog = page.getByRole('dialog', { name: 'Edit contact' });
  const field = dialog.getByRole('combobox', { name: 'Organisation' });
  await expect(dialog.getByText('Left to the domain of the addresses, which no organisation has')).toBeVisible();
  await field.fill(`Halden ${mark}`);
  await page.getByRole('option', { name: `New organisation: Halden ${mark}` }).click();
  await expectAccessibleInBoth(page);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(`Halden ${mark}, chosen by hand`)).toBeVisible();

  // Somebody has the ticket of another open meanwhile.
  const beside = await page.context().newPage();
  await beside.goto(`/tickets/${String(one.id)}`);
  const detail = beside.getByRole('article', { name: /Ticket #\d+/ });
  await expect(detail.getByRole('link', { name: 'Ruth', exact: true })).toBeVisible();
  await page.goto(`/contacts/${String(one.requester.id)}`);
  await page.getByRole('button', { name: 'Edit' }).click();
  await field.fill(`halden ${mark.slice(0, 10)}`);
  await page.getByRole('option', { name: `Halden ${mark}` }).click();
  await expect(dialog.getByText('Chosen by hand')).toBeVisible();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText(`Halden ${mark}, chosen by hand`)).toBeVisible();
  await expect(detail.getByText(`Halden ${mark}`)).toBeVisible();
  await detail.getByRole('button', { name: 'Others of the organisation' }).click();
  await expect(detail.locator('desk-ticket-requester')).toContainText(`Of Bo ${mark}`);
  await expect(detail.locator('desk-ticket-requester')).not.toContainText(`Of Cleo ${mark}`);
  expect(third.id).toBeGreaterThan(other.id);

  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(page.getByText(`Halden ${mark}, chosen by hand`)).toBeHidden();
  await expect(detail.locator('desk-ticket-requester')).not.toContainText(`Halden ${mark}`);
  await beside.close();
});
