import { expect } from '@playwright/test';
import { freePort } from '../../tools/free-port.ts';
import { expectAccessibleInBoth, expectNamedAsWritten, test } from './support/desk-test.ts';
import { ADMIN } from './support/people.ts';

test.use({ person: ADMIN });

test('an admin sets up a mailbox, sees at which step its test fails, keeps it, lets it rest and removes it', async ({
  page,
}) => {
  const user = `box${String(Date.now())}@desk.example`;
  const secret = 'a-secret-nobody-sees';
  const seen: string[] = [];
  page.on('response', (response) => {
    if (response.url().includes('/api/'))
      void response.text().then(
        (text) => seen.push(text),
        () => undefined,
      );
  });
  await page.goto('/admin/mails');
  await expect(page.getByRole('heading', { name: 'Mailboxes', exact: true })).toBeVisible();
  await expectAccessibleInBoth(page);
  await expectNamedAsWritten(page);

  await page.getByRole('button', { name: 'New mailbox' }).click();
  const dialog = page.getByRole('dialog');
  // Beside the choice of how the desk signs in, which is called so too.
  const password = dialog.getByRole('textbox', { name: 'Password', exact: true });
  await dialog.getByLabel('Reads from (IMAP)').fill('127.0.0.1');
  await dialog.getByLabel('User', { exact: true }).fill(user);
  await password.fill(secret);
  await dialog.getByText('None', { exact: true }).click();
  await expect(dialog.getByLabel('Port')).toHaveValue('143');
  await dialog.getByLabel('Port').fill(String(await freePort()));
  await dialog.getByRole('button', { name: 'Test', exact: true }).click();
  const steps = dialog.locator('desk-mail-trial').getByRole('listitem');
  await expect(steps).toHaveCount(5);
  await expect(steps.first()).toContainText('It does not answer on this port.');
  await expect(steps.last()).toContainText('Waits for the step before');
  await expectAccessibleInBoth(page);
  await expectNamedAsWritten(page);

  await dialog.getByLabel('Reads from (IMAP)').fill('imap.example.com');
  await dialog.getByRole('button', { name: 'Add mailbox' }).click();
  await expect(dialog).toContainText('Without encryption only a server on this machine is taken');
  await expect(password).toHaveValue(secret);
  await dialog.getByLabel('Reads from (IMAP)').fill('127.0.0.1');
  await dialog.getByRole('button', { name: 'Add mailbox' }).click();

  const row = page.getByRole('listitem').filter({ hasText: user });
  await expect(row).toContainText('not encrypted');
  await page.getByRole('button', { name: `Actions for ${user}` }).click();
  await page.getByRole('menuitem', { name: 'Let it rest' }).click();
  await expect(row).toContainText('Rests');

  await page.getByRole('button', { name: `Actions for ${user}` }).click();
  await page.getByRole('menuitem', { name: 'Edit and test' }).click();
  await expect(password).toHaveValue('');
  await dialog.getByLabel('Folder').fill('Support');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(row).toContainText('Support');

  await page.getByRole('button', { name: `Actions for ${user}` }).click();
  await page.getByRole('menuitem', { name: 'Remove' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
  await expect(row).toHaveCount(0);
  expect(seen.length).toBeGreaterThan(0);
  expect(seen.join('\n')).not.toContain(secret);
});

test('an admin sees what stands around answers while it is written, sets it, and has it as the desk brings it again', async ({
  page,
}) => {
  await page.goto('/admin/mails');
  await page.getByRole('button', { name: 'Change what stands around answers' }).click();
  const dialog = page.getByRole('dialog');
  const preview = dialog.getByRole('article', { name: 'Preview of the mail' });
  await expect(preview).toContainText('Re: Invoice PDFs download as empty files [#4821]');
  await dialog.getByLabel('Subject').fill('An answer of {{agent.name}}');
  await dialog.getByLabel('Body').fill('Hello **{{customer.name}}**,\n\n{{answer}}\n\n{{signature}}');
  await expect(preview).toContainText('[#4821]');
  await expect(preview.locator('strong').first()).toHaveText('Ruth Adler');
  await dialog.getByText('Plain', { exact: true }).click();
  await expect(preview).toContainText('Hello **Ruth Adler**,');
  await expectAccessibleInBoth(page);
  await expectNamedAsWritten(page);

  await dialog.getByLabel('Body').fill('Hello {{answer}}');
  await expect(dialog.getByRole('status').filter({ hasText: 'a line of their own' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.locator('mat-error')).toContainText('a line of their own');
  await dialog.getByLabel('Body').fill('Hello,\n\n{{answer}}');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toHaveCount(0);

  const row = page.locator('desk-template-card').first().getByRole('listitem');
  await expect(row).toContainText('Changed here');
  await page.getByRole('button', { name: 'Actions for the template of answers' }).click();
  await page.getByRole('menuitem', { name: 'As the desk brings it' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Reset' }).click();
  await expect(row).toContainText('As the desk brings it');
});
