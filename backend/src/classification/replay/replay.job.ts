import { defineJob } from '../../jobs/job.ts';

/** Does a replay. The job holds its id; everything else is in the tables of the replay. */
export const REPLAYS = defineJob<{ readonly replay: string }>('replays', {
  // Somebody is watching.
  notify: true,
  // A worker that gives no sign of life for so long is taken for dead.
  heartbeatSeconds: 30,
  expireInSeconds: 6 * 3_600,
  retryLimit: 5,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 30,
});

/** Looks for replays that have lost their job. */
export const REPLAYS_RESCUE = defineJob('replays-rescue', { retryLimit: 2, cron: '*/2 * * * *' });
