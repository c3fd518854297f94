import { type Locator, type Page, expect } from '@playwright/test';
import { expectAccessible, expectAccessibleInBoth, test } from './support/desk-test.ts';
import { ADMIN } from './support/people.ts';

test.use({ person: ADMIN });

const conversation = (page: Page): Locator => page.getByRole('region', { name: 'Conversation' });

test('an admin removes the words of a note, hands out what is kept of a person, and erases them', async ({
  page,
  backstage,
}) => {
  const mark = `x${String(Date.now())}`;
  const requester = { name: `Anna ${mark}`, address: `anna@${mark}.example` };
  const { id } = await backstage.asAdmin<{ id: number }>('POST', '/api/tickets', {
    ...{
      title: `Card of ${mark}`,
      description: `My card is ${mark}.`,
      requester,
      category: 'billing',
      priority: 'low',
    },
  });
  const note = { kind: 'note', text: `The number is ${mark}.` };
  await backstage.asAdmin('POST', `/api/tickets/${String(id)}/messages`, note);
  await page.goto(`/tickets/${String(id)}`);
  await expect(conversation(page)).toContainText(`The number is ${mark}.`);

  await conversation(page)
    .getByRole('button', { name: /^More about the message of/ })
    .last()
    .press('Enter');
  await page.getByRole('menuitem', { name: 'Remove the words for good…' }).press('Enter');
  const removal = page.getByRole('dialog', { name: 'Remove the words of this message?' });
  await removal.getByRole('button', { name: 'Remove for good' }).click();
  await expect(removal.getByText('Say why.')).toBeVisible();
  await removal.getByRole('textbox', { name: 'Why' }).fill('It held the number of a card.');
  await expectAccessibleInBoth(page);
  await removal.getByRole('button', { name: 'Remove for good' }).click();
  await expect(removal).toBeHidden();
  await expect(conversation(page)).toContainText(/Words removed by .*: It held the number of a card\./);
  await expect(conversation(page)).not.toContainText(`The number is ${mark}.`);
  await expectAccessible(page);

  await page.getByRole('button', { name: `More about ${requester.name}` }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: 'Export what is kept of them' }).click();
  expect((await download).suggestedFilename()).toBe('person.json');

  await page.getByRole('button', { name: `More about ${requester.name}` }).click();
  await page.getByRole('menuitem', { name: 'Erase this person…' }).click();
  const erasure = page.getByRole('dialog', { name: `Erase ${requester.name}?` });
  await erasure.getByRole('textbox', { name: 'Why' }).fill('They asked for it by letter.');
  await expectAccessibleInBoth(page);
  await erasure.getByRole('button', { name: 'Erase for good' }).click();
  await expect(erasure).toBeHidden();
  await expect(page.locator('desk-ticket-requester')).toContainText('Erased person');
  await expect(conversation(page)).toContainText('They asked for it by letter.');
  await expect(page.locator('desk-erasure-progress')).toContainText('Erased for good: 1 text in 1 ticket');
  await expectAccessible(page);
  await expect(page.locator('body')).not.toContainText(mark);
});
