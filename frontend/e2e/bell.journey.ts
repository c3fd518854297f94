import { type Page, expect } from '@playwright/test';
import { expectAccessibleInBoth, test } from './support/desk-test.ts';
import { ADMIN, signedIn } from './support/people.ts';

test('who is mentioned, or given a ticket, sees it on the bell, and is led to the ticket', async ({
  page,
  browser,
}) => {
  await readAll(page);
  await page.goto('/dashboard');
  const bell = page.getByRole('button', { name: /^For you/ });
  await expect(bell).toBeVisible();
  await expect(page.locator('desk-live-mark')).toContainText('Live');

  const other = await browser.newContext({ storageState: await signedIn(ADMIN) });
  const headers = { 'content-type': 'application/json', origin: new URL(page.url()).origin };
  const title = `Bell ${String(Date.now())}`;
  const draft = { title, description: 'The archive is empty.', category: 'technical', priority: 'low' };
  const { id } = (await (await other.request.post('/api/tickets', { data: draft, headers })).json()) as { id: number };
  const note = { kind: 'note', text: '@mina.park the archive is packed. Will you send the link?' };
  await other.request.post(`/api/tickets/${String(id)}/messages`, { data: note, headers });
  await expect(bell).toHaveAccessibleName('For you, 1 unread');

  const { user } = (await (await page.request.get('/api/auth/me')).json()) as { user: { id: number } };
  await other.request.patch(`/api/tickets/${String(id)}`, { data: { assignee: user.id }, headers });
  await expect(bell).toHaveAccessibleName('For you, 2 unread');

  await page.keyboard.press('g');
  await page.keyboard.press('m');
  const list = page.getByRole('menu', { name: 'For you, 2 unread' });
  await expect(list.getByRole('menuitem', { name: `gave you #${String(id)}` })).toContainText(title);
  const mention = list.getByRole('menuitem', { name: `mentioned you in #${String(id)}` });
  await expect(mention.locator('.name')).toHaveText('@mina.park');
  await expectAccessibleInBoth(page);

  await mention.click();
  await expect(page).toHaveURL(new RegExp(`/tickets/${String(id)}`));
  await expect(page.getByRole('article')).toContainText('the archive is packed');
  await expect(bell).toHaveAccessibleName('For you, 1 unread');

  await bell.click();
  await page.getByRole('menuitem', { name: 'Mark all as read' }).click();
  await expect(bell).toHaveAccessibleName('For you');
  await other.close();
});

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
])
  test(`much that is unread hangs below the bell, ${String(viewport.width)} wide`, async ({ page, backstage }) => {
    const { id } = await backstage.createTicket({ title: 'Much to say' });
    for (let note = 1; note <= 15; note += 1)
      await backstage.asAdmin('POST', `/api/tickets/${String(id)}/messages`, { kind: 'note', text: '@mina.park look' });
    await page.setViewportSize(viewport);
    await page.goto('/dashboard');
    const bell = page.getByRole('button', { name: /^For you, \d+ unread/ });
    await bell.click();
    const list = page.getByRole('menu', { name: /^For you/ });
    await expect(list.getByRole('menuitem').nth(10)).toBeAttached();
    const [above, below] = [await bell.boundingBox(), await list.boundingBox()];
    expect(below!.y).toBeGreaterThanOrEqual(above!.y + above!.height - 1);
    expect(below!.y + below!.height).toBeLessThanOrEqual(viewport.height);
  });

/** The demo desk has some that nobody has read yet. */
async function readAll(page: Page): Promise<void> {
  await page.goto('/');
  const unread = await page.request.get('/api/notifications?unread=true&limit=100');
  const { results } = (await unread.json()) as { results: { id: number }[] };
  const ids = results.map(({ id }) => id);
  if (ids.length === 0) return;
  const headers = { 'content-type': 'application/json', origin: new URL(page.url()).origin };
  expect((await page.request.post('/api/notifications/read', { data: { ids }, headers })).status()).toBe(204);
}
