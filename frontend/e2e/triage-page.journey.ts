import { expect } from '@playwright/test';
import { type Backstage, expectAccessibleInBoth, test } from './support/desk-test.ts';

test('tickets that nobody has sorted are sorted one at a time, each by one key, and undone by Z', async ({
  page,
  backstage,
}) => {
  await backstage.llm({
    kind: 'answer',
    category: 'billing',
    priority: 'high',
    confidence: { category: 0.9, priority: 0.9 },
    reasons: { category: ['refund'], priority: [] },
  });
  const ids: number[] = [];
  for (const title of ['Refund of the first', 'Refund of the second', 'Refund of the third']) {
    ids.push(await unsorted(backstage, title));
  }
  await page.goto('/tickets?view=all');
  await expect(page.getByRole('grid', { name: 'Tickets' })).toContainText('Not sorted yet');
  await expect(page.getByRole('link', { name: /Triage/ })).toContainText('3');
  await page.keyboard.press('g');
  await page.keyboard.press('t');
  await expect(page).toHaveURL(/\/triage$/);
  await expect(page.getByRole('group', { name: 'The desk proposes' })).toContainText('Billing');
  await expectAccessibleInBoth(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByRole('button', { name: 'Accept Billing, High' })).toBeInViewport();
  // Whole words on a phone as well.
  for (const word of ['Billing', 'High']) {
    const shown = page.getByRole('group', { name: 'The desk proposes' }).getByText(word, { exact: true });
    await expect
      .poll(() =>
        shown.evaluate((it) => it instanceof HTMLElement && it.offsetWidth > 0 && it.offsetWidth >= it.scrollWidth),
      )
      .toBe(true);
  }
  await expectAccessibleInBoth(page);
  await page.setViewportSize({ width: 1440, height: 900 });

  await page.keyboard.press('1');
  await expect(page.getByText('1 kept')).toBeVisible();
  await page.keyboard.press('2');
  await page.keyboard.press('2');
  await expect(page.getByText('1 kept, 1 corrected')).toBeVisible();
  await page.keyboard.press('3');
  await expect(page.getByRole('heading', { name: '2 tickets sorted' })).toBeVisible();
  const states = async () => {
    const all = await Promise.all(ids.map((id) => backstage.ticket(id)));
    return all.map((ticket) => [ticket.category, ticket.triage]).toSorted();
  };
  await expect.poll(states).toEqual([
    ['billing', null],
    ['general', 'pending'],
    ['technical', null],
  ]);

  for (let step = 0; step < 3; step++) await page.keyboard.press('z');
  await expect(page.getByText('1 of 3')).toBeVisible();
  await expect.poll(states).toEqual(ids.map(() => ['general', 'pending']));
});

test('neither a very long word nor few actions leave the layout', async ({ page, backstage }) => {
  const long = 'Donaudampfschifffahrtselektrizitaetenhauptbetriebswerkbauunter';
  await backstage.llm({
    kind: 'answer',
    category: 'billing',
    priority: 'critical',
    confidence: { category: 0.9, priority: 0.9 },
    reasons: { category: [long, 'refund'], priority: [long] },
  });
  await unsorted(backstage, `${long} and a refund`);
  const proposal = page.locator('desk-triage-proposal');
  const overflow = () =>
    page.evaluate(() => {
      const parts = [
        document.documentElement,
        ...document.querySelectorAll('desk-triage-proposal, desk-triage-ticket'),
      ];
      return parts.filter((it) => it.scrollWidth > it.clientWidth).map((it) => it.tagName);
    });
  /** How much of the row is empty behind the last action. */
  const emptyRoom = () =>
    page.locator('desk-triage-actions').evaluate((it) => {
      const rights = [...it.querySelectorAll(':scope > *')].map((one) => one.getBoundingClientRect().right);
      return Math.max(...rights) - (rights.at(-1) ?? 0);
    });
  for (const [width, height] of [
    [1440, 900],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.goto('/triage');
    await expect(page.getByRole('heading', { name: long })).toBeVisible();
    await expect(proposal).toContainText('The desk proposes');
    expect(await overflow(), String(width)).toEqual([]);
    await page.keyboard.press('2');
    await expect(proposal).toContainText('What is it instead?');
    expect(await overflow(), String(width)).toEqual([]);
    expect(await emptyRoom(), String(width)).toBeLessThanOrEqual(1);
  }
  await page.keyboard.press('Escape');
  await page.keyboard.press('1');
  await expect(proposal.getByText(long)).toHaveCount(0);
});

test('without anything to sort triage says so, and leads back', async ({ page }) => {
  await page.route('**/api/tickets/triage?*', (route) => route.fulfill({ json: { results: [] } }));
  await page.goto('/triage');
  await expect(page.getByRole('heading', { name: 'Every ticket is sorted' })).toBeVisible();
  await expectAccessibleInBoth(page);
  await page.getByRole('link', { name: 'Back to the tickets' }).click();
  await expect(page).toHaveURL(/\/tickets/);
});

/** A ticket that is left to the desk; its suggestion has come. */
async function unsorted(backstage: Backstage, title: string): Promise<number> {
  const { id } = await backstage.asAdmin<{ id: number }>('POST', '/api/tickets?classify=true', {
    title,
    description: 'We were charged twice and ask for a refund.',
  });
  await expect
    .poll(() => backstage.asAdmin<{ suggestion: object | null }>('GET', `/api/tickets/${String(id)}`))
    .not.toHaveProperty('suggestion', null);
  return id;
}
