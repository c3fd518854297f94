import { expect } from '@playwright/test';
import { expectAccessible, expectAccessibleInBoth, test } from './support/desk-test.ts';

test('who asks is written down with a ticket, found for the next, shown with what they asked, and changed; so is who gets copies', async ({
  page,
  backstage,
}) => {
  await backstage.llm({ kind: 'answer', category: 'billing', priority: 'high' });
  const mark = `x${String(Date.now())}`;
  const dialog = page.getByRole('dialog', { name: 'New ticket' });
  const requester = dialog.getByRole('combobox', { name: 'Requester' });
  const write = async (title: string) => {
    await page.goto('/tickets?view=all');
    await expect(page.getByRole('grid', { name: 'Tickets' })).toBeVisible();
    await page.keyboard.press('c');
    await dialog.getByRole('textbox', { name: 'Title' }).fill(title);
    await dialog.getByRole('textbox', { name: 'Description' }).fill('The invoice of April was paid twice.');
    await expect(dialog.getByRole('combobox', { name: 'Category' })).toContainText('Billing');
  };
  const create = async () => {
    await dialog.getByRole('button', { name: 'Create ticket' }).click();
    await expect(dialog).toBeHidden();
  };

  await write(`First matter ${mark}`);
  await requester.fill('Anna');
  await dialog.getByRole('button', { name: 'Create ticket' }).click();
  await expect(dialog.getByText('Choose somebody from the list, or add an e-mail address.')).toBeVisible();
  await requester.fill(`Anna ${mark} <anna@${mark}.example>`);
  await page.getByRole('option', { name: `New contact: Anna ${mark}, anna@${mark}.example` }).click();
  await create();

  await write(`Second matter ${mark}`);
  await requester.fill(`anna@${mark.slice(0, 8)}`);
  await expect(page.getByRole('option', { name: `Anna ${mark}` })).toBeVisible();
  await expectAccessible(page);
  await requester.press('ArrowDown');
  await requester.press('Enter');
  await expect(requester).toHaveValue(`Anna ${mark} <anna@${mark}.example>`);
  await create();

  await page.getByRole('button', { name: 'Open', exact: true }).click();
  const ticket = page.getByRole('article', { name: /Ticket #\d+/ });
  await expect(ticket.getByText(`anna@${mark}.example`)).toBeVisible();
  await ticket.getByRole('button', { name: '1 other ticket' }).click();
  const asked = ticket.locator('desk-ticket-requester').getByRole('link');
  await expect(asked).toContainText([`First matter ${mark}`]);
  await expectAccessible(page);

  await ticket.getByRole('button', { name: 'Change the requester' }).click();
  const change = page.getByRole('dialog', { name: /Requester of/ });
  await expect(change.getByRole('combobox', { name: 'Requester' })).toBeFocused();
  await change.getByRole('combobox', { name: 'Requester' }).fill(`Bo <bo@${mark}.example>`);
  await page.getByRole('option', { name: 'New contact: Bo' }).click();
  await expectAccessible(page);
  await change.getByRole('button', { name: 'Save' }).click();
  await expect(change).toBeHidden();
  await expect(ticket.getByText(`bo@${mark}.example`)).toBeVisible();
  await expect(ticket.getByText('named another requester')).toBeVisible();

  await ticket.getByRole('button', { name: 'Add somebody in copy' }).click();
  const copies = page.getByRole('dialog', { name: /In copy of/ });
  await copies.getByRole('combobox').fill(`Finance <finance@${mark}.example>`);
  await page.getByRole('option', { name: 'New contact: Finance' }).click();
  await expectAccessible(page);
  await copies.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(copies).toBeHidden();
  const follower = ticket.getByRole('list', { name: 'In copy' }).getByRole('listitem');
  await expect(follower).toHaveText('Finance');
  await expect(ticket.getByText('added the follower Finance')).toBeVisible();
  await expectAccessibleInBoth(page);
  await ticket.getByRole('button', { name: /Reply/ }).click();
  await expect(ticket.getByRole('group', { name: 'Recipients' })).toContainText('Finance');
  await page.keyboard.press('Escape');
  await ticket.getByRole('button', { name: 'Take Finance out of the copies' }).click();
  await expect(follower).toHaveCount(0);
  await page.keyboard.press('z');
  await expect(follower).toHaveText('Finance');

  await ticket.getByRole('button', { name: 'Change the requester' }).click();
  await change.getByRole('combobox', { name: 'Requester' }).fill('');
  await change.getByRole('button', { name: 'Save' }).click();
  await expect(ticket.getByRole('button', { name: 'Add the requester' })).toBeVisible();
});

test('the ways to name who asks and who gets copies stand on one line', async ({ page, backstage }) => {
  const { id } = await backstage.createTicket({ title: 'Of nobody' });
  await page.goto(`/tickets/${String(id)}`);
  const ticket = page.getByRole('article', { name: `Ticket #${String(id)}` });
  const [add, copies] = ['Add the requester', 'Add somebody in copy'].map((name) =>
    ticket.getByRole('button', { name }),
  );
  for (const width of [1440, 390]) {
    await page.setViewportSize({ width, height: 844 });
    await expect(add!).toBeVisible();
    const [one, other] = [await add!.boundingBox(), await copies!.boundingBox()];
    const middle = (box: typeof one) => box!.y + box!.height / 2;
    expect(Math.abs(middle(one) - middle(other))).toBeLessThan(1);
    expect(one!.x).toBeLessThan(other!.x);
  }
});
