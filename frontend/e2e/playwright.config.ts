import { existsSync } from 'node:fs';
import { defineConfig } from '@playwright/test';
import chromium from '@sparticuz/chromium';

/** The system's browser when there is one, otherwise the one that comes as an npm package. */
const installed = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
);
const executablePath = installed ?? (await chromium.executablePath());

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
    launchOptions: { executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'] },
    actionTimeout: 30_000,
    navigationTimeout: 30_000,
    // Colours are measured as they are, not on their way; what has to hold in motion says so.
    contextOptions: { reducedMotion: 'reduce' },
    viewport: { width: 1440, height: 900 },
    screenshot: 'only-on-failure',
    trace: 'retain-on-failure',
  },
});
