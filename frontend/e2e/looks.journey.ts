import { type Locator, expect } from '@playwright/test';
import { ADMIN } from './support/people.ts';
import { makeBroken, test } from './support/desk-test.ts';

const NAMES = { 20: 'Übergabe an Fachteam', 40: 'Rücksendungen und Garantiefälle weltweit' } as const;
const PHONE = { width: 390, height: 844 };

/** Nothing of the text is behind an ellipsis. */
const isWhole = (word: Locator) =>
  word.evaluate((it) => it.scrollWidth <= it.clientWidth && it.scrollHeight <= it.clientHeight + 1);

async function boxOf(place: Locator): Promise<{ left: number; right: number; top: number; bottom: number }> {
  return place.evaluate((it) => {
    const { left, right, top, bottom } = it.getBoundingClientRect();
    return { left, right, top, bottom };
  });
}

/** The same test twice must not make the same category twice. */
async function categoryNamed(
  backstage: { asAdmin: <Body>(method: string, path: string, data?: object) => Promise<Body> },
  label: string,
): Promise<string> {
  const { results } = await backstage.asAdmin<{ results: { key: string; label: string }[] }>('GET', '/api/categories');
  const there = results.find((category) => category.label === label);
  if (there) return there.key;
  const made = await backstage.asAdmin<{ key: string }>('POST', '/api/admin/categories', { label, description: '' });
  return made.key;
}

test.describe('on a phone', () => {
  test.use({ viewport: PHONE });

  test('the button for a new ticket covers nothing, however far a page is scrolled', async ({ page }) => {
    for (const path of ['/dashboard', '/tickets?view=all', '/account/tokens']) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      const button = page.getByRole('button', { name: 'New ticket', exact: true });
      const bar = page.locator('.bottom');
      const [inside, around] = [await boxOf(button), await boxOf(bar)];
      expect(inside.top, path).toBeGreaterThanOrEqual(around.top);
      expect(inside.bottom, path).toBeLessThanOrEqual(around.bottom);
      const entries = await bar
        .getByRole('link')
        .evaluateAll((all) => all.map((it) => it.getBoundingClientRect().right));
      expect(Math.max(...entries), path).toBeLessThanOrEqual(inside.left);
      // At the end of the page its last line stands above the bar; a list grows as one comes there.
      const end = () =>
        page.locator('main').evaluate((main) => {
          window.scrollTo(0, document.documentElement.scrollHeight);
          return main.getBoundingClientRect().bottom;
        });
      await expect.poll(end, path).toBeLessThanOrEqual(around.top + 1);
    }
  });

  test('a ticket opened by its address is read from the newest of it, and the list comes back to its row', async ({
    page,
    backstage,
  }) => {
    // The last of the list: all others come before it.
    const { results } = await backstage.asAdmin<{ results: { id: number }[] }>(
      'GET',
      '/api/tickets?sort=oldest&limit=1',
    );
    const id = String(results[0]?.id);
    let pages = 0;
    page.on('response', (response) => {
      if (/\/api\/tickets\?.*cursor=/.test(response.url())) pages += 1;
    });
    const heightOfRows = () =>
      page.locator('desk-ticket-rows .body').evaluate((it) => Number.parseFloat((it as HTMLElement).style.height));
    await page.goto(`/tickets/${id}?view=all&sort=newest`);
    await expect(page.getByRole('article')).toContainText(`#${id}`);
    await expect.poll(() => pages).toBeGreaterThan(0);
    const rowHeight = 96;
    await expect.poll(heightOfRows).toBeGreaterThan(50 * rowHeight);
    const conversation = page.getByRole('region', { name: 'Conversation' });
    await expect(conversation.getByRole('listitem').last()).toBeInViewport();

    await page.getByRole('button', { name: 'Back to the list' }).click();
    await expect(page.locator('desk-ticket-row').filter({ hasText: new RegExp(`#${id}(?!\\d)`) })).toBeInViewport();
    // Not all that comes before, for a list that nobody sees.
    expect(pages).toBeLessThanOrEqual(2);
  });

  test('a row shows its number and its category, none over the other', async ({ page, backstage }) => {
    const key = await categoryNamed(backstage, NAMES[20]);
    await backstage.createTicket({ title: 'Quoll in the yard', category: key, priority: 'low' });
    await page.goto('/tickets?view=all&sort=newest');
    const row = page.locator('desk-ticket-row').first();
    await expect(row).toContainText('Quoll in the yard');
    await expect.poll(() => isWhole(row.locator('.id'))).toBe(true);
    await expect.poll(() => isWhole(row.locator('.category .word'))).toBe(true);
    const [category, face] = [await boxOf(row.locator('.category .word')), await boxOf(row.locator('.assignee'))];
    expect(category.right).toBeLessThanOrEqual(face.left);
  });
});

