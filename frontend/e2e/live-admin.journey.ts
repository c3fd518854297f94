import { type Page, expect } from '@playwright/test';
import { type Backstage, expectAccessibleInBoth, test } from './support/desk-test.ts';
import { ADMIN, signIn } from './support/people.ts';

const SETTINGS = '/api/admin/suggestions/settings';
const live = (page: Page) => page.locator('desk-live-mark');
const hidden = (page: Page) =>
  page.locator('desk-answers-card').getByRole('textbox', { name: 'Hidden share, in percent' });
const sure = (page: Page) =>
  page.locator('desk-answers-card').getByRole('textbox', { name: 'Sure of a category, in percent' });

async function open(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect(live(page)).toContainText('Live');
}

let turn = 0;
const name = (what: string) => `${what}${String(Date.now())}${String((turn += 1))}`;

/** A word without digits, which would be masked. */
const word = (what: string) => name(what).replaceAll(/\d/g, (digit) => 'abcdefghij'.charAt(Number(digit)));
const ask = (backstage: Backstage) =>
  backstage.asAdmin('POST', '/api/tickets/classify', { title: name('q'), description: 'Refund, please.' });

/** What somebody else does, and how the page of an admin shows it without being loaded again. */
type Following = (
  page: Page,
  backstage: Backstage,
) => Promise<{ act: () => Promise<unknown>; shows: () => Promise<void> }>;

const PAGES: Readonly<Record<string, Following>> = {
  '/admin/overview': async (page, backstage) => {
    const user = name('overview.');
    const users = page.getByRole('link', { name: /^Users/ }).first();
    const before = await users.innerText();
    return {
      act: () => backstage.createUser(user),
      shows: async () => {
        await expect(page.locator('desk-audit-event-line').first()).toContainText(user);
        await expect(users).not.toHaveText(before);
      },
    };
  },
  '/admin/audit': async (page, backstage) => {
    const user = name('audit.');
    await expect(page.locator('desk-audit-event-line').first()).toBeVisible();
    return {
      act: () => backstage.createUser(user),
      shows: async () => {
        // What stands there stays where it is, until a person wants to see what is new.
        const news = page.getByRole('button', { name: /^Refresh: \d+ new$/ });
        await expect(news).toBeVisible();
        await expect(page.locator('desk-audit-event-line').first()).not.toContainText(user);
        await news.click();
        await expect(page.locator('desk-audit-event-line').first()).toContainText(user);
      },
    };
  },
  '/admin/suggestions': async (page, backstage) => {
    const term = word('zorb');
    await expect(hidden(page)).not.toHaveValue('');
    const share = (await hidden(page).inputValue()) === '7' ? 8 : 7;
    return {
      act: async () => {
        await backstage.asAdmin('PATCH', SETTINGS, { hidden_share: share / 100 });
        await backstage.asAdmin('PUT', '/api/admin/suggestions/lexicon', {
          ...{ terms: [{ term, category: 'billing' }], off: [], urgency: [] },
        });
      },
      shows: async () => {
        await expect(hidden(page)).toHaveValue(String(share));
        await expect(page.getByText(term, { exact: true })).toBeVisible();
      },
    };
  },
  '/admin/quality': async (page, backstage) => {
    const coverage = page.locator('desk-rate-card', { hasText: 'Coverage' });
    // On a desk that nobody has asked yet the figures come with the first question.
    await ask(backstage);
    await expect(coverage).toContainText(/\d of \d/);
    const before = await coverage.innerText();
    return {
      act: () => ask(backstage),
      shows: () => expect(coverage).not.toHaveText(before, { useInnerText: true }),
    };
  },
  '/admin/tickets/runs': async (page, backstage) => {
    const { id } = await backstage.createTicket({ title: name('run') });
    const runs = page.getByRole('region', { name: 'Recent changes' });
    await expect(runs.locator('desk-bulk-run-card, desk-empty-state').first()).toBeVisible();
    const count = await runs.locator('desk-bulk-run-card').count();
    return {
      act: () =>
        backstage.asAdmin('POST', '/api/admin/tickets/bulk', {
          ...{ selection: { ids: [id] }, action: { kind: 'change', changes: { priority: 'high' } } },
        }),
      shows: async () => {
        await expect(runs.locator('desk-bulk-run-card')).toHaveCount(count + 1);
        await expect(runs.locator('desk-bulk-run-card').first()).toContainText('1 changed');
      },
    };
  },
  '/account/tokens': async (page, backstage) => {
    const token = name('token ');
    return {
      act: () =>
        backstage.asAdmin('POST', '/api/auth/tokens', { name: token, scopes: ['tickets:read'], expires_in_days: 1 }),
      shows: () => expect(page.getByText(token)).toBeVisible(),
    };
  },
  '/account/sessions': async (page) => {
    const ends = page.getByRole('button', { name: /^End the session of/ });
    await expect(page.getByText('This browser')).toBeVisible();
    const count = await ends.count();
    return {
      act: () => signIn(ADMIN),
      shows: () => expect(ends).toHaveCount(count + 1),
    };
  },
};

