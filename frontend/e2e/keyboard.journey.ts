import { type CDPSession, type Page, expect } from '@playwright/test';
import { type Backstage, test } from './support/desk-test.ts';

/** Assign to me, in progress, high: what an agent types for each ticket of a fresh queue. */
const FOR_EACH_TICKET = ['j', 'i', 's', '2', 'p', '3'];
const SPEEDS_MS = [0, 25, 100];
/** Sixty at full speed; the rest on a slow computer. */
const TICKETS: Readonly<Record<number, number>> = { 1: 20, 4: 10 };

// Menus and dialogs that fade, as most people see them.
test.use({ contextOptions: { reducedMotion: 'no-preference' } });

for (const slowdown of [1, 4]) {
  for (const speed of SPEEDS_MS) {
    test(`keys typed every ${String(speed)} ms on a computer ${String(slowdown)} times slower change the ticket that is chosen`, async ({
      page,
      backstage,
    }) => {
      const { word, ids } = await aQueue(backstage, TICKETS[slowdown] ?? 0);
      const me = (await backstage.me()).id;
      await page.goto(`/tickets?assignee=none&status=open&search=${word}`);
      await expect(rows(page)).not.toHaveCount(0);
      const chromium = await page.context().newCDPSession(page);
      await chromium.send('Emulation.setCPUThrottlingRate', { rate: slowdown });

      const keys = ids.flatMap(() => FOR_EACH_TICKET);
      if (speed === 0) await typeAtOnce(chromium, keys);
      else for (const key of keys) await page.keyboard.press(key, { delay: speed });

      const values = async () => (await Promise.all(ids.map((id) => backstage.ticket(id)))).map(triaged);
      const wanted = { assignee: me, status: 'in_progress', priority: 'high' };
      await expect.poll(values).toEqual(ids.map(() => wanted));
    });
  }
}

test('a menu that was closed leaves the keyboard at once', async ({ page, backstage }) => {
  const { word, ids } = await aQueue(backstage, 2);
  await page.goto(`/tickets?search=${word}`);
  await expect(rows(page)).toHaveCount(2);
  await typeAtOnce(await page.context().newCDPSession(page), ['j', 'p', 'Escape', 'j', 'p', '4']);
  await expect.poll(async () => (await backstage.ticket(ids[0]!)).priority).toBe('critical');
  expect((await backstage.ticket(ids[1]!)).priority).toBe('low');

  // By a click beside it too, however early that comes, which is for nothing else.
  await page.keyboard.press('p');
  await page.mouse.click(700, 600);
  await expect(page.getByRole('menu')).toBeHidden();
  await page.keyboard.press('k');
  await page.keyboard.press('p');
  await page.keyboard.press('3');
  await expect.poll(async () => (await backstage.ticket(ids[1]!)).priority).toBe('high');
});

for (const width of [1440, 800]) {
  test(`beside or in place of the list, at ${String(width)} px, the ticket that is open is changed`, async ({
    page,
    backstage,
  }) => {
    const { word, ids } = await aQueue(backstage, 5);
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`/tickets?search=${word}`);
    await expect(rows(page)).toHaveCount(5);
    await typeAtOnce(await page.context().newCDPSession(page), [
      ...['j', 'Enter', 'p', '4', 'j', 's', '3', 'p', '3', 'j', 'j', 'p', '2', 'Escape', 'j', 't', 'Escape', 'p', '4'],
    ]);
    const priorities = async () => Promise.all(ids.map(async (id) => (await backstage.ticket(id)).priority));
    await expect.poll(priorities).toEqual(['critical', 'medium', 'low', 'high', 'critical']);
    expect((await backstage.ticket(ids[3]!)).status).toBe('resolved');
    await expect(page).toHaveURL(/\/tickets\?/);
  });
}

test('a ticket that is opened by its address is scrolled by the keys of a page', async ({ page, backstage }) => {
  const description = Array.from({ length: 80 }, (_, line) => `Line ${String(line)}`).join('\n\n');
  const { id } = await backstage.createTicket({ title: 'Long words', description });
  await page.goto(`/tickets/${String(id)}`);
  const [first, last] = [page.getByText('Line 0', { exact: true }), page.getByText('Line 79', { exact: true })];
  await expect(page.getByText('created the ticket')).toBeAttached();
  for (const full of [false, true]) {
    if (full) await page.keyboard.press('f');
    await page.keyboard.press('End');
    await expect(last).toBeInViewport();
    await page.keyboard.press('Home');
    await expect(first).toBeInViewport();
    await page.keyboard.press('PageDown');
    await expect(first).not.toBeInViewport();
    await expect(last).not.toBeInViewport();
    await page.keyboard.press('PageUp');
    await expect(first).toBeInViewport();
  }
});

test('keys typed before the list has come are for the list', async ({ page, backstage }) => {
  const { word, ids } = await aQueue(backstage, 2);
  const typed = Promise.withResolvers<void>();
  await page.route('**/api/tickets?*', async (route) => {
    await typed.promise;
    await route.continue();
  });
  await page.goto(`/tickets?search=${word}`);
  await expect(page.getByText('Loading tickets')).toBeAttached();
  await typeAtOnce(await page.context().newCDPSession(page), ['j', 'j', 'p', '4']);
  typed.resolve();
  await expect.poll(async () => (await backstage.ticket(ids[0]!)).priority).toBe('critical');
  expect((await backstage.ticket(ids[1]!)).priority).toBe('low');
});

