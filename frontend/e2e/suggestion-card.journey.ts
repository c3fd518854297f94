import { type Page, expect } from '@playwright/test';
import { expectAccessibleInBoth, test } from './support/desk-test.ts';

const NOTHING = {
  suggested_category: 'general',
  suggested_priority: 'medium',
  confidence: { category: null, priority: null },
  reasons: { category: [], priority: [] },
  options: { category: [], priority: [] },
  record: { category: null, priority: null },
};

const WITH_RECORD = {
  suggested_category: 'technical',
  suggested_priority: 'high',
  confidence: { category: 0.78, priority: 0.91 },
  source: 'local',
  model: 'local',
  reasons: { category: ['webhooks', 'late'], priority: ['every customer'] },
  notice: null,
  options: { category: ['technical'], priority: ['high'] },
  option_reasons: [],
  abstained: false,
  abstained_because: null,
  known_words: null,
  language: null,
  hidden: false,
  record: { category: { right: 47, of: 60 }, priority: { right: 164, of: 180 } },
  measured: true,
  confirmed: 1_240,
};

const FEW_WORDS = {
  ...{ known: 3, of: 41, seen: ['update', 'printers', 'labels'] },
  unseen: ['tulpenlabels', 'bovenste', 'Zebra'],
};

test('a suggestion with a record says how often it was right, and a correction that the desk learns', async ({
  page,
}) => {
  await answers(page, WITH_RECORD);
  await write(page);
  const card = page.getByRole('group', { name: 'The desk suggests' });
  await expect(card).toContainText('Fairly sure · 78 %');
  await expect(card).toContainText('Right 47 of 60 times');
  await expect(card).toContainText('The desk’s own model');
  await expectAccessibleInBoth(page);

  await page.getByRole('combobox', { name: 'Category' }).click();
  await page.getByRole('option', { name: 'Billing' }).click();
  const decided = page.getByRole('group', { name: 'The desk suggested, you decided' });
  await expect(decided).toContainText('The desk learns from your choice');
  await decided.getByRole('button', { name: 'Undo, back to Technical' }).click();
  await expect(page.getByRole('combobox', { name: 'Category' })).toContainText('Technical');
});

test('starter knowledge gives no percentage', async ({ page }) => {
  const record = { category: null, priority: null };
  await answers(page, { ...WITH_RECORD, record, measured: false, confirmed: 12 });
  await write(page);
  const card = page.getByRole('group', { name: 'The desk suggests' });
  await expect(card).toContainText('Starter knowledge, not yet measured on your tickets');
  await expect(card.getByText('A first guess')).toHaveCount(2);
  await expect(card).not.toContainText('%');
  await expectAccessibleInBoth(page);
});

test('one of two is chosen by one press, also by keyboard', async ({ page }) => {
  await answers(page, {
    ...WITH_RECORD,
    options: { category: ['billing', 'technical'], priority: ['high'] },
    option_reasons: [
      { category: 'billing', words: ['invoices', 'unpaid'] },
      { category: 'technical', words: ['webhooks'] },
    ],
  });
  await write(page);
  const card = page.getByRole('group', { name: 'Billing or Technical: please choose' });
  await expect(card).toBeVisible();
  await expect(card.getByRole('button', { name: 'Technical, because of webhooks', exact: true })).toBeVisible();
  await expectAccessibleInBoth(page);
  await card.getByRole('button', { name: 'Technical' }).press('Enter');
  await expect(page.getByRole('combobox', { name: 'Category' })).toContainText('Technical');
  await expect(page.getByRole('combobox', { name: 'Category' })).toBeFocused();
});

for (const [because, heading] of [
  ['little_text', 'No suggestion yet: a sentence more would help'],
  ['unknown_words', 'No suggestion: few of these words have been seen here'],
  ['unknown_language', 'No suggestion: language not learned yet'],
  ['too_close', 'No suggestion: too close to call'],
  ['often_wrong', 'No suggestion: the desk is often wrong about such texts'],
] as const) {
  test(`where the desk keeps silent it says why: ${because}`, async ({ page }) => {
    const known_words = because === 'unknown_words' ? FEW_WORDS : null;
    await answers(page, { ...WITH_RECORD, ...NOTHING, abstained: true, abstained_because: because, known_words });
    await write(page);
    await expect(page.getByRole('heading', { name: heading })).toBeVisible();
    await expect(page.getByRole('combobox', { name: 'Category' })).toContainText('Please choose');
    if (known_words) {
      await expect(page.getByRole('list', { name: 'Some words of the ticket' })).toContainText('+35 more');
      await expectAccessibleInBoth(page);
    }
    await page.getByRole('button', { name: 'Create ticket' }).click();
    await expect(page.getByText('Choose a category.')).toBeVisible();
    await expect(page.getByRole('combobox', { name: 'Category' })).toBeFocused();
  });
}

test('a suggestion that the desk keeps to itself looks like no failure', async ({ page }) => {
  await answers(page, { ...WITH_RECORD, ...NOTHING, hidden: true });
  await write(page);
  const card = page.getByRole('group', { name: 'This one is yours to choose' });
  await expect(card).toContainText('to learn how good it is');
  await expect(page.getByRole('combobox', { name: 'Priority' })).toContainText('Please choose');
  await expect(card.getByRole('button', { name: 'Ask again' })).toHaveCount(0);
  await expectAccessibleInBoth(page);
});

async function answers(page: Page, suggestion: object): Promise<void> {
  const json = { suggestion_id: '019643f2-6a5e-7c3b-9d0e-3f1d2c4b5a69', ...suggestion };
  await page.route('**/api/tickets/classify', (route) => route.fulfill({ json }));
}

async function write(page: Page): Promise<void> {
  await page.goto('/tickets?view=all');
  await expect(page.getByRole('grid', { name: 'Tickets' })).toBeVisible();
  await page.keyboard.press('c');
  await page.getByRole('textbox', { name: 'Title' }).fill('Webhooks 20 minutes late, invoices show as unpaid');
  await page
    .getByRole('textbox', { name: 'Description' })
    .fill('Since about 07:30 our payment webhooks arrive late, so every customer got a payment reminder.');
}
