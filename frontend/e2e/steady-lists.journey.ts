import { type Page, expect } from '@playwright/test';
import { Client } from 'pg';
import { test } from './support/desk-test.ts';
import { fromEnvironment } from './support/from-environment.ts';
import { ADMIN } from './support/people.ts';

test.use({ person: ADMIN });

test('a ticket that was filed wrongly and is taken back by Z is there again, for the keys too', async ({
  page,
  backstage,
}) => {
  const ids: number[] = [];
  for (const title of ['Wrong one', 'Wrong two', 'Wrong three']) ids.push((await backstage.createTicket({ title })).id);
  await using cleanup = new AsyncDisposableStack();
  cleanup.use(await suspect(ids));
  await open(page, '/admin/quality/suspects');
  // Others may stand among them.
  const titles = page.locator('li .title').filter({ hasText: /Wrong (one|two|three)/ });
  const current = page.locator('li.current .title');
  await expect(titles).toHaveText([/Wrong one/, /Wrong two/, /Wrong three/]);

  for (let at = await current.textContent(); !at?.includes('Wrong two'); at = await current.textContent()) {
    await page.keyboard.press('j');
    // What the key did shows with the next frame.
    await expect(current).not.toHaveText(at ?? '');
  }
  const told = page.waitForResponse('**/api/admin/suggestions/suspects');
  await page.keyboard.press('1');
  await expect(titles).toHaveText([/Wrong one/, /Wrong three/]);
  // The desk has told of it, and the list was read without it.
  await told;
  await page.keyboard.press('z');
  await expect(page.getByText(`Undone. Ticket #${String(ids[1])} is back where it was`)).toBeVisible();
  await expect(titles).toHaveText([/Wrong one/, /Wrong two/, /Wrong three/]);
  await expect(current).toHaveText(/Wrong two/);
  await expect(page.getByRole('button', { name: /^Refresh:/ })).toHaveCount(0);

  await page.keyboard.press('2');
  await expect(page.getByText(`Ticket #${String(ids[1])} stays where it is`)).toBeVisible();
  await expect(titles).toHaveText([/Wrong one/, /Wrong three/]);
});

test('a token just made is listed though the pointer rests on the list', async ({ page, backstage }) => {
  const name = `Token ${String(Date.now())}`;
  await backstage.asAdmin('POST', '/api/auth/tokens', {
    ...{ name: `${name} before`, scopes: ['tickets:read'], expires_in_days: 1 },
  });
  await open(page, '/account/tokens');
  await page.getByText(`${name} before`).hover();
  await page.getByRole('button', { name: 'New token' }).press('Enter');
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill(name);
  await dialog.getByRole('button', { name: 'Create token' }).press('Enter');
  await dialog.getByRole('button', { name: 'Done' }).press('Enter');
  await expect(page.getByRole('listitem').filter({ hasText: name })).toHaveCount(2);
});

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.locator('desk-live-mark')).toContainText('Live');
}

/** As if the desk had found that these belong to Billing; what it finds while it learns waits until that is let go. */
async function suspect(ids: readonly number[]): Promise<AsyncDisposable> {
  const database = new Client({ connectionString: fromEnvironment('DESK_DATABASE_URL') });
  await database.connect();
  await database.query(
    `INSERT INTO suspects (ticket_id, place, filed, likelier, confidence)
     SELECT id, place, 'general', 'billing', 0.9 FROM unnest($1::bigint[]) WITH ORDINALITY AS found (id, place)`,
    [ids],
  );
  await database.query('BEGIN');
  await database.query('LOCK TABLE suspects IN SHARE MODE');
  return {
    [Symbol.asyncDispose]: async () => {
      await database.query('ROLLBACK');
      await database.query('DELETE FROM suspects WHERE ticket_id = ANY ($1)', [ids]);
      await database.end();
    },
  };
}
