import { type APIRequestContext, type Locator, type Page, expect } from '@playwright/test';
import { simpleParser } from 'mailparser';
import { TestSmtpServer } from '../../backend/test/support/smtp-server.ts';
import { expectAccessibleInBoth, test } from './support/desk-test.ts';
import { AGENT } from './support/people.ts';
import { type Desk, startDesk } from './support/start-desk.ts';

const CUSTOMER = { name: 'Ruth Adler', address: 'ruth@brandt.example' };

test.use({ person: null });

/** A desk of its own with a portal, and a real mail server. */
const cleanup = new AsyncDisposableStack();
let desk: Desk;
let server: TestSmtpServer;
let agent: APIRequestContext;

test.beforeAll(async ({ playwright }) => {
  server = await TestSmtpServer.start();
  cleanup.defer(() => server.stop());
  const mail = { SMTP_URL: server.url, MAIL_FROM: 'Halden Support <support@halden.example>' };
  desk = await startDesk(cleanup, { PORTAL: 'true', PORTAL_NAME: 'Halden Support', ...mail });
  agent = await playwright.request.newContext({ baseURL: desk.url });
  cleanup.defer(() => agent.dispose());
  expect((await agent.post('/api/auth/login', { data: AGENT })).ok()).toBe(true);
});

test.afterAll(() => cleanup.disposeAsync());

const box = (page: Page): Locator => page.getByRole('group', { name: 'Write a message' });
const text = (page: Page): Locator => box(page).getByRole('textbox', { name: /^(Reply|Internal note)$/ });
const conversation = (page: Page): Locator => page.getByRole('region', { name: 'Conversation' });
const words = (page: Page): Locator => box(page).getByRole('textbox', { name: 'What the picture shows' });

test('a picture that is pasted stands in the answer, in the mail and on the portal', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const id = await openTicket(page, 'Pasted');
  await page.keyboard.press('r');
  await page.keyboard.type('Look: ');
  await copyPicture(page);
  await page.keyboard.press('Control+v');
  await expect(text(page).locator('.picture img')).toHaveAttribute('src', /\/api\/attachments\//);
  await expectLoaded(text(page).locator('.picture img'));
  await page.keyboard.type(' as you said.');
  await expect(box(page).getByRole('list', { name: 'Attachments' })).toBeHidden();

  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(text(page).locator('.picture img')).toHaveCount(0);
  await page.keyboard.press('Control+y');
  await page.keyboard.press('Control+y');
  await expect(text(page).locator('.picture img')).toHaveCount(1);

  // By keyboard alone: it is reached by an arrow, named, and left again.
  await page.keyboard.press('Control+Home');
  for (let steps = 'Look: '.length + 1; steps > 0; steps -= 1) {
    await page.keyboard.press('ArrowRight');
    // The editor hears of a caret that the browser has moved before the next frame, or in it.
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));
  }
  await expect(box(page).getByText('Picture without words. Tab to say what it shows')).toBeAttached();
  await page.keyboard.press('Tab');
  await expect(words(page)).toBeFocused();
  await page.keyboard.type('The empty list');
  await expectAccessibleInBoth(page);
  await page.keyboard.press('Escape');
  await expect(text(page)).toBeFocused();
  await expect(box(page).getByText(/^Draft kept \d/)).toBeVisible();

  await page.reload();
  await page.getByRole('button', { name: /^Draft: Look: \[picture: The empty list\] as you said\./ }).click();
  await expectLoaded(text(page).getByRole('img', { name: 'The empty list' }));
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Send now' }).click();
  const sent = conversation(page).getByRole('img', { name: 'The empty list' });
  await expectLoaded(sent);
  await expect(conversation(page).getByRole('link', { name: /^Save / })).toHaveCount(0);

  await expect.poll(() => mailsTo(CUSTOMER.address, /^Re: Pasted/m).length).toBe(1);
  const mail = await simpleParser(mailsTo(CUSTOMER.address, /^Re: Pasted/m)[0] ?? '', { skipImageLinks: true });
  const [part] = mail.attachments;
  expect([mail.attachments.length, part?.contentType, part?.contentDisposition]).toEqual([1, 'image/png', 'inline']);
  expect(mail.html).toContain(`Look: <img src="cid:${part?.cid ?? ''}" alt="The empty list"`);
  expect(mail.text).toContain('Look: [picture: The empty list] as you said.');

  await signInAtPortal(page);
  await page.goto(`${desk.url}/portal/tickets/${String(id)}`);
  await expectLoaded(page.getByRole('article').last().getByRole('img', { name: 'The empty list' }));
  await expect(page.getByRole('link', { name: /^Save / })).toHaveCount(0);
  await expectAccessibleInBoth(page);
});

