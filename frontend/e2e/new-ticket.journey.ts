import { type Locator, type Page, expect } from '@playwright/test';
import { expectAccessible, test } from './support/desk-test.ts';

const DOUBLE_CHARGE = 'The invoice was paid twice. We need a refund for the second payment.';

/** The dialog of a new ticket, as a person finds their way in it. */
class NewTicket {
  readonly dialog: Locator;
  readonly title: Locator;
  readonly description: Locator;
  readonly category: Locator;
  readonly priority: Locator;
  readonly create: Locator;
  private readonly page: Page;

  constructor(page: Page) {
    this.page = page;
    this.dialog = page.getByRole('dialog', { name: 'New ticket' });
    this.title = this.dialog.getByRole('textbox', { name: 'Title' });
    this.description = this.dialog.getByRole('textbox', { name: 'Description' });
    this.category = this.dialog.getByRole('combobox', { name: 'Category' });
    this.priority = this.dialog.getByRole('combobox', { name: 'Priority' });
    this.create = this.dialog.getByRole('button', { name: 'Create ticket' });
  }

  async open(): Promise<void> {
    await this.page.goto('/tickets?view=all');
    await expect(this.page.getByRole('grid', { name: 'Tickets' })).toBeVisible();
    await this.page.keyboard.press('c');
    await expect(this.title).toBeFocused();
  }

  async write(title: string, description: string): Promise<void> {
    await this.title.fill(title);
    await this.description.fill(description);
  }

  async choose(field: Locator, option: string): Promise<void> {
    await field.click();
    await this.page.getByRole('option', { name: option }).click();
  }
}

test('an agent writes a ticket, gets a suggestion, keeps it and sees the ticket in the list', async ({
  page,
  backstage,
}) => {
  await backstage.llm({
    kind: 'answer',
    category: 'billing',
    priority: 'high',
    confidence: { category: 0.91, priority: 0.7 },
    reasons: { category: ['refund'], priority: ['paid twice'] },
  });
  const ticket = new NewTicket(page);
  await ticket.open();
  await ticket.write('Charged twice this month', DOUBLE_CHARGE);
  await expect(ticket.category).toContainText('Billing');
  await expect(ticket.priority).toContainText('High');
  await expect(ticket.dialog.getByText('Suggested', { exact: true })).toHaveCount(2);
  // How sure it is in words depends on what this desk has seen so far; it is told who read the ticket in any case.
  await expect(ticket.dialog.getByText('gpt-4o-mini')).toBeVisible();
  await expectAccessible(page);

  await ticket.create.click();
  await expect(ticket.dialog).toBeHidden();
  const first = page.getByRole('grid', { name: 'Tickets' }).getByRole('row').nth(1);
  await expect(first).toContainText('Charged twice this month');
  await expect(first).toContainText('Billing');
  await page.getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page).toHaveURL(/\/tickets\/\d+/);
  await expect(page.getByRole('heading', { name: 'Charged twice this month' })).toBeVisible();
});

test('a choice of the agent is kept against a later suggestion, and stored beside it', async ({ page, backstage }) => {
  await backstage.llm({ kind: 'answer', category: 'billing', priority: 'low' });
  const ticket = new NewTicket(page);
  await ticket.open();
  await ticket.write('Invoice page is slow', 'The page of our invoices needs a minute.');
  await expect(ticket.category).toContainText('Billing');
  await ticket.choose(ticket.category, 'Technical');
  await expect(ticket.dialog.getByText('Yours')).toBeVisible();

  await backstage.llm({ kind: 'answer', category: 'account', priority: 'critical' });
  await ticket.description.fill('The page of our invoices needs a minute, and now nobody can sign in.');
  await expect(ticket.priority).toContainText('Critical');
  await expect(ticket.category).toContainText('Technical');

  const stored = page.waitForResponse(
    (response) => response.request().method() === 'POST' && response.status() === 201,
  );
  await page.keyboard.press('Control+Enter');
  // The browser may have forgotten the body, never the headers.
  const id = Number((await stored).headers()['location']?.split('/').at(-1));
  expect(await backstage.ticket(id)).toMatchObject({ category: 'technical', priority: 'critical' });
  expect((await stored).request().postDataJSON()).toHaveProperty('suggestion_id');
});

test('a broken classifier fills in the defaults, says so, and blocks nothing', async ({ page, backstage }) => {
  await backstage.llm({ kind: 'status', status: 401 });
  const ticket = new NewTicket(page);
  await ticket.open();
  await ticket.write('Where is the status page?', 'I cannot find the address of your status page.');
  await expect(ticket.dialog.getByRole('heading', { name: 'No suggestion this time' })).toBeVisible();
  await expect(ticket.category).toContainText('General');
  await expect(ticket.priority).toContainText('Medium');
  await expectAccessible(page);
  await ticket.create.click();
  await expect(ticket.dialog).toBeHidden();
});

