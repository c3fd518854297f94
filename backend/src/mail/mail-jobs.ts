import { defineJob } from '../jobs/job.ts';

/** Reads a mail that was taken from its mailbox, and makes of it what it is; one at a time, as later ones answer earlier ones. */
export const READ_MAIL = defineJob<{ readonly mail: number }>('read-mail', {
  policy: 'singleton',
  notify: true,
  // A worker that gives no sign of life for so long is taken for dead.
  heartbeatSeconds: 30,
  expireInSeconds: 300,
  retryLimit: 5,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 120,
});

export const MAIL_HOUSEKEEPING = defineJob('mail-housekeeping', { retryLimit: 2, cron: '53 * * * *' });
