import { type Locator, type Page, expect } from '@playwright/test';
import { NO_DOVECOT } from '../../backend/test/support/dovecot.ts';
import { mailField, mailId } from '../../backend/test/support/mail-field.ts';
import { expectAccessibleInBoth, test } from './support/desk-test.ts';
import { MAILBOX, type MailDesk, startMailDesk } from './support/mail-desk.ts';
import { AGENT } from './support/people.ts';

const CUSTOMER = 'Ruth Adler <ruth@brandt.example>';
const FIRST = 'first@brandt.example';
const ASKS = 'We were charged twice and ask for a refund.';
const WROTE = 'On Mon, 3 Nov 2025 at 10:15, Carl <carl@brandt.example> wrote:';

test.use({ person: null });

const conversation = (page: Page): Locator => page.getByRole('region', { name: 'Conversation' });

test.describe(`a desk with a mailbox${NO_DOVECOT ? ` (skipped: ${NO_DOVECOT})` : ''}`, () => {
  test.skip(NO_DOVECOT !== null);

  const cleanup = new AsyncDisposableStack();
  let desk: MailDesk;
  test.beforeAll(async () => {
    desk = await startMailDesk(cleanup);
  });
  test.afterAll(() => cleanup.disposeAsync());

  test('a mail becomes a ticket that is sorted, answered and closed; what the customer answers opens it again', async ({
    page,
  }) => {
    expect((await page.request.post(`${desk.url}/api/auth/login`, { data: AGENT })).ok()).toBe(true);
    await page.goto(`${desk.url}/tickets?view=all`);
    await expect(page.getByRole('grid', { name: 'Tickets' })).toBeVisible();
    desk.deliver(...mail(FIRST, 'Charged twice'), '', ASKS, '', WROTE, '', '> Paid in full.');

    const waiting = page.getByRole('link', { name: /Triage/ });
    await expect(waiting).toContainText('1');
    await page.keyboard.press('g');
    await page.keyboard.press('t');
    const proposal = page.getByRole('group', { name: 'The desk proposes' });
    await expect(proposal).toContainText('Billing');
    await expect(page.getByRole('heading', { name: 'Charged twice' })).toBeVisible();
    await page.keyboard.press('1');
    await expect(page.getByRole('heading', { name: '1 ticket sorted' })).toBeVisible();

    await page.goto(`${desk.url}/tickets?view=all`);
    await page.getByRole('grid', { name: 'Tickets' }).getByRole('link', { name: 'Charged twice' }).click();
    await expect(conversation(page)).toContainText(ASKS);
    await expect(conversation(page)).not.toContainText('Paid in full.');
    await conversation(page).getByRole('button', { name: 'Quoted text, 3 lines' }).press('Enter');
    await expect(conversation(page)).toContainText('> Paid in full.');
    const status = page.getByRole('article', { name: /^Ticket #/ }).getByRole('button', { name: /^Status/ });
    await expect(status).toContainText('Open');
    await page.keyboard.press('n');
    await page.keyboard.type('She was rude before.');
    await page.keyboard.press('Control+Enter');
    await expect(conversation(page)).toContainText('She was rude before.');
    await page.keyboard.press('r');
    const box = page.getByRole('group', { name: 'Write a message' });
    await expect(box.getByRole('group', { name: 'Recipients' })).toContainText('Ruth Adler');
    await page.keyboard.type('Hello **Ruth**, it is on its way.');
    await box.getByRole('button', { name: 'More ways to send' }).click();
    await page.getByRole('menuitem', { name: 'Send and close' }).click();
    await page.getByRole('button', { name: 'Send now' }).click();
    await expect(status).toContainText('Closed');

    await expect.poll(() => desk.sent.length).toBe(1);
    const [sent] = desk.sent;
    const raw = sent?.raw ?? '';
    expect(sent?.to).toEqual(['ruth@brandt.example']);
    expect(mailField(raw, 'In-Reply-To')).toBe(`<${FIRST}>`);
    expect(mailField(raw, 'References')).toBe(`<${FIRST}>`);
    expect(mailField(raw, 'Subject')).toMatch(/^Re: Charged twice \[#\d+\]$/);
    expect(raw).toContain('Hello **Ruth**, it is on its way.');
    expect(raw).not.toContain('rude');
    await expectAccessibleInBoth(page);

    const thread = [`In-Reply-To: <${mailId(raw)}>`, `References: <${FIRST}> <${mailId(raw)}>`];
    desk.deliver(...mail('second@brandt.example', 'Re: Charged twice'), ...thread, '', 'It has not arrived yet.');
    await expect(conversation(page)).toContainText('It has not arrived yet.');
    await expect(status).toContainText('Open');
    await expectAccessibleInBoth(page);
    expect(desk.sent).toHaveLength(1);

    const other = 'It has arrived. But since the update the app crashes with errors when I export.';
    desk.deliver(...mail('third@brandt.example', 'Re: Charged twice'), ...thread, '', other);
    const suggested = page.getByRole('group', { name: 'Another matter now?' });
    await expect(suggested).toContainText('Technical');
    await expectAccessibleInBoth(page);
    const category = page.getByRole('article', { name: /^Ticket #/ }).getByRole('button', { name: /^Category/ });
    await expect(category).toContainText('Billing');
    await suggested.getByRole('button', { name: 'Take' }).press('Enter');
    await expect(category).toContainText('Technical');
    await expect(suggested).toBeHidden();
    await page.keyboard.press('z');
    await expect(category).toContainText('Billing');
  });
});

/** The header of a customer's mail. */
function mail(id: string, subject: string): string[] {
  const common = [`From: ${CUSTOMER}`, `To: ${MAILBOX}`, 'Return-Path: <ruth@brandt.example>', 'MIME-Version: 1.0'];
  return [...common, `Subject: ${subject}`, `Message-ID: <${id}>`, 'Content-Type: text/plain; charset=utf-8'];
}
