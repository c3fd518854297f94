import { type Page, expect } from '@playwright/test';
import { expectAccessible, test } from './support/desk-test.ts';
import { AGENT, type Person } from './support/people.ts';

let count = 0;
/** A name nobody else has. */
const someone = () => `someone.${String(Date.now())}.${String((count += 1))}`;
const OWN_PASSWORD = 'quite a long one 17';

async function signIn(page: Page, { username, password }: Person): Promise<void> {
  await page.getByLabel('Username').fill(username);
  await page.getByLabel('Password', { exact: true }).fill(password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

const account = (page: Page) => page.getByRole('button', { name: /^Account of/ });

test.describe('signing in', () => {
  test.use({ person: null });

  test('says what is wrong, keeps what was typed, and leads back to the page that was asked for', async ({ page }) => {
    await page.goto('/tickets?status=open&search=invoice');
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await expect(page.getByLabel('Username')).toBeFocused();
    await signIn(page, { ...AGENT, password: 'not this one' });
    await expect(page.getByText('do not belong together')).toBeVisible();
    await expect(page.getByLabel('Username')).toHaveValue(AGENT.username);
    await expectAccessible(page);
    await signIn(page, AGENT);
    await expect(page).toHaveURL(/\/tickets\?status=open&search=invoice$/);
    await expect(page.getByRole('grid', { name: 'Tickets' })).toBeVisible();

    await account(page).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await page.goto('/dashboard');
    await expect(page).toHaveURL(
      (url) => url.pathname === '/sign-in' && url.searchParams.get('return') === '/dashboard',
    );
  });

  test('is refused for a while after too many guesses, and says for how long', async ({ page, backstage }) => {
    const username = someone();
    const { password } = await backstage.createUser(username);
    await page.goto('/sign-in');
    for (let guess = 0; guess < 10; guess += 1) {
      const answer = page.waitForResponse('**/api/auth/login');
      await signIn(page, { username, password: `guess number ${String(guess)}` });
      expect((await answer).status()).toBe(401);
    }
    const answer = page.waitForResponse('**/api/auth/login');
    await signIn(page, { username, password });
    expect((await answer).status()).toBe(429);
    await expect(page.getByText(/again in \d+ (minute|second)/)).toBeVisible();
    await expectAccessible(page);
  });

  test('with a one-time password means choosing an own one before anything else', async ({ page, backstage }) => {
    const username = someone();
    const { password } = await backstage.createUser(username);
    await page.goto('/dashboard');
    await signIn(page, { username, password });
    await expect(page.getByRole('heading', { name: 'Choose a password' })).toBeVisible();
    await expectAccessible(page);
    await page.goto('/tickets');
    await expect(page.getByRole('heading', { name: 'Choose a password' })).toBeVisible();

    // A page that was loaded again does not know it any more.
    await page.getByLabel('One-time password').fill(password);
    await page.getByLabel('New password').fill('password12');
    await page.getByRole('button', { name: 'Save and go on' }).click();
    await expect(page.getByText(/common/i).last()).toBeVisible();
    await page.getByLabel('New password').fill(OWN_PASSWORD);
    await page.getByRole('button', { name: 'Save and go on' }).click();
    await expect(page.getByRole('grid', { name: 'Tickets' })).toBeVisible();

    await account(page).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await signIn(page, { username, password: OWN_PASSWORD });
    await expect(page.getByRole('grid', { name: 'Tickets' })).toBeVisible();
  });
});

test.describe('a session that ends', () => {
  test.use({ person: null });

  test('leaves a half-written ticket where it is', async ({ page, backstage, context }) => {
    await page.goto('/tickets?view=all');
    await signIn(page, AGENT);
    await expect(page.getByRole('grid', { name: 'Tickets' })).toBeVisible();
    await backstage.llm({ kind: 'status', status: 401 });
    // Of what is asked while somebody writes, nothing is refused before the ticket is.
    await page.route('**/api/tickets/similar?*', (route) => route.fulfill({ json: { results: [] } }));
    await page.keyboard.press('c');
    const dialog = page.getByRole('dialog', { name: 'New ticket' });
    await dialog.getByRole('textbox', { name: 'Title' }).fill('Half of a thought');
    await dialog.getByRole('textbox', { name: 'Description' }).fill('And the other half.');
    await expect(dialog.getByRole('heading', { name: 'No suggestion this time' })).toBeVisible();
    await context.clearCookies();
    await dialog.getByRole('button', { name: 'Create ticket' }).click();

    const again = page.getByRole('dialog', { name: 'Sign in again' });
    await expect(again).toBeVisible();
    await expectAccessible(page);
    await again.getByLabel('Password', { exact: true }).fill(AGENT.password);
    await again.getByRole('button', { name: 'Sign in', exact: true }).click();
    // What was refused for want of a session is sent again by itself.
    await expect(again).toBeHidden();
    await expect(dialog).toBeHidden();
    await expect(page.getByRole('grid', { name: 'Tickets' }).getByRole('row').nth(1)).toContainText(
      'Half of a thought',
    );
    await expect(page.getByRole('row', { name: /Half of a thought/ })).toHaveCount(1);
  });

  test('does not show the draft of one person to the next', async ({ page, backstage }) => {
    const username = someone();
    const { password } = await backstage.createUser(username);
    await page.goto('/tickets');
    await signIn(page, AGENT);
    await expect(page.getByRole('grid', { name: 'Tickets' })).toBeVisible();
    await page.keyboard.press('c');
    const title = page.getByRole('dialog', { name: 'New ticket' }).getByRole('textbox', { name: 'Title' });
    await title.fill('Between me and the desk');
    await page.reload();
    await expect(account(page)).toBeVisible();
    await page.keyboard.press('c');
    await expect(title).toHaveValue('Between me and the desk');
    await page.reload();
    await account(page).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();

    await signIn(page, { username, password });
    await page.getByLabel('New password').fill(OWN_PASSWORD);
    await page.getByRole('button', { name: 'Save and go on' }).click();
    await expect(page.getByRole('grid', { name: 'Tickets' })).toBeVisible();
    await page.keyboard.press('c');
    await expect(title).toHaveValue('');
  });
});

test('agents find no way into the admin section', async ({ page }) => {
  await page.goto('/tickets');
  const places = page.getByRole('navigation', { name: 'Main' }).getByRole('link');
  await expect(places).toHaveText([/Tickets/, /Contacts/, /Dashboard/]);
  await page.goto('/admin/users');
  await expect(page.getByRole('heading', { name: 'This page is for administrators' })).toBeVisible();
  await expectAccessible(page);
  const { status, body } = await page.evaluate(async () => {
    const response = await fetch('/api/admin/users');
    return { status: response.status, body: (await response.json()) as { code: string } };
  });
  expect([status, body.code]).toEqual([403, 'forbidden']);
});

test.describe('an account', () => {
  test.use({ person: null });

  test('has tokens that work until they are revoked, and sessions that can be ended', async ({ page, backstage }) => {
    const username = someone();
    const { password } = await backstage.createUser(username);
    await page.goto('/account/tokens');
    await signIn(page, { username, password });
    await page.getByLabel('New password').fill(OWN_PASSWORD);
    await page.getByRole('button', { name: 'Save and go on' }).click();

    await expect(page).toHaveURL(/\/account\/tokens$/);
    await page.getByRole('button', { name: /New token|Create a token/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Name').fill('Night shift');
    await dialog.getByRole('checkbox', { name: /tickets:read/ }).check();
    await expect(dialog.getByRole('checkbox', { name: /admin/ })).toHaveCount(0);
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Create token' }).click();
    const secret = await dialog.getByLabel('Token', { exact: true }).innerText();
    expect(secret).toMatch(/^desk_\w{30,}$/);
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Done' }).click();
    await expect(page.getByText(secret)).toHaveCount(0);

    const call = async (path: string) =>
      (await fetch(`${process.env['DESK_API_URL'] ?? ''}${path}`, { headers: { authorization: `Bearer ${secret}` } }))
        .status;
    expect(await call('/api/tickets')).toBe(200);
    expect(await call('/api/admin/overview')).toBe(403);
    await page.getByRole('button', { name: /Revoke/ }).click();
    await page
      .getByRole('alertdialog')
      .getByRole('button', { name: /Revoke/ })
      .click();
    await expect(page.getByText('Night shift')).toHaveCount(0);
    expect(await call('/api/tickets')).toBe(401);

    await page.goto('/account/sessions');
    await expect(page.getByText(/This browser|this browser/).first()).toBeVisible();
    await expectAccessible(page);
  });
});