test('what is typed right after C is the new ticket, and nothing else', async ({ page, backstage }) => {
  await backstage.llm({ kind: 'status', status: 401 });
  await page.goto('/tickets');
  await expect(rows(page)).not.toHaveCount(0);
  const text = ['Jam in printer #2'.split(/(?:)/u), 'Tab', 'There is smoke.'.split(/(?:)/u)].flat();
  await typeAtOnce(await page.context().newCDPSession(page), ['c', ...text]);
  const dialog = page.getByRole('dialog', { name: 'New ticket' });
  await expect(dialog.getByRole('textbox', { name: 'Title' })).toHaveValue('Jam in printer #2');
  await expect(dialog.getByRole('textbox', { name: 'Description' })).toHaveValue('There is smoke.');
});

test('C has its dialog at hand before it is pressed, whatever becomes of the network', async ({ page, context }) => {
  await page.addInitScript(() => {
    const tasks: (() => void)[] = [];
    Object.assign(window, { tasks, requestIdleCallback: (task: () => void) => tasks.push(task) });
  });
  const scripts = new Set<string>();
  page.on('requestfinished', (request) => request.resourceType() === 'script' && scripts.add(request.url()));
  const dialog = page.getByRole('dialog', { name: 'New ticket' });

  // What the dialog needs is what comes for it alone, while the browser is never idle.
  await page.goto('/tickets');
  await expect(rows(page)).not.toHaveCount(0);
  const before = new Set(scripts);
  await page.keyboard.press('c');
  await expect(dialog).toBeVisible();
  const come = () => [...scripts].filter((url) => !before.has(url));
  await expect.poll(come).not.toEqual([]);
  const needed = come();

  scripts.clear();
  await page.reload();
  await expect(rows(page)).not.toHaveCount(0);
  await page.evaluate(() => {
    for (const task of (window as unknown as { tasks: (() => void)[] }).tasks) task();
  });
  await expect.poll(() => needed.filter((url) => !scripts.has(url))).toEqual([]);
  await context.setOffline(true);
  await page.keyboard.press('c');
  await expect(dialog).toBeVisible();
});

test('the search leads to what it found, by Enter and by the arrow, whatever is typed next', async ({
  page,
  backstage,
}) => {
  const { word, ids } = await aQueue(backstage, 3);
  const chromium = await page.context().newCDPSession(page);
  await page.goto('/dashboard');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await typeAtOnce(chromium, ['/', ...word.split(/(?:)/u), 'Enter', 'j', 'p', '4']);
  await expect.poll(async () => (await backstage.ticket(ids[1]!)).priority).toBe('critical');
  await expect(page).toHaveURL(new RegExp(`/tickets\\?search=${word}$`));

  await typeAtOnce(chromium, ['/', 'ArrowDown', 'p', '3']);
  await expect.poll(async () => (await backstage.ticket(ids[2]!)).priority).toBe('high');
  await typeAtOnce(chromium, ['/', ...`${word} 0`.split(/(?:)/u), 'Enter', 'Enter']);
  await expect(page.getByRole('heading', { name: `${word} 0` })).toBeVisible();
});

test('a sequence of keys leads to another page, and what is typed there waits for it', async ({ page }) => {
  await page.goto('/tickets');
  await expect(rows(page)).not.toHaveCount(0);
  await typeAtOnce(await page.context().newCDPSession(page), ['g', 'd', '?']);
  await expect(page).toHaveURL(/\/dashboard$/);
  const list = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(list.getByText('then').first()).toBeVisible();
  await expect(list.getByRole('heading', { name: 'Keyboard shortcuts' })).toBeInViewport();
  await expect(list.getByText('Undo')).toBeAttached();
});

/** Tickets that nobody has, open and low; the one made last, which a list shows first, is the last. */
async function aQueue(backstage: Backstage, count: number): Promise<{ word: string; ids: readonly number[] }> {
  const word = `keys${String(Date.now())}`;
  const ids: number[] = [];
  for (let i = 0; i < count; i += 1) {
    ids.push((await backstage.createTicket({ title: `${word} ${String(i)}`, priority: 'low' })).id);
  }
  return { word, ids };
}

function triaged({ assignee, status, priority }: Awaited<ReturnType<Backstage['ticket']>>) {
  return { assignee, status, priority };
}

function rows(page: Page) {
  return page.getByRole('grid', { name: 'Tickets' }).locator('desk-ticket-row');
}

const CODES: Readonly<Record<string, number>> = { Tab: 9, Enter: 13, Escape: 27, ArrowDown: 40 };

/** As fast as a browser can hear it: no key waits for the one before it. */
async function typeAtOnce(chromium: CDPSession, keys: readonly string[]): Promise<void> {
  const events = keys.flatMap((key) => {
    const windowsVirtualKeyCode = CODES[key] ?? (/^[a-z0-9 ]$/i.test(key) ? key.toUpperCase().charCodeAt(0) : 0);
    const text = key === 'Enter' ? '\r' : key.length === 1 ? key : undefined;
    const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key;
    const down = { type: text ? ('keyDown' as const) : ('rawKeyDown' as const), ...(text && { text }) };
    return [down, { type: 'keyUp' as const }].map((event) => ({ ...event, key, code, windowsVirtualKeyCode }));
  });
  await Promise.all(events.map((event) => chromium.send('Input.dispatchKeyEvent', event)));
}
