import { defineJob } from '../../jobs/job.ts';

/** Thinks the values of a sorted ticket over for a message of its customer; whoever classifies does it. */
export const LATER_SUGGESTIONS = defineJob<{ readonly ticket: number; readonly message: number }>('later-suggestions', {
  // Somebody may be reading the message at this moment.
  notify: true,
  expireInSeconds: 300,
  retryLimit: 5,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 120,
});
