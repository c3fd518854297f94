import { type Browser, type BrowserContext, type Page, expect } from '@playwright/test';
import { expectAccessibleInBoth, test } from './support/desk-test.ts';
import { ADMIN, signedIn } from './support/people.ts';

const presence = (page: Page) => page.getByRole('article').locator('desk-ticket-presence');
const words = (page: Page) => presence(page).locator('.words');
const faces = (page: Page) => presence(page).locator('desk-avatar');

/** Somebody else, at a browser of their own. */
async function elsewhere(browser: Browser): Promise<BrowserContext> {
  return browser.newContext({ storageState: await signedIn(ADMIN), reducedMotion: 'reduce' });
}

async function open(page: Page, id: number): Promise<void> {
  await page.goto(`/tickets/${String(id)}?view=all`);
  await expect(page.getByRole('article').getByRole('heading').first()).toBeVisible();
}

async function opened(context: BrowserContext, id: number): Promise<Page> {
  const page = await context.newPage();
  await open(page, id);
  return page;
}

test('who else has a ticket open is shown while they have, as one person, and who changes it', async ({
  page,
  browser,
  backstage,
}) => {
  const { id } = await backstage.createTicket({ title: 'Open at two desks' });
  await open(page, id);
  const others = await elsewhere(browser);
  const first = await opened(others, id);
  await expect(words(page)).toHaveText('Administrator is looking');
  await expect(words(first)).toHaveText('Mina is looking');
  await expect(presence(page).getByRole('status')).toHaveText('Administrator is looking');
  await expectAccessibleInBoth(page);

  const second = await opened(others, id);
  await second.getByRole('article').focus();
  await second.keyboard.press('e');
  await expect(words(page)).toHaveText('Administrator is changing it');
  await expect(faces(page)).toHaveCount(1);
  await expectAccessibleInBoth(page);
  await second.close();
  await expect(words(page)).toHaveText('Administrator is looking');

  // Going on to another ticket is leaving this one.
  await first.keyboard.press('Escape');
  await expect(presence(page).locator('.all')).toBeHidden();
  await open(first, id);
  await expect(words(page)).toHaveText('Administrator is looking');
  await others.close();
  await expect(presence(page).locator('.all')).toBeHidden();
});

test('the list shows who else has a ticket open and who changes it, and nothing moves', async ({
  page,
  browser,
  backstage,
}) => {
  const word = `numbat${String(Date.now())}`;
  const { id } = await backstage.createTicket({ title: `${word} ${'long '.repeat(36)}` });
  await backstage.createTicket({ title: `${word} beside it` });
  const asked: string[] = [];
  page.on('request', (request) => {
    if (request.url().includes('/api/presence')) asked.push(request.method());
  });
  await page.goto(`/tickets?view=all&search=${word}&sort=newest`);
  await expect(page.locator('desk-live-mark')).toContainText('Live');
  const rows = page.locator('desk-ticket-row');
  const shown = rows.locator('desk-presence-faces');
  await expect(rows).toHaveCount(2);
  const places = () =>
    rows.evaluateAll((all) =>
      all.flatMap((row) =>
        [row, row.querySelector('.title'), row.querySelector('.excerpt'), row.querySelector('.age')].map((part) => {
          const { x, y, height } = part?.getBoundingClientRect() ?? {};
          return [x, y, height];
        }),
      ),
    );
  const before = await places();
  const others = await elsewhere(browser);
  const other = await opened(others, id);
  await expect(shown.locator('.face')).toHaveCount(1);
  await expect(rows.nth(1)).toContainText('Administrator is looking');
  expect(await places()).toEqual(before);
  await expectAccessibleInBoth(page);

  await other.getByRole('article').focus();
  await other.keyboard.press('e');
  await expect(rows.nth(1)).toContainText('Administrator is changing it');
  await expect(shown.locator('.face.changing')).toHaveCount(1);
  // Once when the stream began, and never for a row.
  expect(asked.filter((method) => method === 'GET').length).toBeLessThanOrEqual(1);
  await others.close();
  await expect(shown).toHaveCount(0);
  expect(await places()).toEqual(before);
});

test('who signs out has left', async ({ page, browser, backstage }) => {
  const { id } = await backstage.createTicket({ title: 'Left behind' });
  await open(page, id);
  // Signing in with the cookies of the journey would end that session.
  const others = await browser.newContext({ storageState: { cookies: [], origins: [] } });
  const data = { username: 'jonas.weber', password: 'demo-agent-2' };
  await others.request.post('/api/auth/login', { data });
  await opened(others, id);
  await expect(words(page)).toHaveText('Jonas is looking');
  await others.request.post('/api/auth/logout');
  await expect(presence(page).locator('.all')).toBeHidden();
  await others.close();
});

test('a tab that dies without a word is gone within 30 seconds', async ({ page, browser, backstage }) => {
  test.setTimeout(90_000);
  const { id } = await backstage.createTicket({ title: 'Dead tab' });
  await open(page, id);
  const others = await elsewhere(browser);
  const dying = await opened(others, id);
  await expect(words(page)).toHaveText('Administrator is looking');
  const crashed = dying.waitForEvent('crash');
  // The answer to it never comes.
  void (await others.newCDPSession(dying)).send('Page.crash').catch(() => undefined);
  await crashed;
  await expect(presence(page).locator('.all')).toBeHidden({ timeout: 30_000 });
  await others.close();
});

test('a tab in the background is nobody', async ({ page, browser, backstage }) => {
  const { id } = await backstage.createTicket({ title: 'In the background' });
  await open(page, id);
  const others = await elsewhere(browser);
  const hiding = await opened(others, id);
  await expect(words(page)).toHaveText('Administrator is looking');
  const turn = (state: string) =>
    hiding.evaluate((visibilityState) => {
      Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => visibilityState });
      document.dispatchEvent(new Event('visibilitychange'));
    }, state);
  await turn('hidden');
  await expect(presence(page).locator('.all')).toBeHidden();
  await turn('visible');
  await expect(words(page)).toHaveText('Administrator is looking');
  await others.close();
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('the faces stand in the head of the ticket, and nothing is pushed out', async ({ page, browser, backstage }) => {
    const { id } = await backstage.createTicket({ title: 'On a phone' });
    await open(page, id);
    const others = await elsewhere(browser);
    await opened(others, id);
    await expect(faces(page)).toBeVisible();
    await expectAccessibleInBoth(page);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBe(390);
    await expect(page.getByRole('button', { name: 'Next ticket' })).toBeInViewport();
    await others.close();
  });
});
