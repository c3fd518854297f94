import { expect } from '@playwright/test';
import { FAKE_LLM_KEY } from '../../backend/test/support/fake-llm-server.ts';
import { expectAccessible, test } from './support/desk-test.ts';
import { ADMIN } from './support/people.ts';

test.use({ person: ADMIN });

const unique = () => String(Date.now());

test('an admin creates a person, who signs in; then shuts the person out again', async ({ page, browser }) => {
  const username = `new.person.${unique()}`;
  await page.goto('/admin/users');
  await page.getByRole('button', { name: 'New user' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill('Nadia New');
  await dialog.getByLabel('Username').fill('admin');
  await dialog.getByRole('button', { name: 'Create user' }).click();
  await expect(dialog.getByText('Somebody has this username already.')).toBeVisible();
  await dialog.getByLabel('Username').fill(username);
  await dialog.getByRole('button', { name: 'Create user' }).click();
  const password = await page.getByRole('dialog').locator('code').innerText();
  await page.getByRole('dialog').getByRole('button', { name: 'Done' }).click();

  const theirs = await (await browser.newContext({ storageState: undefined })).newPage();
  await theirs.goto(new URL('/sign-in', page.url()).href);
  await theirs.getByLabel('Username').fill(username.toUpperCase());
  await theirs.getByLabel('Password', { exact: true }).fill(password);
  await theirs.getByRole('button', { name: 'Sign in', exact: true }).click();
  await expect(theirs.getByRole('heading', { name: 'Choose a password' })).toBeVisible();

  await page.goto(`/admin/users?search=${username}`);
  await page.getByRole('button', { name: 'Actions for Nadia New' }).click();
  await page.getByRole('menuitem', { name: 'Deactivate' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Deactivate' }).click();
  await expect(page.getByText('Nadia New was deactivated')).toBeVisible();
  await theirs.reload();
  await expect(theirs.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await theirs.context().close();
});

test('the last admin cannot be lost, and is told so', async ({ page }) => {
  await page.goto('/admin/users?search=admin');
  await page.getByRole('button', { name: 'Actions for Administrator' }).click();
  await page.getByRole('menuitem', { name: 'Deactivate' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Deactivate' }).click();
  await expect(
    page
      .getByRole('alertdialog')
      .getByText(/active admin/)
      .first(),
  ).toBeVisible();
  await expect(page.getByRole('alertdialog').getByRole('button')).toHaveText(['Close']);
});

test('a new category is offered at once, and merging it away moves its tickets', async ({ page, backstage }) => {
  const label = `Hardware ${unique()}`;
  await page.goto('/admin/categories');
  await page.getByRole('button', { name: 'New category' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Name', { exact: true }).fill(label);
  await dialog.getByLabel('Description').fill('Printers, phones and everything with a plug.');
  await dialog.getByRole('button', { name: 'Add category' }).click();
  await expect(page.getByText(`${label} was added`)).toBeVisible();

  await backstage.llm({ kind: 'status', status: 401 });
  await page.goto('/tickets');
  await expect(page.getByRole('button', { name: /New ticket/ })).toBeVisible();
  await page.keyboard.press('c');
  const form = page.getByRole('dialog', { name: 'New ticket' });
  await form.getByRole('textbox', { name: 'Title' }).fill('Printer burns');
  await form.getByRole('textbox', { name: 'Description' }).fill('There is smoke.');
  await form.getByRole('combobox', { name: 'Category' }).click();
  await page.getByRole('option', { name: label }).click();
  await form.getByRole('combobox', { name: 'Priority' }).click();
  await page.getByRole('option', { name: 'Critical' }).click();
  const created = page.waitForResponse(
    (response) => response.request().method() === 'POST' && response.status() === 201,
  );
  await form.getByRole('button', { name: 'Create ticket' }).click();
  // Of a page that goes on quickly the browser may have forgotten the body, never the headers.
  const id = Number((await created).headers()['location']?.split('/').at(-1));

  await page.goto('/admin/categories');
  await page.getByRole('button', { name: `Actions for ${label}` }).click();
  await page.getByRole('menuitem', { name: 'Merge into another' }).click();
  const merge = page.getByRole('dialog');
  await merge.getByRole('combobox', { name: 'Into' }).click();
  await page.getByRole('option', { name: 'Technical' }).click();
  await expect(merge).toContainText(/1 ticket moves/);
  await expectAccessible(page);
  await merge.getByRole('button', { name: 'Merge', exact: true }).click();
  await expect.poll(async () => (await backstage.ticket(id)).category).toBe('technical');

  await page.goto('/tickets');
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('button', { name: 'Filter by Category' }).click();
  await expect(page.getByRole('menuitemcheckbox', { name: 'Technical' })).toBeVisible();
  await expect(page.getByRole('menuitemcheckbox', { name: label })).toHaveCount(0);
});

test('many tickets are changed at once, with a preview, a result and a way back', async ({ page, backstage }) => {
  const word = `wombat${unique()}`;
  const ids: number[] = [];
  for (let i = 0; i < 3; i += 1) ids.push((await backstage.createTicket({ title: `${word} ${String(i)}` })).id);
  await page.goto(`/admin/tickets?search=${word}`);
  await page.getByRole('checkbox', { name: 'Select all that are shown' }).check();
  await expect(page.getByRole('group', { name: 'Selected tickets' })).toContainText('3 tickets selected');
  await expectAccessible(page);
  await page.getByRole('group', { name: 'Selected tickets' }).getByRole('button', { name: 'Change' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Priority' }).click();
  await page.getByRole('option', { name: 'High' }).click();
  await expect(dialog).toContainText(/3 tickets will be changed/);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Change 3 tickets' }).click();
  const priorities = async () => Promise.all(ids.map(async (id) => (await backstage.ticket(id)).priority));
  await expect.poll(priorities).toEqual(['high', 'high', 'high']);
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('alertdialog').getByRole('button', { name: 'Undo' }).click();
  await expect.poll(priorities).toEqual(['medium', 'medium', 'medium']);

  await page.goto(`/admin/tickets?search=${word}`);
  await page.getByRole('button', { name: `Actions for #${String(ids[0])}` }).click();
  await page.getByRole('menuitem', { name: 'Delete' }).click();
  await page
    .getByRole('alertdialog')
    .getByRole('button', { name: /Delete/ })
    .click();
  // While the question stands, no row can be found by its role.
  await expect(page.getByRole('alertdialog')).toBeHidden();
  await expect(page.getByRole('row', { name: new RegExp(`${word} 1`) })).toBeVisible();
  await expect(page.getByRole('row', { name: new RegExp(`${word} 0`) })).toHaveCount(0);
  await page.goto('/admin/audit?kind=ticket_deleted');
  await expect(page.getByText(new RegExp(`#${String(ids[0])}`)).first()).toBeVisible();
});

test('all fields of a ticket can be edited, and a change of somebody else in between is shown', async ({
  page,
  backstage,
}) => {
  const word = `numbat${unique()}`;
  const { id } = await backstage.createTicket({ title: `${word} first` });
  await page.goto(`/admin/tickets?search=${word}`);
  await page.getByRole('button', { name: `Actions for #${String(id)}` }).click();
  await page.getByRole('menuitem', { name: 'Edit' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByLabel('Title')).toHaveValue(`${word} first`);
  await dialog.getByLabel('Title').fill(`${word} second`);
  await dialog.getByRole('combobox', { name: 'Priority' }).click();
  await page.getByRole('option', { name: 'High' }).click();
  await backstage.changeTicket(id, { priority: 'low' });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog.getByText('This ticket was changed in the meantime.')).toBeVisible();
  await expect(dialog.getByLabel('Title')).toHaveValue(`${word} second`);
  await expectAccessible(page);
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  expect(await backstage.ticket(id)).toMatchObject({ title: `${word} second`, priority: 'high' });
});

test('the page about suggestions tells what runs, tries a text, and never shows the key', async ({
  page,
  backstage,
}) => {
  await backstage.llm({ kind: 'answer', category: 'billing', priority: 'high' });
  await page.goto('/admin/suggestions');
  await expect(page.locator('main')).toContainText('gpt-4o-mini');
  await page.getByLabel('Description').fill('We were charged twice and want a refund.');
  await page.getByRole('button', { name: 'Ask' }).click();
  const answers = page.locator('desk-llm-try-box').getByRole('status');
  await expect(answers.locator('desk-try-answer').filter({ hasText: 'gpt-4o-mini' })).toContainText('Billing');
  await expect(answers.locator('desk-try-answer').filter({ hasNotText: 'gpt-4o-mini' })).toContainText('Billing');
  await expectAccessible(page);
  expect(await page.content()).not.toContain(FAKE_LLM_KEY);
  expect(JSON.stringify(await backstage.asAdmin('GET', '/api/admin/llm'))).not.toContain(FAKE_LLM_KEY);
});

test.describe('in half a window', () => {
  test.use({ viewport: { width: 720, height: 450 } });

  test('the tab of the page that one is on is in sight', async ({ page }) => {
    await page.goto('/admin/suggestions');
    const tabs = page.getByRole('navigation', { name: 'Admin' });
    await expect(tabs.getByRole('link', { name: 'Suggestions' })).toBeInViewport({ ratio: 1 });
    await page.goto('/admin/overview');
    await expect(tabs.getByRole('link', { name: 'Overview' })).toBeInViewport({ ratio: 1 });
  });
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('what belongs to a ticket stands under its title, not under the box that selects it', async ({
    page,
    backstage,
  }) => {
    const { id } = await backstage.createTicket({ title: 'Everything in line' });
    await page.goto('/admin/tickets');
    const row = page.getByRole('row').filter({ hasText: 'Everything in line' });
    const left = async (inside: string) => (await row.locator(inside).boundingBox())?.x;
    const edge = await left('.title');
    expect(await left('.cdk-column-id')).toBe(edge);
    expect(await left('.cdk-column-status')).toBe(edge);
    await expect(row.locator('.cdk-column-id')).toHaveText(`#${String(id)}`);
  });
});

// What stands where is the same in both; the dark one differs in its colours.
for (const [colorScheme, widths] of [
  ['light', [1440, 720, 390]],
  ['dark', [1440]],
] as const) {
  for (const width of widths) {
    const viewport = { width, height: width === 720 ? 450 : 900 };
    test.describe(`${colorScheme}, ${String(width)} px wide`, () => {
      test.use({ colorScheme, viewport });

      test('axe finds nothing on the pages of the admin section, of an account and of canned answers', async ({
        page,
      }) => {
        for (const path of [
          '/admin/overview',
          '/admin/users',
          '/admin/categories',
          '/admin/tickets',
          '/admin/tokens',
          '/admin/audit',
          '/admin/suggestions',
          '/account/password',
          '/account/signature',
          '/account/tokens',
          '/account/sessions',
          '/canned-answers',
        ]) {
          await page.goto(path);
          await expect(page.locator('main :is(h1, h2):visible').first()).toBeVisible();
          await expect(page.locator('main desk-skeleton, main mat-progress-bar')).toHaveCount(0);
          await expectAccessible(page);
        }
      });
    });
  }
}
