import { expect } from '@playwright/test';
import { Client } from 'pg';
import { expectAccessibleInBoth, test } from './support/desk-test.ts';
import { fromEnvironment } from './support/from-environment.ts';
import { ADMIN } from './support/people.ts';

/** Twelve weeks of suggestions in the ledger: kept, changed, hidden and held back, by two prompts, the newest less familiar. */
const LEDGER = `
  INSERT INTO suggestions (created_at, input_hash, suggested_category, suggested_priority, category_confidence,
    priority_confidence, source, asked, model, version, latency_ms, failure_reason, shown_as, details, chosen_category,
    chosen_priority, chosen_at, chosen_by, final_category, final_priority, final_at)
  SELECT now() - (932 - n) * interval '2 hours 10 minutes', repeat('a', 64), suggested, 'medium', 0.4 + 0.6 * (n % 100) / 100,
    0.7, source, 'llm', 'gpt-4o-mini', CASE WHEN n < 500 THEN '2' ELSE '3' END, 200 + n, CASE WHEN source = 'default' THEN 'timeout' END,
    CASE WHEN n % 70 = 5 THEN 'abstained' WHEN n % 8 = 0 THEN 'hidden' ELSE 'shown' END,
    jsonb_build_object('category', jsonb_build_object('known_share', CASE WHEN n < 850 THEN 0.7 ELSE 0.5 END + (n % 20) / 100.0)),
    final, 'medium', now(), (SELECT min(id) FROM users), final, 'medium', now()
  FROM (
    SELECT n, keys[1 + n % 4] AS suggested, CASE WHEN n % 7 = 3 THEN keys[1 + (n + n / 7) % 4] ELSE keys[1 + n % 4] END AS final,
      CASE WHEN n % 230 = 9 THEN 'default' ELSE 'llm' END AS source
    FROM generate_series(1, 932) AS n, (SELECT ARRAY['technical', 'billing', 'account', 'general'] AS keys)
  ) AS drawn`;

test.use({ person: ADMIN });

test.beforeAll(async () => {
  const database = new Client({ connectionString: fromEnvironment('DESK_DATABASE_URL') });
  await database.connect();
  await database.query(LEDGER);
  await database.end();
});

test('an admin sees how good the suggestions are, and which tickets are behind a figure', async ({ page }) => {
  await page.goto('/admin/overview');
  await page.getByRole('link', { name: 'AI quality' }).click();
  await expect(page.getByRole('heading', { name: 'AI quality' })).toBeVisible();
  await expect(page.locator('desk-rate-card').first()).toContainText('kept as suggested');
  await page.getByRole('button', { name: 'Period: Last 30 days' }).click();
  await page.getByRole('menuitemradio', { name: 'Last 90 days' }).click();
  await expect(page).toHaveURL(/period=90d/);
  await expect(page.locator('desk-line-chart').getByText('prompt v3').first()).toBeVisible();
  await expect(page.getByRole('img', { name: /^Known words by week: .* Below their limit: / })).toBeVisible();
  await page.reload();
  await expect(page.getByRole('button', { name: 'Period: Last 90 days' })).toBeVisible();
  await page
    .getByRole('link', { name: /tickets: Billing, suggested as/ })
    .first()
    .click();
  await expect(page).toHaveURL(/\/admin\/quality\/tickets\?.*chosen=billing/);
  await page.getByRole('link', { name: 'AI quality' }).last().click();
  await expect(page.locator('desk-rate-card').first()).toBeVisible();
});

for (const viewport of [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]) {
  test(`axe finds nothing on the page of AI quality, ${String(viewport.width)} pixels wide`, async ({ page }) => {
    await page.setViewportSize(viewport);
    await page.goto('/admin/quality?period=90d');
    await expect(page.locator('desk-line-chart svg')).toHaveCount(2);
    // No card is smaller than what it holds.
    await expect(page.locator('desk-model-quality-card table')).toBeVisible();
    const cut = () =>
      page
        .locator('.scroll > .pane')
        .evaluateAll((cards) =>
          cards.filter((card) => card.scrollHeight > card.clientHeight + 1).map(({ localName }) => localName),
        );
    await expect.poll(cut).toEqual([]);
    // Nor is the table of models wider than its card: on a phone each figure stands below its name.
    const models = page.locator('desk-model-quality-card').getByRole('region');
    expect(await models.evaluate((table) => table.scrollWidth - table.clientWidth)).toBeLessThanOrEqual(0);
    await expect(models.getByRole('columnheader')).toHaveCount(6);
    await expect(models.getByRole('row').nth(1).getByRole('cell')).toHaveCount(5);
    const rows = () =>
      page
        .locator('desk-page-head')
        .locator('h1, desk-segment-switch, desk-period-chooser, a')
        .evaluateAll((parts) => {
          const boxes = parts.map((part) => part.getBoundingClientRect());
          return new Set(boxes.map(({ top, bottom }) => Math.round((top + bottom) / 2 / 16))).size;
        });
    await expect.poll(rows).toBe(viewport.width < 600 ? 2 : 1);
    await expectAccessibleInBoth(page);
    for (const card of ['desk-reliability-card', 'desk-line-card:not(.drift)', 'desk-line-card.drift'])
      await page.locator(card).getByRole('button', { name: 'Show as table' }).click();
    await expect(page.getByRole('button', { name: 'Show as chart' })).toHaveCount(3);
    await expectAccessibleInBoth(page);
  });
}
