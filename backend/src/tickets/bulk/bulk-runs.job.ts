import { defineJob } from '../../jobs/job.ts';

/** Does a run. The job holds its id; everything else is in the tables of the run. */
export const BULK_RUNS = defineJob<{ readonly run: string }>('bulk-runs', {
  // Somebody is watching the run: a worker hears of it at once, in whichever process it is.
  notify: true,
  // A worker that gives no sign of life for so long is taken for dead.
  heartbeatSeconds: 30,
  expireInSeconds: 12 * 3_600,
  retryLimit: 10,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 30,
});

/** Looks for runs that have lost their job. */
export const BULK_RUNS_RESCUE = defineJob('bulk-runs-rescue', { retryLimit: 2, cron: '*/2 * * * *' });
