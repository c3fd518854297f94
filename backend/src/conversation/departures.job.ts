import { defineJob } from '../jobs/job.ts';

/**
 * Lets all answers leave whose time has come. Each is sent one for its time; that of every minute finds those whose job was lost
 * and those whose ticket was deleted meanwhile and is back.
 */
export const DEPARTURES = defineJob('message-departures', {
  cron: '* * * * *',
  expireInSeconds: 60,
  retryLimit: 5,
  retryDelay: 1,
  retryBackoff: true,
  retryDelayMax: 30,
});