for (const length of [20, 40] as const) {
  test(`a category of ${String(length)} characters is read whole where there is room`, async ({ page, backstage }) => {
    expect(NAMES[length]).toHaveLength(length);
    const key = await categoryNamed(backstage, NAMES[length]);
    await backstage.createTicket({ title: 'Potoroo at the door', category: key });
    await page.goto('/tickets?view=all&sort=newest');
    const row = page.locator('desk-ticket-row').first();
    await expect(row.locator('.category .word')).toHaveText(NAMES[length]);
    await expect.poll(() => isWhole(row.locator('.category .word'))).toBe(true);
    expect((await row.locator('.line').boundingBox())?.width).toBeGreaterThanOrEqual(380);
    // The head stands over its column.
    const [head, cell] = [await boxOf(page.locator('.category-head')), await boxOf(row.locator('.category'))];
    expect(Math.abs(head.left - cell.left)).toBeLessThanOrEqual(1);

    // With less room the name gives way, and the pointer still finds it.
    await page.setViewportSize({ width: 960, height: 800 });
    await expect.poll(async () => (await row.locator('.line').boundingBox())?.width).toBeGreaterThanOrEqual(300);
    await expect(row.locator('.category [title]').first()).toHaveAttribute('title', NAMES[length]);

    for (const width of [1440, 1200]) {
      await page.setViewportSize({ width, height: 900 });
      await page.goto('/dashboard');
      const bar = page.locator('.categories').getByRole('link', { name: NAMES[length] });
      await expect.poll(() => isWhole(bar.locator('.word')), String(width)).toBe(true);
      expect((await bar.locator('.track').boundingBox())?.width, String(width)).toBeGreaterThanOrEqual(80);
    }
    await page.setViewportSize(PHONE);
    const onPhone = page.locator('.categories').getByRole('link', { name: NAMES[length] });
    if (length === 20) await expect.poll(() => isWhole(onPhone.locator('.word'))).toBe(true);
    expect((await onPhone.locator('.track').boundingBox())?.width).toBeGreaterThanOrEqual(60);
    await expect(onPhone.locator('[title]').first()).toHaveAttribute('title', NAMES[length]);
  });
}

test('the shapes of coming rows have the columns of the list', async ({ page }) => {
  const columns = async (row: Locator) => row.evaluate((it) => getComputedStyle(it).gridTemplateColumns);
  await page.setViewportSize({ width: 720, height: 450 });
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/api/tickets?*', async (route) => {
    await held;
    await route.continue();
  });
  await page.goto('/tickets?view=all');
  const before = await columns(page.locator('desk-row-skeletons .row').first());
  release();
  const row = page.locator('desk-ticket-row').first();
  await expect(row).toBeVisible();
  expect(before.split(' ').slice(2)).toEqual((await columns(row)).split(' ').slice(2));
});

test('the tickets before the open one say when they do not come', async ({ page, backstage }) => {
  const list = await backstage.asAdmin<{ results: { id: number }[] }>('GET', '/api/tickets?sort=oldest&limit=100');
  await makeBroken(page, '**/api/tickets?*cursor=*');
  // A list that hears of something else reads again by itself what did not come.
  await makeBroken(page, '**/api/events*');
  await page.goto(`/tickets/${String(list.results[99]?.id)}?view=all&sort=oldest`);
  await expect(page.getByText('The tickets before these could not be loaded.')).toBeVisible();
  await page.unroute('**/api/tickets?*cursor=*');
  await page.getByRole('alert').getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByText('The tickets before these could not be loaded.')).toBeHidden();
});

test.describe('in the admin section', () => {
  test.use({ person: ADMIN });

  /** How far the middle of one box is below that of the other. */
  const lower = async (one: Locator, other: Locator) => {
    const [a, b] = [await boxOf(one), await boxOf(other)];
    return (a.top + a.bottom - b.top - b.bottom) / 2;
  };

  test('tags stand level with the words beside them, and titles keep their room', async ({ page, backstage }) => {
    const key = await categoryNamed(backstage, NAMES[40]);
    await backstage.createTicket({ title: 'A title that says at some length what went wrong', category: key });
    await page.goto('/admin/tickets');
    const row = page.getByRole('table', { name: 'Tickets' }).locator('mat-row').first();
    await expect(row).toContainText('A title that says');
    const title = row.locator('.title');
    for (const tag of ['desk-category-tag', 'desk-priority-tag', 'desk-status-tag'])
      expect(Math.abs(await lower(row.locator(`${tag} .word`), title)), tag).toBeLessThanOrEqual(0.5);

    for (const [width, height, least] of [
      [1440, 900, 280],
      [1200, 800, 280],
      [720, 450, 200],
    ] as const) {
      await page.setViewportSize({ width, height });
      expect((await title.boundingBox())?.width, String(width)).toBeGreaterThanOrEqual(least);
      expect(await page.evaluate(() => document.documentElement.scrollWidth), String(width)).toBeLessThanOrEqual(width);
      // All pages of the section are in sight.
      const nav = await page.locator('desk-admin-nav nav').evaluate((it) => it.scrollWidth <= it.clientWidth);
      expect(nav, String(width)).toBe(true);
    }

    await page.setViewportSize(PHONE);
    const [face, changed] = [await boxOf(row.locator('desk-avatar')), await boxOf(row.locator('.cdk-column-age'))];
    expect(face.right).toBeLessThanOrEqual(changed.left);
    for (const part of ['id', 'category', 'priority', 'status'])
      expect((await boxOf(row.locator(`.cdk-column-${part}`))).right, part).toBeLessThanOrEqual(PHONE.width);
  });
});
