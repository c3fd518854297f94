import { defineJob } from '../jobs/job.ts';

/** Removes what somebody wrote, ticket by ticket; begun anew after a crash, it goes on with what still has words. */
export const ERASE_PERSON = defineJob<{ readonly erasure: string }>('erase-person', {
  notify: true,
  // A worker that gives no sign of life for so long is taken for dead.
  heartbeatSeconds: 60,
  expireInSeconds: 6 * 60 * 60,
  retryLimit: 50,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 600,
});
