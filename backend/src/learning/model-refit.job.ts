import { defineJob } from '../jobs/job.ts';

/** Looks every minute whether the desk should learn again, and does. The next look is in a minute: nothing is retried. */
export const MODEL_CHECK = defineJob('model-check', { retryLimit: 0, cron: '* * * * *', expireInSeconds: 900 });

/** Learns anew because words were removed, and lets every earlier model go. Who asks again while it waits asks for the same. */
export const MODEL_FORGET = defineJob('model-forget', {
  policy: 'short',
  notify: true,
  retryLimit: 10,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 600,
  expireInSeconds: 900,
});

/** Learns again because an admin asked for it. */
export const MODEL_REFIT = defineJob('model-refit', {
  // Somebody is watching.
  notify: true,
  retryLimit: 2,
  retryDelay: 1,
  expireInSeconds: 900,
});
