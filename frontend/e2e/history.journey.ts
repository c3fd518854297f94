import { expect } from '@playwright/test';
import { expectAccessible, test } from './support/desk-test.ts';

test('a ticket tells its story: suggested, overridden, assigned, worked on', async ({ page, backstage }) => {
  await backstage.llm({
    kind: 'answer',
    category: 'billing',
    priority: 'high',
    confidence: { category: 0.71, priority: 0.88 },
  });
  await page.goto('/tickets');
  await expect(page.getByRole('button', { name: /New ticket/ })).toBeVisible();
  await page.keyboard.press('c');
  const form = page.getByRole('dialog', { name: 'New ticket' });
  await form.getByRole('textbox', { name: 'Title' }).fill('Invoice PDFs download as empty files');
  await form.getByRole('textbox', { name: 'Description' }).fill('Every invoice PDF is 0 KB since Monday.');
  await expect(form.getByRole('combobox', { name: 'Category' })).toContainText('Billing');
  await form.getByRole('combobox', { name: 'Category' }).click();
  await page.getByRole('option', { name: 'Technical' }).click();
  await form.getByRole('button', { name: 'Create ticket' }).click();
  await page.getByRole('button', { name: 'Open', exact: true }).click();

  const article = page.getByRole('article');
  await expect(article).toContainText(/Created by Mina Park/);
  await article.getByRole('button', { name: /Assignee/ }).click();
  await page.getByRole('menuitemradio', { name: /Jonas Weber/ }).click();
  await article.getByRole('button', { name: /Status/ }).click();
  await page.getByRole('menuitemradio', { name: 'In progress' }).click();
  await expect(article).toContainText(/The desk\s+suggested/);
  await expect(article).toContainText(/Mina Park\s+changed the category, kept the priority/);
  await expect(article).toContainText(/assigned\s+Jonas Weber/);
  await expect(article).toContainText('started work');
  await expectAccessible(page);
});

test('mine and unassigned are one choice away, and stay in the address', async ({ page, backstage }) => {
  const word = `quokka${String(Date.now())}`;
  const { id: mine } = await backstage.createTicket({ title: `${word} mine` });
  await backstage.createTicket({ title: `${word} nobody` });
  await page.goto(`/tickets/${String(mine)}?search=${word}`);
  await expect(page.getByRole('heading', { name: `${word} mine` })).toBeVisible();
  await page.keyboard.press('i');
  await expect.poll(async () => (await backstage.ticket(mine)).assignee).not.toBeNull();

  const rows = page.getByRole('grid', { name: 'Tickets' }).locator('desk-ticket-row');
  await page.goto(`/tickets?search=${word}&assignee=me`);
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText(`${word} mine`);
  await page.goto(`/tickets?search=${word}&assignee=none`);
  await expect(rows).toHaveCount(1);
  await expect(rows).toContainText(`${word} nobody`);
  await page.getByRole('button', { name: /Filter by Assignee/ }).click();
  await expectAccessible(page);
});

test('an answer that got lost does not make a second ticket', async ({ page, backstage }) => {
  await backstage.llm({ kind: 'status', status: 401 });
  const title = `Sent twice ${String(Date.now())}`;
  await page.goto('/tickets');
  await expect(page.getByRole('button', { name: /New ticket/ })).toBeVisible();
  await page.keyboard.press('c');
  const form = page.getByRole('dialog', { name: 'New ticket' });
  await form.getByRole('textbox', { name: 'Title' }).fill(title);
  await form.getByRole('textbox', { name: 'Description' }).fill('Once is enough.');
  await expect(form.getByRole('heading', { name: 'No suggestion this time' })).toBeVisible();
  let lost = false;
  await page.route('**/api/tickets', async (route) => {
    if (route.request().method() !== 'POST' || lost) return route.continue();
    lost = true;
    // The API does its work; only its answer never arrives.
    await route.fetch();
    await route.abort('connectionreset');
  });
  await form.getByRole('button', { name: 'Create ticket' }).click();
  await expect(form.getByRole('button', { name: 'Try again' })).toBeVisible();
  await form.getByRole('button', { name: 'Create ticket' }).click();
  await expect(form).toBeHidden();
  await page.goto(`/tickets?search=${encodeURIComponent(`"${title}"`)}`);
  await expect(page.getByRole('grid', { name: 'Tickets' }).locator('desk-ticket-row')).toHaveCount(1);
});