test.use({ person: ADMIN });

// As other journeys expect the desk.
test.afterEach(async ({ backstage }) => {
  await backstage.asAdmin('PATCH', SETTINGS, { hidden_share: null, category_threshold: null });
  await backstage.asAdmin('PUT', '/api/admin/suggestions/automatic/billing', { enabled: false, target: 0.9 });
  await backstage.asAdmin('PUT', '/api/admin/suggestions/lexicon', { terms: [], off: [], urgency: [] });
});

for (const [address, following] of Object.entries(PAGES)) {
  test(`${address} shows what is done elsewhere, at once and after a gap`, async ({ page, context, backstage }) => {
    await open(page, address);
    const atOnce = await following(page, backstage);
    await atOnce.act();
    await atOnce.shows();
    await expectAccessibleInBoth(page);

    const afterGap = await following(page, backstage);
    await context.setOffline(true);
    await expect(live(page)).toContainText('Not live');
    await afterGap.act();
    await context.setOffline(false);
    await afterGap.shows();
  });
}

test('what an admin has typed stays, and who was faster is told', async ({ page, backstage }) => {
  await open(page, '/admin/suggestions');
  await expect(hidden(page)).not.toHaveValue('');
  await sure(page).fill('71');
  const share = (await hidden(page).inputValue()) === '7' ? 8 : 7;
  await backstage.asAdmin('PATCH', SETTINGS, { hidden_share: share / 100 });
  // What nobody has touched follows.
  await expect(hidden(page)).toHaveValue(String(share));
  await expect(sure(page)).toHaveValue('71');

  await backstage.asAdmin('PATCH', SETTINGS, { category_threshold: 0.64 });
  await expect(page.getByText('Another admin was faster: Sure of a category (now 64 %).')).toBeVisible();
  await expect(sure(page)).toHaveValue('71');
  await expectAccessibleInBoth(page);

  const term = page.getByRole('textbox', { name: 'New term' });
  await term.fill('half a wo');
  const target = page.getByRole('spinbutton', { name: /^Percent of Billing/ });
  await target.fill('81.5');
  await backstage.asAdmin('PUT', '/api/admin/suggestions/automatic/billing', { enabled: false, target: 0.77 });
  await backstage.asAdmin('PUT', '/api/admin/suggestions/lexicon', {
    ...{ terms: [{ term: word('blip'), category: 'billing' }], off: [], urgency: [] },
  });
  await expect(page.getByText(/^blip/)).toBeVisible();
  await expect(page.getByText('Another admin set this to 77. What you wrote is still here')).toBeVisible();
  await expect(term).toHaveValue('half a wo');
  await expect(target).toHaveValue('81.5');
  await page.getByRole('button', { name: 'Discard', exact: true }).click();
  await expect(sure(page)).toHaveValue('64');
});
