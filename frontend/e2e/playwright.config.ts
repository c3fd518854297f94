import { defineConfig } from '@playwright/test';
import { chromiumLaunch } from '../../tools/web/chromium.ts';

const launchOptions = await chromiumLaunch();

export default defineConfig({
  testDir: '.',
  testMatch: '*.journey.ts',
  outputDir: '../../dist/e2e',
  workers: 1,
  forbidOnly: Boolean(process.env['CI']),
  // A whole journey on a machine that is busy otherwise; a single wait that cannot succeed ends after 30 seconds.
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list'], ['json', { outputFile: '../../dist/reports/e2e.json' }]],
  use: {
    baseURL: process.env['DESK_URL'] ?? 'http://localhost:3000',
    launchOptions,
    actionTimeout: 30_000,
    navigationTimeout: 30_000,
    // Colours are measured as they are, not on their way; what has to hold in motion says so.
    contextOptions: { reducedMotion: 'reduce' },
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
});
