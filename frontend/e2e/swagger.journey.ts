import { type Page, expect } from '@playwright/test';
import { fromEnvironment } from './support/from-environment.ts';
import { test } from './support/desk-test.ts';

// Operations are made as they come into view, where there are many.
test.use({ viewport: { width: 1440, height: 4000 } });

/** Calls "List tickets" from the documentation; the status of the answer. */
async function listTickets(page: Page): Promise<number> {
  const operation = page.locator('[id="operations-Tickets-Tickets_list"]');
  const execute = operation.getByRole('button', { name: 'Execute' });
  if (!(await execute.isVisible())) await operation.locator('.opblock-summary-control').click();
  const answer = page.waitForResponse((response) => new URL(response.url()).pathname.startsWith('/api/tickets'));
  await execute.click();
  return (await answer).status();
}

test('Swagger UI works for a signed-in browser', async ({ page }) => {
  await page.goto(`${fromEnvironment('DESK_API_URL')}/api/docs`);
  expect(await listTickets(page)).toBe(200);
});

test.describe('without a session', () => {
  test.use({ person: null });

  test("Swagger UI's Authorize button takes an API token", async ({ page, backstage }) => {
    const { secret } = await backstage.asAdmin<{ secret: string }>('POST', '/api/auth/tokens', {
      name: 'Swagger UI',
      scopes: ['tickets:read'],
      expires_in_days: 1,
    });
    await page.goto(`${fromEnvironment('DESK_API_URL')}/api/docs`);
    expect(await listTickets(page)).toBe(401);
    await page.getByRole('button', { name: 'Authorize' }).first().click();
    const form = page.locator('.auth-container', { hasText: 'bearer' });
    await form.locator('input').fill(secret);
    await form.getByRole('button', { name: /Authorize|Apply credentials/ }).click();
    await page.locator('.modal-ux .close-modal').click();
    expect(await listTickets(page)).toBe(200);
  });
});
