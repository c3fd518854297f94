import { type APIRequestContext, type Page, expect } from '@playwright/test';
import { Client } from 'pg';
import { expectAccessibleInBoth, expectNamedAsWritten, test } from './support/desk-test.ts';
import { AGENT } from './support/people.ts';
import { type Desk, startDesk } from './support/start-desk.ts';

test.use({ person: null });

/** A desk of its own, with a portal and a mail server that does not answer: mails wait there and are read where they do. */
const cleanup = new AsyncDisposableStack();
let desk: Desk;
let database: Client;
let agent: APIRequestContext;

test.beforeAll(async ({ playwright }) => {
  desk = await startDesk(cleanup, {
    ...{ PORTAL: 'true', PORTAL_NAME: 'Halden Support', PORTAL_ASKS_CATEGORY: 'true' },
    ...{ SMTP_URL: 'smtp://desk:secret@127.0.0.1:1', MAIL_FROM: 'Halden Support <support@halden.example>' },
  });
  database = new Client({ connectionString: desk.databaseUrl });
  await database.connect();
  cleanup.defer(() => database.end());
  agent = await playwright.request.newContext({ baseURL: desk.url });
  cleanup.defer(() => agent.dispose());
  expect((await agent.post('/api/auth/login', { data: AGENT })).ok()).toBe(true);
});

test.afterAll(() => cleanup.disposeAsync());

test('a customer signs in by mail, writes with a file, reads the answer and no note, answers, closes and reopens', async ({
  page,
  browser,
}) => {
  const asked = callsOf(page);
  await page.goto(`${desk.url}/portal`);
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await expect(page).toHaveTitle('Sign in · Halden Support');
  await expectAccessibleInBoth(page);
  const link = await linkFor(page, 'ruth@brandt.example');

  await page.goto(link);
  await expect(page).toHaveURL(`${desk.url}/portal/sign-in`);
  await expectAccessibleInBoth(page);
  await page.getByRole('button', { name: 'Go on to my tickets' }).press('Enter');
  await expect(page.getByRole('heading', { name: 'My tickets' })).toBeFocused();
  await expect(page.getByText('You have not written to us yet')).toBeVisible();
  await expectAccessibleInBoth(page);

  await page.getByRole('main').getByRole('link', { name: 'Write to us' }).press('Enter');
  await page.getByLabel('What is it about?').fill('Invoice PDFs download as empty files');
  await page.getByLabel('What happened, since when').fill('Since Monday every invoice PDF is 0 KB.');
  await page.locator('input[type=file]').setInputFiles({
    ...{ name: 'invoice.txt', mimeType: 'text/plain', buffer: Buffer.from('nothing in it') },
  });
  await expect(page.getByRole('button', { name: 'Remove invoice.txt' })).toBeVisible();
  await expectAccessibleInBoth(page);
  await expectNamedAsWritten(page);
  await page.getByRole('button', { name: 'Send' }).press('Enter');
  await expect(page).toHaveURL(/\/portal\/tickets\/\d+$/);
  await expect(page.getByRole('article')).toHaveText(/You.*Since Monday every invoice PDF is 0 KB\./s);
  const saved = page.waitForEvent('download');
  await page.getByRole('link', { name: /^Save invoice\.txt/ }).click();
  expect((await saved).suggestedFilename()).toBe('invoice.txt');

  const ticket = page.url().split('/').at(-1) ?? '';
  await say(ticket, 'note', 'She is a difficult one');
  await say(ticket, 'reply', 'Hello Ruth, **print** the preview.');
  await page.reload();
  await expect(page.getByRole('article')).toHaveCount(2);
  await expect(page.getByRole('article').last()).toContainText('from Halden Support');
  await expect(page.getByRole('article').last().locator('strong')).toHaveText('print');
  await expect(page.getByText('difficult')).toHaveCount(0);
  await expect(page.getByRole('link', { name: /We answered, your turn/ })).toBeVisible();
  await expectAccessibleInBoth(page);
  await expectNamedAsWritten(page);

  await page.getByLabel('Your answer').fill('Print works, thank you.');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('article')).toHaveCount(3);
  await expect(page.getByLabel('Your answer')).toHaveValue('');
  await page.getByRole('button', { name: 'Yes, close it' }).press('Enter');
  await expect(page.getByText('This is solved. An answer opens it again.')).toBeVisible();
  await page.getByLabel('Your answer').fill('It came back.');
  await page.getByRole('button', { name: 'Send' }).press('Enter');
  await expect(page.getByText('Is it solved?')).toBeVisible();
  const { status } = (await (await agent.get(`/api/tickets/${ticket}`)).json()) as { status: string };
  expect(status).not.toBe('closed');
  // Nothing of the desk is asked for or followed.
  expect([...asked].filter((path) => !path.startsWith('/api/portal'))).toEqual([]);

  await page.setViewportSize({ width: 390, height: 844 });
  await expectAccessibleInBoth(page);
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await page.getByRole('link', { name: 'Back to my tickets' }).click();
  await expect(page.getByRole('link', { name: /Invoice PDFs/ })).toBeVisible();
  await expectAccessibleInBoth(page);

  // The link worked once.
  const other = await browser.newPage();
  await other.goto(link);
  await other.getByRole('button', { name: 'Go on to my tickets' }).click();
  await expect(other.getByText('This link was used before or is too old.')).toBeVisible();
  await other.close();
});