test('files that are dropped on a note: pictures stand in it where they fell, others beside it', async ({ page }) => {
  const id = await openTicket(page, 'Dropped');
  await page.keyboard.press('n');
  await page.keyboard.type('Before and after');
  await dropFiles(page, text(page).locator('p'));
  await expectLoaded(text(page).locator('.picture img'));
  expect(
    await text(page)
      .locator('p')
      .evaluate(({ firstChild, textContent }) => [firstChild instanceof Element, textContent]),
  ).toEqual([true, 'Before and after']);
  await expect(box(page).getByRole('list', { name: 'Attachments' })).toContainText('log.txt');
  await expect(box(page).getByRole('list', { name: 'Attachments' }).getByRole('listitem')).toHaveCount(1);
  await expectAccessibleInBoth(page);
  await box(page).getByRole('button', { name: 'Add note' }).click();
  await expectLoaded(conversation(page).locator('.picture img'));
  await expect(conversation(page).getByRole('link', { name: /^Save log\.txt/ })).toBeVisible();

  await signInAtPortal(page);
  await page.goto(`${desk.url}/portal/tickets/${String(id)}`);
  await expect(page.getByText('What happened.')).toBeVisible();
  await expect(page.getByText('Before and after')).toHaveCount(0);
  await expect(page.getByRole('article').locator('.picture')).toHaveCount(0);
  expect(mailsTo(CUSTOMER.address, /^Re: Dropped/m)).toEqual([]);
});

test('a picture that did not arrive says so where it stands; it is tried again, or removed', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openTicket(page, 'Refused');
  await page.keyboard.press('r');
  await page.keyboard.type('Look: ');
  await copyPicture(page);
  await page.route('**/api/attachments', (route) => route.abort());
  await page.keyboard.press('Control+v');
  const bar = box(page).getByRole('group', { name: 'Picture' });
  await expect(bar).toContainText('is not here.');
  await expect(box(page).getByText('A picture is not here')).toBeVisible();
  await expectAccessibleInBoth(page);
  await page.unroute('**/api/attachments');
  await bar.getByRole('button', { name: 'Try again' }).press('Enter');
  await expectLoaded(text(page).locator('.picture img'));
  await expect(bar).toBeHidden();
  await text(page).locator('.picture img').click();
  await bar.getByRole('button', { name: 'Remove picture' }).press('Enter');
  await expect(text(page)).toBeFocused();
  await expect(text(page).locator('.picture img')).toHaveCount(0);
});

/** A ticket of the customer, open at the desk. */
async function openTicket(page: Page, title: string): Promise<number> {
  const ticket = { title, description: 'What happened.', category: 'general', priority: 'medium' };
  const made = await agent.post('/api/tickets', { data: { ...ticket, requester: CUSTOMER } });
  const { id } = (await made.json()) as { id: number };
  expect((await page.request.post(`${desk.url}/api/auth/login`, { data: AGENT })).ok()).toBe(true);
  await page.goto(`${desk.url}/tickets/${String(id)}`);
  await expect(conversation(page).getByText('What happened.')).toBeVisible();
  return id;
}

/** Lays a screenshot into the clipboard. */
async function copyPicture(page: Page): Promise<void> {
  // What is typed behind R waits for the box; what is pasted does not.
  await expect(text(page)).toBeFocused();
  await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(320, 120);
    const pen = canvas.getContext('2d');
    if (pen) pen.fillStyle = '#06c';
    pen?.fillRect(20, 20, 200, 40);
    await navigator.clipboard.write([new ClipboardItem({ 'image/png': await canvas.convertToBlob() })]);
  });
}

/** Drops a picture and a log on an element as a person does who drags both from elsewhere. */
async function dropFiles(page: Page, target: Locator): Promise<void> {
  const files = await page.evaluateHandle(async () => {
    const transfer = new DataTransfer();
    const canvas = new OffscreenCanvas(60, 40);
    canvas.getContext('2d')?.fillRect(0, 0, 60, 40);
    const picture = await canvas.convertToBlob();
    transfer.items.add(new File([picture], 'after.png', { type: 'image/png' }));
    transfer.items.add(new File(['it failed'], 'log.txt', { type: 'text/plain' }));
    return transfer;
  });
  await target.dispatchEvent('dragover', { dataTransfer: files });
  await expect(box(page).getByText(/^Drop to /)).toBeVisible();
  // Where it begins, as what stands there moves with the hint.
  const { x = 0, y = 0, height = 0 } = (await target.boundingBox()) ?? {};
  await target.dispatchEvent('drop', { clientX: x + 1, clientY: y + height / 2, dataTransfer: files });
}

async function expectLoaded(image: Locator): Promise<void> {
  await expect(image).toBeVisible();
  await expect.poll(() => image.evaluate((one) => (one as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
}

function mailsTo(address: string, subject: RegExp): string[] {
  const found = server.taken.filter(
    ({ to, raw }) => to.includes(address) && subject.test(raw.replace(/^Subject: /gm, '')),
  );
  return found.map(({ raw }) => raw);
}

/** The customer signs in by the link of a mail. */
async function signInAtPortal(page: Page): Promise<void> {
  const before = server.taken.length;
  await page.goto(`${desk.url}/portal/sign-in`);
  await page.getByLabel('Your e-mail address').fill(CUSTOMER.address);
  await page.getByRole('button', { name: 'Send me a link' }).click();
  await expect.poll(() => server.taken.slice(before).length).toBeGreaterThan(0);
  const mail = await simpleParser(server.taken.at(-1)?.raw ?? '');
  await page.goto(`${desk.url}/portal/sign-in#${/\/portal\/sign-in#(\S+)/.exec(mail.text ?? '')?.[1] ?? ''}`);
  await page.getByRole('button', { name: 'Go on to my tickets' }).click();
  await expect(page.getByRole('heading', { name: 'My tickets' })).toBeVisible();
}
