import { text as textOf } from 'node:stream/consumers';
import { type Locator, type Page, type Route, expect } from '@playwright/test';
import { expectAccessible, expectAccessibleInBoth, test } from './support/desk-test.ts';

interface Entry {
  readonly kind: string;
  readonly text: string | null;
  readonly delivery: { readonly state: string } | null;
  readonly recipients: readonly object[];
}

const conversation = (page: Page): Locator => page.getByRole('region', { name: 'Conversation' });
const box = (page: Page): Locator => page.getByRole('group', { name: 'Write a message' });
const text = (page: Page): Locator => box(page).getByRole('textbox', { name: /Reply|Internal note/ });

async function open(page: Page, id: number): Promise<void> {
  await page.goto(`/tickets/${String(id)}`);
  await expect(conversation(page).getByText('What happened.')).toBeVisible();
}

test('a customer is answered by keyboard alone, and the answer leaves', async ({ page, backstage }) => {
  const { id } = await backstage.createTicket({ title: 'Answered by keyboard' });
  await open(page, id);
  await expect(box(page)).toBeHidden();
  await page.keyboard.press('r');
  await page.keyboard.type('Hello **Ruth**, it is mended.');
  await expectAccessibleInBoth(page);
  await page.keyboard.press('Control+Enter');

  await expect(conversation(page)).toContainText('not sent yet');
  await expect(page.locator('desk-undo-bar')).toContainText(/Reply leaves in \d+ s/);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Send now' }).click();
  await expect(conversation(page)).toContainText('Not sent: no sender');
  await expect(conversation(page).locator('strong', { hasText: 'Ruth' })).toBeVisible();
  await expect(conversation(page)).not.toContainText('not sent yet');
  expect((await entries(backstage, id)).at(-1)).toMatchObject({ kind: 'reply', delivery: { state: 'not_sent' } });
});

test('an answer can close its ticket', async ({ page, backstage }) => {
  const { id } = await backstage.createTicket({ title: 'Closed with its answer' });
  await open(page, id);
  await page.keyboard.press('r');
  await page.keyboard.type('That was it.');
  await box(page).getByRole('button', { name: 'More ways to send' }).click();
  await page.getByRole('menuitem', { name: 'Send and close' }).click();
  await expect(page.locator('desk-undo-bar')).toContainText('and closes the ticket');
  expect((await backstage.ticket(id)).status).toBe('open');
  await page.getByRole('button', { name: 'Send now' }).click();
  await expect.poll(async () => (await backstage.ticket(id)).status).toBe('closed');
  await expect(conversation(page)).toContainText('closed the ticket');
});

test('a note stays at the desk, and a colleague sees it without a reload', async ({ page, backstage, browser }) => {
  const { id } = await backstage.createTicket({ title: 'With a note' });
  await open(page, id);
  await page.keyboard.press('n');
  await page.keyboard.type('Looks like #4655.');
  await expect(box(page)).toContainText('Only the desk reads this');
  await expectAccessibleInBoth(page);
  const context = await browser.newContext({ storageState: await page.context().storageState() });
  const colleague = await context.newPage();
  await open(colleague, id);
  await page.keyboard.press('Control+Enter');
  await expect(conversation(page)).toContainText(/Internal note\s+·\s+Mina Park/);
  await expect(conversation(colleague)).toContainText('Looks like #4655.');
  await expectAccessibleInBoth(page);
  expect((await entries(backstage, id)).at(-1)).toMatchObject({ kind: 'note', delivery: null });
  await context.close();
});

test('what was sent too early is taken back and written on', async ({ page, backstage }) => {
  const { id } = await backstage.createTicket({ title: 'Sent too early' });
  await open(page, id);
  await page.keyboard.press('r');
  await page.keyboard.type('Too ear');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: /^Undo/ })).toBeVisible();
  await page.keyboard.press('z');
  await expect(text(page)).toBeFocused();
  await expect(text(page)).toHaveText('Too ear');
  await expect(conversation(page)).toContainText('took an answer back before it left');
  expect((await entries(backstage, id)).map((entry) => entry.text)).not.toContain('Too ear');
});

test('an answer rests when somebody answered first', async ({ page, backstage }) => {
  const { id } = await backstage.createTicket({ title: 'Answered by two' });
  await open(page, id);
  await page.keyboard.press('r');
  await page.keyboard.type('Mine.');
  await expect(text(page)).toHaveText('Mine.');
  await backstage.asAdmin('POST', `/api/tickets/${String(id)}/messages`, { kind: 'reply', text: 'Theirs.' });

  await expect(page.getByRole('alert')).toContainText('answered first');
  await expect(conversation(page)).toContainText('New while you were writing');
  await expect(conversation(page)).toContainText('Theirs.');
  await expectAccessibleInBoth(page);
  await page.keyboard.press('Control+Enter');
  await expect(box(page)).toContainText('Answer the question above first');
  await page.getByRole('button', { name: 'Keep as a note' }).click();
  await expect(conversation(page)).toContainText('Internal note');
  expect((await entries(backstage, id)).map(({ kind }) => kind)).toEqual(['description', 'reply', 'note']);
});