test('what is written stays when the session has ended, and is there after signing in again', async ({ page }) => {
  await page.goto(await linkFor(page, 'ada@example.com'));
  await page.getByRole('button', { name: 'Go on to my tickets' }).click();
  await page.getByRole('link', { name: 'Write to us' }).first().click();
  await page.getByLabel('What is it about?').fill('My words');
  await page.getByLabel('What happened, since when').fill('Many of them.');
  await page.context().clearCookies();
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByText('You are not signed in any more. What you write is kept on this device.')).toBeVisible();
  await expect(page.getByLabel('What is it about?')).toHaveValue('My words');
  await expectAccessibleInBoth(page);

  await page.getByRole('button', { name: 'Sign in again' }).click();
  await page.goto(await linkFor(page, 'ada@example.com'));
  await page.getByRole('button', { name: 'Go on to my tickets' }).click();
  await expect(page).toHaveURL(`${desk.url}/portal/write`);
  await expect(page.getByLabel('What is it about?')).toHaveValue('My words');
  await page.getByRole('button', { name: 'Send' }).click();
  await expect(page.getByRole('heading', { name: 'My words', level: 1 })).toBeVisible();
});

test('many tickets scroll beside the one that is read, which is seen among them', async ({ page }) => {
  const requester = { name: 'Many Matters', address: 'many@example.com' };
  for (let matter = 1; matter <= 20; matter += 1) {
    const data = { title: `Matter ${String(matter)}`, description: 'Short.', category: 'general', priority: 'low' };
    expect((await agent.post('/api/tickets', { data: { ...data, requester } })).status()).toBe(201);
  }
  await page.goto(await linkFor(page, requester.address));
  await page.getByRole('button', { name: 'Go on to my tickets' }).click();
  const oldest = page.getByRole('link', { name: /^Matter 1 / });
  await oldest.click();
  await expect(page.getByLabel('Your answer')).toBeInViewport({ ratio: 1 });
  await expect(oldest).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(900);
  await expectAccessibleInBoth(page);
});

test('a desk without a portal has no page there', async ({ page }) => {
  await page.goto('/portal');
  await expect(page.getByText('There is no page at this address')).toBeVisible();
  await expectAccessibleInBoth(page);
});

/** Asks for a link on the page for it, and reads it in the mail. */
async function linkFor(page: Page, address: string): Promise<string> {
  if (!page.url().endsWith('/portal/sign-in')) await page.goto(`${desk.url}/portal/sign-in`);
  await page.getByLabel('Your e-mail address').fill(address);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect(page.getByRole('heading', { name: 'Look into your mail' })).toBeFocused();
  const { rows } = await database.query<{ text: string }>(
    `SELECT text FROM outgoing_mails WHERE kind = 'sign_in' AND recipients @> $1 ORDER BY id DESC LIMIT 1`,
    [JSON.stringify([{ address }])],
  );
  return `${desk.url}/portal/sign-in#${/\/portal\/sign-in#(\S+)/.exec(rows[0]?.text ?? '')?.[1] ?? ''}`;
}

async function say(ticket: string, kind: 'reply' | 'note', text: string): Promise<void> {
  const answer = await agent.post(`/api/tickets/${ticket}/messages`, { data: { kind, text } });
  expect(answer.status(), await answer.text()).toBe(201);
}

/** The paths of the API that a page asks for. */
function callsOf(page: Page): ReadonlySet<string> {
  const paths = new Set<string>();
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/')) paths.add(pathname);
  });
  return paths;
}
