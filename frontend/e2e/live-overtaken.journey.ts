import { type Page, expect } from '@playwright/test';
import { expectAccessibleInBoth, test } from './support/desk-test.ts';
import { ADMIN } from './support/people.ts';

const detail = (page: Page) => page.getByRole('article');
const field = (page: Page, kind: string) => detail(page).getByRole('button', { name: new RegExp(`^${kind}:`) });

async function open(page: Page, id: number): Promise<void> {
  await page.goto(`/tickets/${String(id)}?view=all`);
  await expect(page.locator('desk-live-mark')).toContainText('Live');
  await expect(field(page, 'Status')).toBeVisible();
}

for (const [kind, mine, theirs, change] of [
  ['Status', 'Resolved', 'In progress', { status: 'in_progress' }],
  ['Priority', 'Low', 'Critical', { priority: 'critical' }],
  ['Category', 'Technical', 'Billing', { category: 'billing' }],
  ['Assignee', 'Leo Marchetti', 'Priya Nair', null],
] as const)
  test(`the ${kind.toLowerCase()} that somebody else changes while it is being chosen shows both`, async ({
    page,
    backstage,
  }) => {
    const { id } = await backstage.createTicket({ title: `Two at once: ${kind}` });
    await open(page, id);
    await field(page, kind).click();
    const menu = page.getByRole('menu', { name: kind });
    await expect(menu).toBeVisible();
    const names = await menu.getByRole('menuitemradio').allInnerTexts();
    // Whoever works at this desk: the last two of the menu.
    const isPerson = kind === 'Assignee';
    const [other = '', own = ''] = isPerson ? names.slice(-2).map((name) => name.split('\n')[0] ?? '') : [theirs, mine];
    const people = await backstage.asAdmin<{ results: { id: number; display_name: string }[] }>('GET', '/api/users');
    const assignee = people.results.find((person) => person.display_name === other)?.id;
    await backstage.asAdmin('PATCH', `/api/tickets/${String(id)}`, change ?? { assignee });
    await expect(menu).toContainText(`Somebody has just changed it to ${other}`);
    await expectAccessibleInBoth(page);

    await menu.getByRole('menuitemradio', { name: own }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText(`Administrator changed the ${kind.toLowerCase()} of ticket #${String(id)}`);
    await expect(dialog.locator('desk-token')).toHaveText([
      new RegExp(`${other}.*, Administrator`),
      new RegExp(`${own}.*, you`),
    ]);
    await expectAccessibleInBoth(page);
    await dialog.getByRole('button', { name: 'Keep mine' }).click();
    await expect(field(page, kind)).toHaveAccessibleName(new RegExp(own));
    await expect.poll(async () => (await backstage.ticket(id)).version).toBe(3);
  });

test('a description that somebody else changes while it is being written is told at once and lost by nobody', async ({
  page,
  backstage,
}) => {
  const { id } = await backstage.createTicket({ title: 'Two write', description: 'What hapened.' });
  await open(page, id);
  await detail(page).focus();
  await page.keyboard.press('e');
  const text = page.getByRole('textbox', { name: 'Description' });
  await text.fill('What happened, and when.');
  await backstage.asAdmin('PATCH', `/api/tickets/${String(id)}`, { description: 'What happened?' });
  const banner = page.locator('desk-text-editor desk-banner');
  await expect(banner).toContainText('Administrator changed the description while you were writing.');
  await expect(text).toBeFocused();
  await text.press('End');
  await text.pressSequentially(' Still here.');
  await expect(text).toHaveValue('What happened, and when. Still here.');
  await banner.getByRole('button', { name: 'See both' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('What happened?');
  await expect(dialog).toContainText('What happened, and when. Still here.');
  await expectAccessibleInBoth(page);
  await dialog.getByRole('button', { name: 'Keep mine' }).click();
  await page.keyboard.press('Control+Enter');
  await expect.poll(async () => (await backstage.ticket(id)).description).toBe('What happened, and when. Still here.');
});

test('what was being written about a ticket that somebody deletes can be taken along', async ({ page, backstage }) => {
  const { id } = await backstage.createTicket({ title: 'Soon gone' });
  await open(page, id);
  await detail(page).focus();
  await page.keyboard.press('e');
  await page.getByRole('textbox', { name: 'Title' }).fill('Not lost');
  await backstage.asAdmin('DELETE', `/api/admin/tickets/${String(id)}`);
  await expect(detail(page)).toContainText(`Ticket #${String(id)} was deleted.`);
  await expect(page.locator('desk-kept-text')).toContainText('Not lost');
  await expectAccessibleInBoth(page);
});

test.describe('an admin', () => {
  test.use({ person: ADMIN });

  test('is told at once what others change in a ticket that is being edited whole', async ({ page, backstage }) => {
    const word = `potoroo${String(Date.now())}`;
    const { id } = await backstage.createTicket({ title: `${word} one` });
    await page.goto(`/admin/tickets?search=${word}`);
    await expect(page.locator('desk-live-mark')).toContainText('Live');
    await page.getByRole('button', { name: `Actions for #${String(id)}` }).click();
    await page.getByRole('menuitem', { name: 'Edit' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Title').fill(`${word} mine`);
    await backstage.changeTicket(id, { title: `${word} theirs`, priority: 'critical' });
    await expect(dialog).toContainText(`The title is now ${word} theirs`);
    await expect(dialog.getByLabel('Title')).toHaveValue(`${word} mine`);
    await expectAccessibleInBoth(page);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect.poll(async () => (await backstage.ticket(id)).title).toBe(`${word} mine`);
    expect((await backstage.ticket(id)).priority).toBe('critical');
  });

  test('keeps what was typed about a person or a category that another admin changes', async ({ page, backstage }) => {
    const name = `overtaken-${String(Date.now())}`;
    const { id } = await backstage.createUser(name);
    await page.goto(`/admin/users?search=${name}`);
    await page.getByRole('button', { name: /^Actions for/ }).click();
    await page.getByRole('menuitem', { name: 'Edit' }).click();
    const dialog = page.getByRole('dialog');
    const field = dialog.getByLabel('Name', { exact: true });
    await field.fill('Mine');
    await backstage.asAdmin('PATCH', `/api/admin/users/${String(id)}`, { display_name: 'Theirs', role: 'admin' });
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toContainText('This user was changed in the meantime.');
    await expect(dialog).toContainText('The name is now Theirs');
    await expect(field).toHaveValue('Mine');
    await expect(dialog.getByRole('radio', { name: 'Admin' })).toBeChecked();
    await expectAccessibleInBoth(page);
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
    const saved = await backstage.asAdmin('GET', `/api/admin/users/${String(id)}`);
    expect(saved).toMatchObject({ display_name: 'Mine', role: 'admin' });
    await backstage.asAdmin('PATCH', `/api/admin/users/${String(id)}`, { active: false });

    const { key } = await backstage.asAdmin<{ key: string }>('POST', '/api/admin/categories', { label: name });
    await page.goto('/admin/categories');
    await page.getByRole('button', { name: `Actions for ${name}` }).click();
    await page.getByRole('menuitem', { name: 'Edit' }).click();
    await dialog.getByLabel('Description').fill('Mine');
    await backstage.asAdmin('PATCH', `/api/admin/categories/${key}`, { description: 'Theirs' });
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toContainText('The description is now Theirs');
    await expectAccessibleInBoth(page);
    await dialog.getByRole('button', { name: 'Leave it so' }).click();
    await expect(dialog.getByLabel('Description')).toHaveValue('Theirs');
    await expect(dialog.getByLabel('Description')).toBeFocused();
    await dialog.getByRole('button', { name: 'Save' }).click();
    await expect(dialog).toBeHidden();
    await backstage.asAdmin('PATCH', `/api/admin/categories/${key}`, { active: false });
  });

  test('sees tickets and people change where they stand, and what comes waits', async ({ page, backstage }) => {
    const word = `bilby${String(Date.now())}`;
    const first = await backstage.createTicket({ title: `${word} one` });
    const second = await backstage.createTicket({ title: `${word} two` });
    await page.goto(`/admin/tickets?search=${word}`);
    await expect(page.locator('desk-live-mark')).toContainText('Live');
    const row = page.getByRole('row').filter({ hasText: `${word} one` });
    const place = await row.boundingBox();
    await backstage.changeTicket(first.id, { priority: 'critical' });
    await expect(row).toContainText('Critical');
    await backstage.createTicket({ title: `${word} three` });
    await backstage.asAdmin('DELETE', `/api/admin/tickets/${String(second.id)}`);
    const changes = page.getByRole('button', { name: 'Refresh: 1 new, 1 gone' });
    await expect(changes).toBeVisible();
    expect(await row.boundingBox()).toEqual(place);
    await expectAccessibleInBoth(page);
    await changes.click();
    await expect(page.getByRole('row')).toHaveText([/ID/, /three/, /one/]);

    await page.goto('/admin/users');
    await expect(page.locator('desk-live-mark')).toContainText('Live');
    await backstage.createUser(`live-${String(Date.now())}`);
    await expect(page.getByRole('button', { name: 'Refresh: 1 new' })).toBeVisible();
  });
});