test('an answer that was to close its ticket closes it too when it goes after somebody who answered first', async ({
  page,
  backstage,
}) => {
  const { id } = await backstage.createTicket({ title: 'Closed by the second' });
  await open(page, id);
  await page.keyboard.press('r');
  await page.keyboard.type('Mine.');
  await expect(text(page)).toHaveText('Mine.');
  // Theirs comes while mine is on its way.
  const theirsFirst = async (route: Route) => {
    await backstage.asAdmin('POST', `/api/tickets/${String(id)}/messages`, { kind: 'reply', text: 'Theirs.' });
    await route.continue();
  };
  await page.route(`**/api/tickets/${String(id)}/messages`, theirsFirst, { times: 1 });
  await page.getByRole('button', { name: 'More ways to send' }).click();
  await page.getByRole('menuitem', { name: 'Send and close' }).click();
  await page.getByRole('button', { name: 'Send mine too and close' }).click();
  await expect(page.locator('desk-undo-bar')).toContainText('and closes the ticket');
  expect((await entries(backstage, id)).map(({ kind }) => kind)).toEqual(['description', 'reply', 'reply']);
});

test('a draft survives a reload, and is there in another browser', async ({ page, backstage, browser }) => {
  const { id } = await backstage.createTicket({ title: 'Begun and left' });
  await open(page, id);
  await page.keyboard.press('n');
  await page.keyboard.type('Half a thou');
  await expect(box(page)).toContainText(/Draft kept \d\d:\d\d/);
  await page.reload();
  const begun = page.getByRole('button', { name: /^Draft: Half a thou/ });
  await begun.click();
  await expect(text(page)).toHaveText('Half a thou');
  await expect(box(page)).toContainText('Only the desk reads this');

  const context = await browser.newContext({ storageState: await page.context().storageState() });
  const elsewhere = await context.newPage();
  await open(elsewhere, id);
  await expect(elsewhere.getByRole('button', { name: /^Draft: Half a thou/ })).toBeVisible();
  await context.close();
});

test('a draft survives a tab that dies without a word', async ({ page, backstage, context }) => {
  const { id } = await backstage.createTicket({ title: 'Begun and crashed' });
  await open(page, id);
  await page.keyboard.press('r');
  await page.keyboard.type('Dear Ruth, we');
  await expect(box(page)).toContainText(/Draft kept \d\d:\d\d/);
  const crashed = page.waitForEvent('crash');
  // The answer of a tab that dies never comes.
  void (await context.newCDPSession(page)).send('Page.crash').catch(() => undefined);
  await crashed;

  const after = await context.newPage();
  await open(after, id);
  await after.getByRole('button', { name: /^Draft: Dear Ruth, we/ }).click();
  await expect(text(after)).toHaveText('Dear Ruth, we');
});

test('an answer goes to whom its box shows, which can be changed', async ({ page, backstage }) => {
  const { id } = await backstage.createTicket({ title: 'With recipients' });
  const address = `ruth.${String(id)}@brandt.example`;
  await backstage.asAdmin('PATCH', `/api/tickets/${String(id)}`, { requester: { name: 'Ruth Adler', address } });
  await open(page, id);
  await expect(page.getByRole('button', { name: /^Reply to Ruth Adler/ })).toBeVisible();
  await page.keyboard.press('r');
  await page.keyboard.type('Hello Ruth.');
  const recipients = box(page).getByRole('group', { name: 'Recipients' });
  const add = async (text: string) => {
    await recipients.getByRole('button', { name: 'Add a recipient' }).click();
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  };
  await add('half an address');
  await expect(recipients.getByRole('alert')).toBeVisible();
  await expectAccessibleInBoth(page);
  await page.keyboard.press('Escape');
  await expect(box(page)).toBeVisible();
  await add(`finance.${String(id)}@brandt.example`);
  await page.keyboard.press('Escape');
  await expect(recipients).toHaveText(/To\s+Ruth Adler\s*Cc\s+finance/);
  await expectAccessibleInBoth(page);
  await recipients.getByRole('button', { name: /^Remove Ruth Adler/ }).click();
  await expect(recipients).toContainText(/To\s+nobody yet/);
  await expect(box(page)).toContainText(/Draft kept \d\d:\d\d/);
  await page.reload();
  await page.getByRole('button', { name: /^Draft: Hello Ruth/ }).click();
  await expect(recipients).toContainText(/To\s+nobody yet/);
  await page.keyboard.press('Control+Enter');
  await expect(page.getByRole('button', { name: 'Send now' })).toBeVisible();
  const cc = { role: 'cc', address: `finance.${String(id)}@brandt.example` };
  expect((await entries(backstage, id)).at(-1)).toMatchObject({ recipients: [cc] });
});

