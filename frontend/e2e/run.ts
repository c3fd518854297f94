import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { startDesk } from './support/start-desk.ts';

// node frontend/e2e/run.ts [Playwright options]: starts a whole desk for the time of the journeys.
const desk = await startDesk();
const playwright = createRequire(import.meta.url).resolve('@playwright/test/cli');
const run = spawn(
  process.execPath,
  [playwright, 'test', '--config', 'frontend/e2e/playwright.config.ts', ...process.argv.slice(2)],
  {
    stdio: 'inherit',
    env: { ...process.env, DESK_URL: desk.url, DESK_LLM_URL: desk.llmUrl, DESK_API_URL: desk.apiUrl },
  },
);
const [code] = (await once(run, 'exit')) as [number | null];
await desk.stop();
process.exit(code ?? 1);
