import { type Browser, type Page, type Request, expect } from '@playwright/test';
import { expectAccessibleInBoth, test } from './support/desk-test.ts';
import { ADMIN, signedIn } from './support/people.ts';

const rows = (page: Page) => page.getByRole('grid', { name: 'Tickets' }).locator('desk-ticket-row');
const row = (page: Page, id: number) => rows(page).filter({ hasText: `#${String(id)}` });
const live = (page: Page) => page.locator('desk-live-mark');

/** Somebody else, at a browser of their own. */
async function elsewhere(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ storageState: await signedIn(ADMIN), reducedMotion: 'reduce' });
  return context.newPage();
}

async function openList(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(page.getByRole('grid', { name: 'Tickets' })).toBeVisible();
  await expect(live(page)).toContainText('Live');
}

async function choose(page: Page, kind: string, value: string): Promise<void> {
  await page
    .getByRole('article')
    .getByRole('button', { name: new RegExp(`^${kind}`) })
    .click();
  await page.getByRole('menuitemradio', { name: value }).click();
}

test('what one agent changes, the list and the open ticket of another follow, and nothing jumps', async ({
  page,
  browser,
  backstage,
}) => {
  const word = `quokka${String(Date.now())}`;
  const ids: number[] = [];
  for (const which of ['one', 'two', 'three'])
    ids.push((await backstage.createTicket({ title: `${word} ${which}` })).id);
  const [, second = 0] = ids;
  await openList(page, `/tickets?search=${word}&status=open&view=all`);
  await expect(rows(page)).toHaveCount(3);

  const other = await elsewhere(browser);
  await other.goto(`/tickets/${String(second)}?view=all`);
  await choose(other, 'Priority', 'Critical');
  // The words first: they are there for a moment only.
  await expect(row(page, second).locator('.excerpt')).toContainText('set the priority to critical · just now');
  await expect(row(page, second).getByRole('button', { name: 'Priority: Critical' })).toBeVisible();
  await expectAccessibleInBoth(page);

  // It does not match any more, and stays where it is until the list is refreshed.
  const place = await row(page, second).boundingBox();
  await choose(other, 'Status', 'Resolved');
  await expect(row(page, second)).toContainText(/Resolved by .* just now, leaves this list at the next refresh/);
  expect((await row(page, second).boundingBox())?.y).toBe(place?.y);
  await expectAccessibleInBoth(page);
  await page.getByRole('button', { name: 'Refresh the list' }).click();
  await expect(rows(page)).toHaveCount(2);

  const [first = 0] = ids;
  await row(page, first).getByRole('link').click();
  await expect(page.getByRole('article')).toContainText(`${word} one`);
  await other.goto(`/tickets/${String(first)}?view=all`);
  await choose(other, 'Status', 'In progress');
  await expect(page.getByRole('article').getByRole('button', { name: 'Status: In progress' })).toBeVisible();
  await expect(page.getByRole('article').locator('.others')).toContainText('started work');
  await expect(page.getByRole('article').locator('.event').last()).toContainText('started work');
  await expectAccessibleInBoth(page);
  await other.context().close();
});

test('a new ticket that matches is announced, and shown by its key', async ({ page, browser, backstage }) => {
  const word = `wombat${String(Date.now())}`;
  await backstage.createTicket({ title: `${word} one` });
  await openList(page, `/tickets?search=${word}&view=all&sort=newest`);
  await expect(rows(page)).toHaveCount(1);

  const other = await elsewhere(browser);
  const another = await other.context().request.post('/api/tickets', {
    data: { title: `${word} two`, description: 'What happened.', category: 'general', priority: 'high' },
  });
  const { id } = (await another.json()) as { id: number };
  await backstage.createTicket({ title: 'A matter of its own' });
  await expect(page.getByRole('button', { name: 'Show 1 new ticket' })).toBeVisible();
  await expect(rows(page)).toHaveCount(1);
  await expectAccessibleInBoth(page);

  await page.keyboard.press('.');
  await expect(rows(page)).toHaveCount(2);
  await expect(row(page, id).getByRole('link')).toBeFocused();
  await expect(page.getByRole('button', { name: 'Show 1 new ticket' })).toBeHidden();
  await other.context().close();
});

test('what is typed is never lost to what somebody else saves meanwhile', async ({ page, browser, backstage }) => {
  const word = `numbat${String(Date.now())}`;
  const { id } = await backstage.createTicket({ title: `${word} brocken` });
  await openList(page, `/tickets?search=${word}`);
  await row(page, id).getByRole('link').click();
  await page.getByRole('article').focus();
  await page.keyboard.press('e');
  const title = page.getByRole('textbox', { name: 'Title' });
  await title.fill(`${word} broken`);

  const other = await elsewhere(browser);
  await other.context().request.patch(`/api/tickets/${String(id)}`, { data: { title: `${word} in pieces` } });
  const banner = page.locator('desk-text-editor desk-banner');
  await expect(banner).toContainText('changed the title while you were writing. What you wrote is kept.');
  await expect(title).toHaveValue(`${word} broken`);
  await expectAccessibleInBoth(page);
  await banner.getByRole('button', { name: 'See both' }).click();
  await expect(page.getByRole('dialog')).toContainText(`${word} in pieces`);
  await page.getByRole('button', { name: 'Keep mine' }).click();
  await page.keyboard.press('Control+Enter');
  await expect.poll(async () => (await backstage.ticket(id)).title).toBe(`${word} broken`);
  await other.context().close();
});

