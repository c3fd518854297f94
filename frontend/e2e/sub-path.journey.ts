import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { BackendProcess } from '../../tools/launcher/backend-process.ts';
import { freePort } from '../../tools/free-port.ts';
import { newProxySecret } from '../../tools/web/proxy-secret.ts';
import { createWebServer } from '../../tools/web/web-server.ts';
import { test } from './support/desk-test.ts';
import { fromEnvironment } from './support/from-environment.ts';
import { AGENT } from './support/people.ts';

const PATH = '/tools/desk';

test.describe('a desk below a path', () => {
  test.use({ person: null });

  const cleanup = new AsyncDisposableStack();
  let origin: string;

  // Another API over the database of the journeys, which knows the path, and a web server of its own.
  test.beforeAll(async () => {
    const folder = await mkdtemp(join(tmpdir(), 'support-tickets-sub-path-'));
    cleanup.defer(() => rm(folder, { recursive: true, force: true }));
    const proxySecret = newProxySecret();
    const [port, webPort] = [await freePort(), await freePort()];
    origin = `http://127.0.0.1:${String(webPort)}`;
    const api = new BackendProcess({
      name: 'API',
      main: 'dist/backend/main.js',
      logFile: join(folder, 'api.log'),
      environment: {
        ...{ NODE_ENV: 'production', PROCESS_ROLE: 'api', HOST: '127.0.0.1', PORT: String(port) },
        ...{ DATABASE_URL: fromEnvironment('DESK_DATABASE_URL'), SEED_DEMO_DATA: 'true', DEMO_SIGN_IN: 'true' },
        WEB_URL: origin + PATH,
        PROXY_SECRET: proxySecret,
      },
    });
    cleanup.defer(() => api.stop());
    await api.ready();
    const web = await createWebServer({
      folder: join(process.cwd(), 'dist/frontend/browser'),
      apiUrl: `http://127.0.0.1:${String(port)}`,
      basePath: PATH,
      proxySecret,
    });
    cleanup.defer(() => web.close());
    await web.listen({ host: '127.0.0.1', port: webPort });
  });
  test.afterAll(() => cleanup.disposeAsync());

  test('keeps everything it asks for and remembers below that path', async ({ page, context }) => {
    const elsewhere: string[] = [];
    page.on('request', (request) => {
      const { pathname, protocol } = new URL(request.url());
      if (protocol.startsWith('http') && !pathname.startsWith(`${PATH}/`)) elsewhere.push(pathname);
    });
    const failed: string[] = [];
    let isSignedOut = false;
    page.on('response', (response) => {
      // Nobody is signed in yet, or what was just asked for comes after the sign-out.
      const isRefused = response.status() === 401 && (isSignedOut || response.url().endsWith('/auth/me'));
      if (response.status() >= 400 && !isRefused) failed.push(`${String(response.status())} ${response.url()}`);
    });

    await page.goto(`${origin}${PATH}/tickets/1`);
    await page.getByLabel('Username').fill(AGENT.username);
    await page.getByLabel('Password', { exact: true }).fill(AGENT.password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await expect(page).toHaveURL((url) => url.pathname === `${PATH}/tickets/1`);
    await expect(page.getByRole('grid', { name: 'Tickets' })).toBeVisible();
    expect(await page.evaluate(() => document.fonts.check('16px "Inter Variable"'))).toBe(true);
    const cookies = await context.cookies(`${origin}${PATH}/`);
    expect(cookies.map(({ path }) => path)).toEqual([PATH]);
    expect(await context.cookies(`${origin}/other/`)).toEqual([]);

    await page.goto(`${origin}${PATH}/dashboard`);
    await expect(page.getByRole('link', { name: 'Dashboard' })).toBeVisible();
    await page.reload();
    await expect(page).toHaveURL(`${origin}${PATH}/dashboard`);

    await page.getByRole('button', { name: /^Account of/ }).click();
    isSignedOut = true;
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(page).toHaveURL((url) => url.pathname === `${PATH}/sign-in`);
    await page.getByRole('link', { name: 'API documentation' }).click();
    await expect(page).toHaveURL(`${origin}${PATH}/api/docs`);
    // Swagger UI takes its time on a busy machine.
    await expect(page.locator('[id="operations-Auth-Auth_login"]')).toBeVisible({ timeout: 30_000 });
    expect([elsewhere, failed]).toEqual([[], []]);
  });
});
