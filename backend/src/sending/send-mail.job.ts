import { defineJob } from '../jobs/job.ts';

/**
 * Hands a mail to the mail server, and tries again as servers do: within minutes at first, then every hour. How long that goes on is
 * decided by the mail (`isLastTry`); there are more tries than it needs.
 */
export const SEND_MAIL = defineJob<{ readonly mail: number }>('send-mail', {
  notify: true,
  // A worker that gives no sign of life for so long is taken for dead.
  heartbeatSeconds: 30,
  // Longer than a server may take with a mail (`handOverMaxMs`).
  expireInSeconds: 1_200,
  retryLimit: 100,
  retryDelay: 15,
  retryBackoff: true,
  retryDelayMax: 3600,
});

/** Has mails sent whose job was lost, and forgets what let people into the portal days ago. */
export const SENDING_HOUSEKEEPING = defineJob('sending-housekeeping', { retryLimit: 2, cron: '17 * * * *' });
