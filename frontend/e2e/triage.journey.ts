import { expect } from '@playwright/test';
import { makeDeaf, test } from './support/desk-test.ts';

test('filters combine, live in the address, and survive a reload', async ({ page, backstage }) => {
  await backstage.createTicket({ title: 'Zanzibar printer burns', category: 'technical', priority: 'critical' });
  await backstage.createTicket({ title: 'Zanzibar invoice', category: 'billing', priority: 'critical' });
  await page.goto('/tickets');
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('button', { name: 'Filter by Priority' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Critical' }).click();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/priority=critical/);
  await page.getByRole('button', { name: 'Filter by Category' }).click();
  await page.getByRole('menuitemcheckbox', { name: 'Billing' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('searchbox', { name: 'Search tickets' }).fill('zanz');
  await expect(page).toHaveURL(/search=zanz/);
  const rows = page.getByRole('grid', { name: 'Tickets' }).getByRole('row');
  await expect(rows).toHaveCount(2);
  await expect(rows.nth(1)).toContainText('Zanzibar invoice');

  await page.reload();
  await expect(rows).toHaveCount(2);
  await page.goBack();
  await expect(page).not.toHaveURL(/search=zanz/);
  await page.goForward();
  await expect(page).toHaveURL(/search=zanz/);
  await expect(page.getByRole('button', { name: 'Filter by Priority: Critical' })).toBeVisible();
});

test('a status is changed in place, undone, and changed for good', async ({ page, backstage }) => {
  const { id } = await backstage.createTicket({ title: 'Quagga export stops', category: 'technical' });
  await page.goto('/tickets?search=quagga');
  const row = page.getByRole('grid', { name: 'Tickets' }).getByRole('row', { name: /Quagga export stops/ });
  await row.getByRole('button', { name: /Status/ }).click();
  await page.getByRole('menuitemradio', { name: 'Resolved' }).click();
  await expect(row).toContainText('Resolved');
  await expect.poll(async () => (await backstage.ticket(id)).status).toBe('resolved');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(row).toContainText('Open');
  await expect.poll(async () => (await backstage.ticket(id)).status).toBe('open');
});

test('a ticket that no longer passes the filter stays in its place until the next refresh', async ({
  page,
  backstage,
}) => {
  await backstage.createTicket({ title: 'Okapi login fails', category: 'account' });
  await page.goto('/tickets?search=okapi&status=open');
  const row = page.getByRole('grid', { name: 'Tickets' }).getByRole('row', { name: /Okapi login fails/ });
  await row.getByRole('button', { name: /Status/ }).click();
  await page.keyboard.press('3');
  await expect(row).toContainText('leaves this list at the next refresh');
  await page.getByRole('button', { name: 'Refresh the list' }).click();
  await expect(row).toHaveCount(0);
});

test('a new ticket shows under a search when the search finds it, and leaves when it is reworded', async ({
  page,
  backstage,
}) => {
  const word = `kudu${String(Date.now())}`;
  await backstage.llm({ kind: 'answer', category: 'technical', priority: 'low' });
  await page.goto(`/tickets?search=${word}`);
  await expect(page.getByRole('heading', { name: 'No ticket matches your search' })).toBeVisible();
  await page.keyboard.press('c');
  const form = page.getByRole('dialog', { name: 'New ticket' });
  await form.getByRole('textbox', { name: 'Title' }).fill('A title of its own');
  await form.getByRole('textbox', { name: 'Description' }).fill(`The ${word.toUpperCase()} does not start.`);
  await expect(form.getByRole('combobox', { name: 'Category' })).toContainText('Technical');
  await form.getByRole('button', { name: 'Create ticket' }).click();
  const row = page.getByRole('grid', { name: 'Tickets' }).getByRole('row', { name: /A title of its own/ });
  await expect(row).toBeVisible();

  const id = Number(/\d+/.exec(await row.locator('.id').innerText())?.[0]);
  await backstage.asAdmin('PATCH', `/api/admin/tickets/${String(id)}`, { description: 'Something else.' });
  await row.getByRole('link').click();
  await expect(page.getByRole('article')).toContainText('Something else.');
  await expect(row).toContainText('leaves this list at the next refresh');
});

test('an agent who was slower than their own other tab sees both values and decides', async ({ page, backstage }) => {
  await makeDeaf(page);
  const { id } = await backstage.createTicket({ title: 'Tapir webhook late', priority: 'low' });
  await page.goto(`/tickets/${String(id)}`);
  await expect(page.getByRole('heading', { name: 'Tapir webhook late' })).toBeVisible();
  // A list that comes after the change would bring it along.
  await expect(
    page.getByRole('grid', { name: 'Tickets' }).getByRole('row', { name: /Tapir webhook late/ }),
  ).toBeVisible();
  await backstage.changeTicket(id, { priority: 'high' });
  await page
    .getByRole('article')
    .getByRole('button', { name: /Priority/ })
    .click();
  await page.keyboard.press('4');
  const question = page.getByRole('dialog', { name: 'You changed this twice' });
  await expect(question).toContainText('High');
  await expect(question).toContainText('Critical');
  await question.getByRole('button', { name: 'Keep what is here' }).click();
  await expect.poll(async () => (await backstage.ticket(id)).priority).toBe('critical');
});

test('the list is worked by keyboard alone', async ({ page, backstage }) => {
  await backstage.createTicket({ title: 'Ibex one' });
  await backstage.createTicket({ title: 'Ibex two' });
  await page.goto('/tickets?search=ibex');
  const rows = page.getByRole('grid', { name: 'Tickets' }).getByRole('row');
  await expect(rows).toHaveCount(3);
  await page.keyboard.press('j');
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Ibex one' })).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(/\/tickets\?search=ibex/);
  await page.keyboard.press('/');
  await page.keyboard.type('ibex two');
  await expect(rows).toHaveCount(2);
});

test('more tickets load while scrolling, none twice and none left out', async ({ page }) => {
  await page.goto('/tickets?view=all');
  const rows = page.getByRole('grid', { name: 'Tickets' }).locator('desk-ticket-row');
  const seen = new Map<number, string>();
  /** Notes the rows drawn at this moment; the place of the last of them. */
  const look = async () => {
    const drawn = await rows.evaluateAll((all) =>
      all.map((row) => ({ index: Number(row.ariaRowIndex), id: row.querySelector('.id')?.textContent ?? '' })),
    );
    for (const { index, id } of drawn) {
      expect(seen.get(index) ?? id, `row ${String(index)}`).toBe(id);
      seen.set(index, id);
    }
    return Math.max(0, ...drawn.map(({ index }) => index));
  };

  await expect.poll(look).toBeGreaterThan(1);
  await rows.first().hover();
  for (let last = await look(); last <= 121; last = await look()) {
    // A turn of the wheel may get lost on a busy machine; two together still overlap with the rows drawn before.
    const turnAndLook = async () => {
      await page.mouse.wheel(0, 400);
      return look();
    };
    await expect.poll(turnAndLook).toBeGreaterThan(last);
  }
  const indexes = [...seen.keys()].sort((one, other) => one - other);
  expect(indexes).toEqual(indexes.map((_, place) => place + 2));
  expect(indexes.length).toBeGreaterThanOrEqual(120);
  expect(new Set(seen.values()).size).toBe(seen.size);
});

test('text of a ticket is shown as text, whatever it holds', async ({ page, backstage }) => {
  const evil = '<img src=x onerror="document.title=\'hacked\'"><script>document.title="hacked"</script>';
  const { id } = await backstage.createTicket({ title: `Gnu ${evil}`, description: `${evil}\n\nSecond paragraph.` });
  await page.goto(`/tickets/${String(id)}?search=gnu`);
  await expect(page.getByRole('article')).toContainText('<script>document.title="hacked"</script>');
  await expect(page).toHaveTitle(/^#\d+ Gnu <img/);
  expect(await page.getByRole('article').locator('img, script').count()).toBe(0);
});

test('an address that names no ticket says so and leads back', async ({ page }) => {
  await page.goto('/tickets/99999999');
  await expect(page.getByText('There is no ticket #99999999')).toBeVisible();
  await page.getByRole('link', { name: 'Back to the list' }).click();
  await expect(page).toHaveURL(/\/tickets(\?.*)?$/);
  await page.goto('/nowhere');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});
