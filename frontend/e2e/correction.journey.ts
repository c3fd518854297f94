import { type Page, expect } from '@playwright/test';
import { expectAccessibleInBoth, test } from './support/desk-test.ts';
import { overlap } from './support/overlap.ts';
import { ADMIN } from './support/people.ts';

test('an agent corrects a title and a description, leaves, comes back, saves, and undoes', async ({
  page,
  backstage,
}) => {
  const word = `tapir${String(Date.now())}`;
  const { id } = await backstage.createTicket({ title: `${word} brocken`, description: 'It is brocken.' });
  await page.goto(`/tickets?search=${word}`);
  await expect(page.getByRole('grid', { name: 'Tickets' })).toContainText(word);
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  const heading = page.getByRole('heading', { name: word });
  await expect(heading).toHaveText(`${word} brocken`);
  const title = page.getByRole('textbox', { name: 'Title' });

  await page.keyboard.press('e');
  await expect(title).toBeFocused();
  await title.fill(`${word} broken`);
  await page.keyboard.press('Escape');
  await expect(title).toBeHidden();
  const message = page.locator('mat-snack-bar-container');
  await expect(message).toContainText(`The correction of #${String(id)} was discarded`);
  await page.keyboard.press('z');
  await expect(title).toHaveValue(`${word} broken`);

  // Neither Back nor a reload loses it.
  await page.goBack();
  await expect(page.getByRole('article')).toBeHidden();
  await page.goForward();
  await expect(title).toHaveValue(`${word} broken`);
  await page.reload();
  await expect(title).toHaveValue(`${word} broken`);

  await page.getByRole('textbox', { name: 'Description' }).fill('It is broken.');
  await page.keyboard.press('Control+Enter');
  await expect(heading).toHaveText(`${word} broken`);
  const story = page.getByRole('article').locator('.event', { hasText: 'title' });
  await expect(story.first()).toContainText(`${word} brocken`);
  expect(await backstage.ticket(id)).toMatchObject({ title: `${word} broken`, description: 'It is broken.' });

  await page.keyboard.press('z');
  await expect(heading).toHaveText(`${word} brocken`);
  await expect
    .poll(() => backstage.ticket(id))
    .toMatchObject({ title: `${word} brocken`, description: 'It is brocken.' });
});

test('the focus stays where the banner was that goes when the line is back', async ({ page, context, backstage }) => {
  const word = `heron${String(Date.now())}`;
  await backstage.createTicket({ title: word });
  await page.goto(`/tickets?search=${word}`);
  await expect(page.getByRole('grid', { name: 'Tickets' })).toContainText(word);
  await context.setOffline(true);
  await page.getByRole('button', { name: 'Refresh the list' }).click();
  await page.getByRole('button', { name: 'Try again' }).focus();
  await context.setOffline(false);
  await expect(page.getByRole('button', { name: 'Try again' })).toBeHidden();
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
});

test('a sequence of keys says how it goes on', async ({ page }) => {
  await page.goto('/tickets');
  await expect(page.getByRole('grid', { name: 'Tickets' })).toBeVisible();
  await page.keyboard.press('g');
  const hint = page.locator('desk-next-keys');
  await expect(hint).toContainText('Unassigned');
  for (const beside of [page.getByRole('search'), page.getByRole('button', { name: /New ticket/ })]) {
    expect(await overlap(hint, beside)).toBe(false);
  }
  await page.keyboard.press('Escape');
  await expect(hint).toBeHidden();
});

test('an app that does not arrive is told as such, and can be loaded again', async ({ page }) => {
  await page.route('**/main-*.js', (route) => route.abort());
  await page.goto('/tickets');
  await expect(page.getByRole('alert')).toContainText('The desk could not be loaded.');
  await page.unroute('**/main-*.js');
  await page.getByRole('button', { name: 'Load it again' }).click();
  await expect(page.getByRole('grid', { name: 'Tickets' })).toBeVisible();
});

test('a first page of which a part does not arrive is told as such, and loaded again where it was going', async ({
  page,
}) => {
  const needed = await neededToBegin(page);
  await page.route('**/chunk-*.js', (route, request) =>
    needed.has(new URL(request.url()).pathname.slice(1)) ? route.continue() : route.abort(),
  );
  await page.goto('/dashboard?tz=UTC');
  await expect(page.getByRole('alert')).toContainText('The desk could not be loaded');
  await expectAccessibleInBoth(page);
  await page.unroute('**/chunk-*.js');
  await page.getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('heading', { name: 'Dashboard' })).toBeVisible();
  await expect(page).toHaveURL(/\/dashboard\?tz=UTC$/);
});

test.describe('an admin', () => {
  test.use({ person: ADMIN });

  test('is asked before Back loses what was written, and before the page is closed', async ({ page }) => {
    await page.goto('/admin/categories');
    await page.getByRole('navigation', { name: 'Admin' }).getByRole('link', { name: 'Users' }).click();
    await page.getByRole('button', { name: 'New user' }).click();
    const name = page.getByRole('dialog').getByLabel('Name', { exact: true });
    await name.fill('Nadia');
    await page.goBack();
    await expect(page.getByText('What you have written is not saved.')).toBeVisible();
    await page.getByRole('button', { name: 'Go on writing' }).click();
    await expect(name).toHaveValue('Nadia');

    const asked = page.waitForEvent('dialog');
    const closing = page.close({ runBeforeUnload: true });
    await (await asked).dismiss();
    await closing;
    await expect(name).toHaveValue('Nadia');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Discard it' }).click();
    await expect(page.getByRole('dialog')).toBeHidden();
  });
});

/** The scripts that the app needs to begin, whatever page is opened: the page names the first of them, and they name others. */
async function neededToBegin(page: Page): Promise<ReadonlySet<string>> {
  const needed = new Set<string>();
  const read = async (address: string) => (await page.request.get(address)).text();
  const follow = async (name: string): Promise<void> => {
    if (needed.has(name)) return;
    needed.add(name);
    const imports = (await read(`/${name}`)).matchAll(/(?:from|import)\s*"\.\/(chunk-[^"]+\.js)"/g);
    for (const [, next = ''] of imports) await follow(next);
  };
  const [main = ''] = /main-[^"]+\.js/.exec(await read('/dashboard')) ?? [];
  await follow(main);
  return needed;
}
