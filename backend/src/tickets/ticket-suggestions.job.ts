import { defineJob } from '../jobs/job.ts';

/** Suggests for a ticket that waits to be sorted; whoever classifies does it. */
export const TICKET_SUGGESTIONS = defineJob<{ readonly ticket: number }>('ticket-suggestions', {
  // Somebody may be sorting at this moment: a worker hears of it at once, in whichever process it is.
  notify: true,
  expireInSeconds: 300,
  retryLimit: 5,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 120,
});
