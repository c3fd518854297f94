import { createRequire } from 'node:module';
import { ChildGroup } from '../../tools/launcher/child-group.ts';
import { launch } from '../../tools/launcher/launch.ts';
import { startDesk } from './support/start-desk.ts';

const PLAYWRIGHT = createRequire(import.meta.url).resolve('@playwright/test/cli');
const PLAYWRIGHT_PATIENCE_MS = 10_000;
/** What a shell reports after Ctrl-C: journeys that were stopped have not passed. */
const STOPPED = 130;

// node frontend/e2e/run.ts [Playwright options]: starts a whole desk for the time of the journeys.
await launch(async ({ stopRequest, cleanup }) => {
  const desk = await startDesk(cleanup);
  const journeys = new ChildGroup(
    process.execPath,
    [PLAYWRIGHT, 'test', '--config', 'frontend/e2e/playwright.config.ts', ...process.argv.slice(2)],
    {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: {
        ...process.env,
        ...{
          DESK_URL: desk.url,
          DESK_LLM_URL: desk.llmUrl,
          DESK_API_URL: desk.apiUrl,
          DESK_DATABASE_URL: desk.databaseUrl,
        },
      },
    },
  );
  cleanup.defer(() => journeys.stop(PLAYWRIGHT_PATIENCE_MS));
  const ending = await Promise.race([journeys.ended, stopRequest.asked.then(() => STOPPED)]);
  return typeof ending === 'number' ? ending : 1;
});