test('tabs share one stream, and go on when the one that has it is closed', async ({ page, context, backstage }) => {
  const streams = new Set<Request>();
  context.on('request', (request) => {
    if (new URL(request.url()).pathname === '/api/events') streams.add(request);
  });
  context.on('requestfailed', (request) => streams.delete(request));
  context.on('requestfinished', (request) => streams.delete(request));
  const open = () => [...streams].filter((request) => !request.frame().page().isClosed()).length;
  const { id } = await backstage.createTicket({ title: `dunnart${String(Date.now())}` });
  await openList(page, '/tickets?view=all&sort=newest');
  const second = await context.newPage();
  await openList(second, '/tickets?view=all&sort=newest');
  await expect.poll(open).toBe(1);
  await backstage.changeTicket(id, { priority: 'high' });
  await expect(row(second, id).getByRole('button', { name: 'Priority: High' })).toBeVisible();

  await page.close();
  await expect.poll(open).toBe(1);
  await backstage.changeTicket(id, { priority: 'low' });
  await expect(row(second, id).getByRole('button', { name: 'Priority: Low' })).toBeVisible();
});

test('says when it is not live, and reads again what is shown when it is back', async ({
  page,
  context,
  backstage,
}) => {
  const word = `bettong${String(Date.now())}`;
  const { id } = await backstage.createTicket({ title: word });
  await openList(page, `/tickets?search=${word}&view=all`);
  await context.setOffline(true);
  await expect(live(page)).toContainText(/Not live, as of \d\d:\d\d/);
  await expect(page.getByText('Live updates are off.')).toBeVisible();
  await expectAccessibleInBoth(page);
  await backstage.changeTicket(id, { priority: 'critical' });
  await backstage.createTicket({ title: `${word} again` });

  await context.setOffline(false);
  await expect(live(page)).toHaveText(/^Live/);
  await expect(row(page, id).getByRole('button', { name: 'Priority: Critical' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Show 1 new ticket' })).toBeVisible();
  await expect(page.getByText('Live updates are off.')).toBeHidden();
});

test('begins when the network is back, where it was away when the page had time for it', async ({ page, context }) => {
  // What the page does when it has nothing else to do waits until the journey lets it.
  await page.addInitScript(() => {
    const waiting: (() => void)[] = [];
    Object.assign(window, {
      requestIdleCallback: (run: () => void) => waiting.push(run),
      rest: () => waiting.splice(0).forEach((run) => run()),
    });
  });
  await page.goto('/tickets?view=all');
  await expect(page.getByRole('grid', { name: 'Tickets' })).toBeVisible();
  await context.setOffline(true);
  await page.evaluate(() => (window as unknown as { rest: () => void }).rest());
  await expect(live(page)).toContainText('Not live');
  await context.setOffline(false);
  await expect(live(page)).toHaveText(/^Live/);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('a sign in the header says when it is not live, and takes no room while it is', async ({ page, context }) => {
    const stream = page.waitForResponse('**/api/events');
    await page.goto('/dashboard');
    // What follows the desk comes after the page.
    await stream;
    const sign = live(page).locator('mat-icon');
    const search = page.getByRole('search');
    const before = await search.boundingBox();
    await expect(sign).toBeHidden();
    expect(before?.x).toBe(16);
    await context.setOffline(true);
    await expect(sign).toBeVisible();
    await expect(live(page).getByRole('status')).toHaveText('Live updates are off');
    await expectAccessibleInBoth(page);
    await context.setOffline(false);
    await expect(sign).toBeHidden();
    expect(await search.boundingBox()).toEqual(before);
  });
});

test('the dashboard follows', async ({ page, backstage }) => {
  await page.goto('/dashboard');
  await expect(live(page)).toContainText('Live');
  const unresolved = page.locator('desk-figure-card').first();
  const count = async () =>
    Number(
      (await unresolved.innerText())
        .replaceAll(/[^\d\n]/g, '')
        .trim()
        .split('\n')[0],
    );
  await expect.poll(count).toBeGreaterThan(0);
  const before = await count();
  await backstage.createTicket({ title: 'One more' });
  await expect.poll(count).toBeGreaterThan(before);
});

test.describe('somebody whose session', () => {
  test.use({ person: null });

  test('ends elsewhere is asked to sign in again, without doing anything', async ({ page, playwright, baseURL }) => {
    const jonas = { username: 'jonas.weber', password: 'demo-agent-2' };
    const signIn = { data: jonas };
    await page.context().request.post('/api/auth/login', signIn);
    await openList(page, '/tickets?view=all');

    const other = await playwright.request.newContext({ ...(baseURL && { baseURL }) });
    await other.post('/api/auth/login', signIn);
    const { results } = (await (await other.get('/api/auth/sessions')).json()) as {
      results: { id: string; current: boolean }[];
    };
    for (const { id, current } of results) if (!current) await other.delete(`/api/auth/sessions/${id}`);
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('Your session has ended');
    await dialog.getByLabel('Password', { exact: true }).fill(jonas.password);
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(live(page)).toHaveText(/^Live/);
    await other.dispose();
  });
});