test('a classifier that never answers does not hold up the agent', async ({ page, backstage }) => {
  await backstage.llm({ kind: 'hang' });
  const ticket = new NewTicket(page);
  await ticket.open();
  await ticket.write('Dark theme?', 'Is there a dark theme for night shifts?');
  await ticket.choose(ticket.category, 'General');
  await ticket.choose(ticket.priority, 'Low');
  await ticket.create.click();
  await expect(ticket.dialog).toBeHidden();
  await expect(page.getByRole('grid', { name: 'Tickets' }).getByRole('row').nth(1)).toContainText('Dark theme?');
});

test('a ticket that is sent before its suggestion goes with it as soon as it is there', async ({ page, backstage }) => {
  await backstage.llm({ kind: 'answer', category: 'billing', priority: 'high' });
  const released = Promise.withResolvers<void>();
  await page.route('**/api/tickets/classify', async (route) => {
    await released.promise;
    await route.continue();
  });
  const ticket = new NewTicket(page);
  await ticket.open();
  await ticket.write('Refund is missing', 'The refund of May has not arrived.');
  await page.keyboard.press('Control+Enter');
  await expect(ticket.dialog.getByRole('button', { name: 'Waiting for the suggestion' })).toBeVisible();
  await expect(ticket.dialog.getByText('Choose a category.')).toHaveCount(0);
  released.resolve();
  await expect(ticket.dialog).toBeHidden();

  await expect(page.getByText(/Ticket #\d+ created as Billing, High/).first()).toBeVisible();
});

test('a ticket need not wait for its suggestion, and can be taken back while it does', async ({ page }) => {
  await page.route('**/api/tickets/classify', () => undefined);
  const ticket = new NewTicket(page);
  await ticket.open();
  await ticket.write('No time to wait', 'The suggestion takes long today.');
  await page.keyboard.press('Control+Enter');
  const notice = ticket.dialog.getByRole('group', { name: 'Waiting for the suggestion' });
  await expect(notice).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(notice).toBeHidden();
  await expect(ticket.description).toHaveValue('The suggestion takes long today.');

  await ticket.choose(ticket.category, 'Technical');
  await page.keyboard.press('Control+Enter');
  await ticket.dialog.getByRole('button', { name: 'Create as Technical, Medium' }).click();
  await expect(ticket.dialog).toBeHidden();
  await expect(page.getByText(/Ticket #\d+ created as Technical, Medium/).first()).toBeVisible();
});

test('what could not be asked for without a line is asked for when it is back', async ({
  page,
  context,
  backstage,
}) => {
  await backstage.llm({ kind: 'answer', category: 'billing', priority: 'high' });
  const ticket = new NewTicket(page);
  await ticket.open();
  await context.setOffline(true);
  await ticket.write('Written on a train', 'There was a tunnel between the two invoices.');
  await expect(ticket.dialog.getByRole('heading', { name: 'No suggestion this time' })).toBeVisible();
  await expect(ticket.category).toContainText('General');
  await context.setOffline(false);
  await expect(ticket.category).toContainText('Billing');
  await expect(ticket.dialog.getByText('Suggested', { exact: true })).toHaveCount(2);
});

test('what is missing is said by the field, and a draft survives a reload', async ({ page, backstage }) => {
  await backstage.llm({ kind: 'status', status: 401 });
  const ticket = new NewTicket(page);
  await ticket.open();
  await ticket.create.click();
  await expect(ticket.dialog.getByText('Give the ticket a title.')).toBeVisible();
  await expect(ticket.title).toHaveAccessibleDescription(/Give the ticket a title/);

  await ticket.write('Half a thought', 'This is not finished');
  await page.reload();
  await expect(page.getByRole('button', { name: /New ticket/ })).toBeVisible();
  await page.keyboard.press('c');
  await expect(ticket.title).toHaveValue('Half a thought');
  await expect(ticket.description).toHaveValue('This is not finished');
});

test('what the API refuses is said by the field, and nothing typed is lost', async ({ page, backstage }) => {
  await backstage.llm({ kind: 'answer', category: 'billing', priority: 'low' });
  const ticket = new NewTicket(page);
  await ticket.open();
  await ticket.write('A title', 'A description of it.');
  await expect(ticket.category).toContainText('Billing');
  await page.route('**/api/tickets', (route) =>
    route.fulfill({
      status: 400,
      contentType: 'application/problem+json',
      body: JSON.stringify({
        type: 'urn:problem:validation_failed',
        title: 'The request is not valid',
        status: 400,
        detail: 'Title is not allowed.',
        instance: '/api/tickets',
        code: 'validation_failed',
        request_id: 'journey',
        errors: [{ field: 'title', code: 'not_allowed', message: 'Title is not allowed.' }],
      }),
    }),
  );
  await ticket.create.click();
  await expect(ticket.dialog.getByText('Title is not allowed.').first()).toBeVisible();
  await expect(ticket.description).toHaveValue('A description of it.');
});
