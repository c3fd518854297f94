import { expect } from '@playwright/test';
import { expectAccessibleInBoth, test } from './support/desk-test.ts';

test('a canned answer goes in by a slash, with the names filled in', async ({ page, backstage }) => {
  const name = 'Invoices as one archive';
  const text = 'Hello {{customer.name}},\n\nwe have **packed** them, see #{{ticket.id}}.\n\n{{agent.name}}';
  const { id: answer } = await backstage.asAdmin<{ id: number }>('POST', '/api/canned-answers', {
    ...{ name, text, team: true },
  });
  const requester = { name: 'Ruth Adler', address: 'ruth.adler@brandt.example' };
  const { id } = await backstage.createTicket({ title: 'Empty invoices', requester } as object);
  await page.goto(`/tickets/${String(id)}`);
  await expect(page.getByText('Ruth Adler').first()).toBeVisible();
  await page.keyboard.press('r');
  const box = page.getByRole('group', { name: 'Write a message' });
  await expect(box.getByRole('textbox')).toBeFocused();

  await page.keyboard.type('/invo');
  const menu = box.getByRole('listbox', { name: 'Canned answers' });
  await expect(menu).toContainText(`Hello Ruth Adler, we have **packed** them, see #${String(id)}.`);
  await expectAccessibleInBoth(page);
  await page.keyboard.press('Escape');
  await expect(menu).toBeHidden();
  await expect(box.getByRole('textbox')).toHaveText('/invo');

  await page.keyboard.type(' /invo');
  await expect(menu).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(menu).toBeHidden();
  await page.keyboard.type('!');
  await expect(box.getByRole('textbox')).toContainText('/invo Hello Ruth Adler,');
  await expect(box.getByRole('textbox')).toContainText(/Mina Park!$/);
  await expect(box.locator('strong')).toHaveText('packed');

  await box.getByRole('button', { name: 'Insert a canned answer' }).click();
  await expect(box.getByRole('textbox')).toBeFocused();
  await expect(box.getByRole('option', { name })).toBeVisible();
  await expect(box.getByRole('option').first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Backspace');
  await expect(box.getByRole('textbox')).toContainText(/Mina Park!\s*$/);
  await expect
    .poll(async () => (await backstage.asAdmin<{ uses: number }>('GET', `/api/canned-answers/${String(answer)}`)).uses)
    .toBe(1);
});

test('what stands below an answer keeps to one line, however wide the page is', async ({ page, backstage }) => {
  const { id } = await backstage.createTicket({ title: 'One line below' });
  await page.goto(`/tickets/${String(id)}`);
  await page.keyboard.press('n');
  const box = page.getByRole('group', { name: 'Write a message' });
  await expect(box.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('Kept.');
  await expect(box.getByText(/^Draft kept \d/)).toBeVisible();
  const first = box.getByRole('button', { name: 'Attach files' });
  for (const kind of ['Note', 'Reply']) {
    await box.getByRole('radio', { name: kind }).check({ force: true });
    const last = box.getByRole('button', { name: kind === 'Note' ? /^Add note/ : 'More ways to send' });
    for (const width of [1440, 1280, 1024, 390, 360]) {
      await page.setViewportSize({ width, height: 844 });
      await expect(async () => {
        const [begins, ends] = await Promise.all([first.boundingBox(), last.boundingBox()]);
        if (!begins || !ends) throw new Error('It does not show');
        expect(Math.abs(begins.y + begins.height / 2 - ends.y - ends.height / 2)).toBeLessThan(2);
        expect(begins.x).toBeLessThan(ends.x);
      }).toPass({ timeout: 10_000 });
    }
  }
});

test('what a canned answer sets is shown before it is sent, and happens when it has left', async ({
  page,
  backstage,
}) => {
  const name = `Close it ${String(Date.now())}`;
  const answer = await backstage.asAdmin<{ id: number }>('POST', '/api/canned-answers', {
    ...{ name, text: 'It is done.', team: true },
    steps: { status: 'resolved', priority: 'critical', category: 'billing' },
  });
  const { id } = await backstage.createTicket({ title: name });
  await page.goto(`/tickets/${String(id)}`);
  await page.keyboard.press('r');
  const box = page.getByRole('group', { name: 'Write a message' });
  await expect(box.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('/close');
  await expect(box.getByRole('option', { name })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  const steps = box.getByRole('group', { name: 'What the ticket gets with it' });
  await expect(steps).toContainText(/status\s*Resolved/);
  await expect(steps).toContainText(/priority\s*Critical/);
  await steps.getByRole('button', { name: 'Leave the category as it is' }).click();
  await expect(steps).not.toContainText('category');
  await expectAccessibleInBoth(page);

  await expect(box.getByRole('textbox')).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await expect(
    page.getByText(/Reply leaves in .* and resolves the ticket and sets its priority/).first(),
  ).toBeVisible();
  expect(await backstage.ticket(id)).toMatchObject({ status: 'open', priority: 'medium' });
  await page.getByRole('button', { name: /^Undo/ }).click();
  await expect(steps).toContainText(/priority\s*Critical/);
  await expect(box.getByRole('textbox')).toHaveText('It is done.');
  expect(await backstage.ticket(id)).toMatchObject({ status: 'open', priority: 'medium' });

  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Send now' }).click();
  await expect
    .poll(() => backstage.ticket(id))
    .toMatchObject({ status: 'resolved', priority: 'critical', category: 'general' });
  const { uses } = await backstage.asAdmin<{ uses: number }>('GET', `/api/canned-answers/${String(answer.id)}`);
  expect(uses).toBe(1);
  await backstage.asAdmin('DELETE', `/api/canned-answers/${String(answer.id)}`);
});

test('the files of a canned answer go along with it, as they are', async ({ page, backstage }) => {
  const name = `Terms go along ${String(Date.now())}`;
  const content = 'Terms of 2026, with an ü.\n';
  const { id: file } = await backstage.uploadAsAdmin('Terms 2026.txt', 'text/plain', content);
  const answer = await backstage.asAdmin<{ id: number }>('POST', '/api/canned-answers', {
    ...{ name, text: 'Our terms go along.', team: true, attachments: [file] },
  });
  const requester = { name: 'Ruth Adler', address: 'ruth.adler@brandt.example' };
  const { id } = await backstage.createTicket({ title: name, requester } as object);
  await page.goto(`/tickets/${String(id)}`);
  await page.keyboard.press('r');
  const box = page.getByRole('group', { name: 'Write a message' });
  await expect(box.getByRole('textbox')).toBeFocused();
  await page.keyboard.type('/terms');
  const option = box.getByRole('option', { name });
  await expect(option).toHaveAttribute('aria-selected', 'true');
  await expect(option).toHaveAccessibleName(/1 file$/);
  await expectAccessibleInBoth(page);
  await page.keyboard.press('Enter');
  const chip = box.getByRole('list', { name: 'Attachments' }).getByRole('listitem');
  await expect(chip).toContainText(/Terms 2026\.txt\s*27 B/);
  await expect(box.getByText(/^Draft kept \d/)).toBeVisible();

  await page.reload();
  await page.keyboard.press('r');
  await expect(box.getByRole('textbox')).toHaveText('Our terms go along.');
  await expect(chip).toContainText('Terms 2026.txt');
  await expect(box.getByRole('textbox')).toBeFocused();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('button', { name: 'Send now' }).click();

  interface Sent {
    kind: string;
    attachments: { id: string; name: string }[];
    delivery: { state: string } | null;
  }
  const sent = async () => {
    const { results } = await backstage.asAdmin<{ results: Sent[] }>('GET', `/api/tickets/${String(id)}/timeline`);
    return results.find(({ kind }) => kind === 'reply');
  };
  await expect.poll(async () => (await sent())?.delivery?.state).not.toBe('held');
  const [arrived] = (await sent())?.attachments ?? [];
  expect(arrived).toMatchObject({ name: 'Terms 2026.txt' });
  // It is a copy: the answer keeps its own.
  expect(arrived?.id).not.toBe(file);
  expect(await (await page.request.get(`/api/attachments/${arrived?.id ?? ''}`)).text()).toBe(content);
  await backstage.asAdmin('DELETE', `/api/canned-answers/${String(answer.id)}`);
});