test('a file goes along with an answer, survives a reload, and is saved by who reads it', async ({
  page,
  backstage,
}) => {
  const { id } = await backstage.createTicket({ title: 'With a file' });
  await open(page, id);
  await page.keyboard.press('r');
  await page.keyboard.type('Here is the list.');
  const choosing = page.waitForEvent('filechooser');
  await box(page).getByRole('button', { name: 'Attach files' }).click();
  const picture = await page.screenshot();
  await (
    await choosing
  ).setFiles([
    { name: 'Liste März.txt', mimeType: 'text/plain', buffer: Buffer.from('one\ntwo\n') },
    { name: 'screen.png', mimeType: 'image/png', buffer: picture },
  ]);
  const files = box(page).getByRole('list', { name: 'Attachments' }).getByRole('listitem');
  await expect(files).toHaveCount(2);
  await expect(files.filter({ hasText: 'Liste März.txt' })).toContainText('8 B');
  await expect(files.filter({ hasText: 'screen.png' }).locator('img')).toHaveJSProperty('complete', true);
  await expect(box(page)).toContainText(/Draft kept/);
  await expectAccessibleInBoth(page);

  await page.reload();
  await page.getByRole('button', { name: /^Draft: Here is the list/ }).click();
  await expect(files).toHaveCount(2);
  await box(page).getByRole('button', { name: 'Send', exact: true }).click();
  await page.getByRole('button', { name: 'Send now' }).click();
  const saving = page.waitForEvent('download');
  await conversation(page).getByRole('link', { name: 'Save Liste März.txt' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe('Liste März.txt');
  expect(await textOf(await saved.createReadStream())).toBe('one\ntwo\n');
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } });

  test('a ticket is read and answered', async ({ page, backstage }) => {
    const { id } = await backstage.createTicket({ title: 'On a phone' });
    await open(page, id);
    await page.getByRole('button', { name: 'Reply' }).click();
    await page.keyboard.type('From the train, in many more words than a line of a telephone has room for.');
    await expectAccessible(page);
    await expectWide(box(page));
    await page.keyboard.press('Escape');
    await expectWide(page.locator('desk-composer .rest'));
    await page.getByRole('button', { name: 'Note' }).click();
    await expectWide(box(page));
    await box(page).getByText('Reply', { exact: true }).click();
    await box(page).getByRole('button', { name: 'Send', exact: true }).click();
    await expect(conversation(page)).toContainText('From the train, in many');
  });

  test('what is answered, and what somebody else answered first, is seen above the box', async ({
    page,
    backstage,
  }) => {
    const { id } = await backstage.createTicket({ title: 'Two on phones' });
    await open(page, id);
    await page.getByRole('button', { name: 'Reply' }).click();
    await expect(text(page)).toBeFocused();
    await expectAboveBox(page, conversation(page).getByText('created the ticket'));
    await page.keyboard.type('Mine.');
    await backstage.asAdmin('POST', `/api/tickets/${String(id)}/messages`, { kind: 'reply', text: 'Theirs.' });
    await expect(page.getByRole('alert')).toContainText('answered first');
    await expectAboveBox(page, conversation(page).getByText('Theirs.'));
  });
});

/** Between the bar at the head of the page and the box to write in. */
async function expectAboveBox(page: Page, part: Locator): Promise<void> {
  await expect
    .poll(async () => {
      const [words, composer] = [await part.boundingBox(), await page.locator('desk-composer').boundingBox()];
      return words !== null && composer !== null && words.y >= 56 && words.y + words.height <= composer.y;
    })
    .toBe(true);
}

/** As wide as the phone, but for its edges. */
async function expectWide(part: Locator): Promise<void> {
  expect((await part.boundingBox())?.width).toBe(390 - 2 * 16);
}

async function entries(
  backstage: { asAdmin<Body>(method: string, path: string): Promise<Body> },
  id: number,
): Promise<readonly Entry[]> {
  const path = `/api/tickets/${String(id)}/timeline`;
  return (await backstage.asAdmin<{ results: readonly Entry[] }>('GET', path)).results;
}
