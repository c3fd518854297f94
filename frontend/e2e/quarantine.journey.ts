import { type Page, expect } from '@playwright/test';
import { Client } from 'pg';
import { expectAccessibleInBoth, expectNamedAsWritten, test } from './support/desk-test.ts';
import { fromEnvironment } from './support/from-environment.ts';
import { ADMIN } from './support/people.ts';

test.use({ person: ADMIN });

const FORGED = 'The sender’s domain does not confirm it (DMARC)';

/** Keeps mails aside, as the desk does with forged ones. */
async function keepAside(...subjects: readonly string[]): Promise<void> {
  const database = new Client({ connectionString: fromEnvironment('DESK_DATABASE_URL') });
  await database.connect();
  for (const subject of subjects) {
    const raw = `From: Ada <ada@example.com>\r\nSubject: ${subject}\r\n\r\n<b>Pay</b> at once.\r\n`;
    await database.query(
      `INSERT INTO mails (mailbox, uid_validity, uid, digest, size, raw, arrived_at, state, reason, kind, proof, sender, subject)
       VALUES ('support', 1, nextval('tickets_id_seq') + 1000000, sha256($1), length($1), $1, now(), 'quarantined', $2, 'person',
         'denied', 'ada@example.com', $3)`,
      [Buffer.from(raw), FORGED, subject],
    );
  }
  await database.end();
}

const mail = (page: Page, subject: string) => page.getByRole('listitem').filter({ hasText: subject });

test('an admin reads what was kept aside, deletes one mail and makes a ticket of the other, by keys alone', async ({
  page,
  backstage,
}) => {
  const [junk, real] = [`Junk ${String(Date.now())}`, `Invoice ${String(Date.now())}`];
  await keepAside(junk, real);
  await page.goto('/admin/mails');
  await expect(mail(page, real)).toContainText(FORGED);
  await expect(page.getByRole('link', { name: /^E-mail \d+ in quarantine$/ })).toBeVisible();
  await expectAccessibleInBoth(page);
  await expectNamedAsWritten(page);

  await page.getByRole('button', { name: `Source of ${real}` }).press('Enter');
  const source = page.getByRole('dialog');
  await expect(source.locator('pre')).toContainText('<b>Pay</b> at once.');
  await expectAccessibleInBoth(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: `Source of ${real}` })).toBeFocused();

  await page.getByRole('button', { name: `Delete ${junk}` }).press('Enter');
  await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).press('Enter');
  await expect(mail(page, junk)).toBeHidden();
  await expect(page.getByRole('heading', { name: 'Quarantine' })).toBeFocused();

  await page.getByRole('button', { name: `Make a ticket of ${real}` }).press('Enter');
  await expect(page).toHaveURL(/\/tickets\/\d+/);
  await expect(page.getByRole('heading', { name: real })).toBeVisible();
  // Others look at a desk on which nothing waits to be sorted.
  await backstage.asAdmin('PATCH', `/api/tickets/${page.url().split('/tickets/')[1]?.match(/^\d+/)?.[0] ?? ''}`, {
    triage: null,
  });
});

test('the quarantine follows what another admin does, and has room on a phone', async ({ page, backstage }) => {
  const [one, other] = [`One ${String(Date.now())}`, `Other ${String(Date.now())}`];
  await keepAside(one, other);
  await page.goto('/admin/mails');
  await expect(page.locator('desk-live-mark')).toContainText('Live');
  await expect(mail(page, one)).toBeVisible();
  const { results } = await backstage.asAdmin<{ results: { id: number; subject: string }[] }>(
    'GET',
    '/api/admin/mails/quarantine',
  );
  const gone = results.find(({ subject }) => subject === one);
  await backstage.asAdmin('DELETE', `/api/admin/mails/quarantine/${String(gone?.id)}`);
  await page.getByRole('button', { name: 'Refresh: 1 gone' }).click();
  await expect(mail(page, one)).toBeHidden();
  await expect(mail(page, other)).toBeVisible();

  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessibleInBoth(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
