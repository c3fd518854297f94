/** Where runs wait for a worker. A job holds the id of its run; everything else is in the tables of the run. */
export const BULK_RUNS_QUEUE = {
  name: 'bulk-runs',
  options: {
    // A worker that gives no sign of life for so long is taken for dead.
    heartbeatSeconds: 30,
    expireInSeconds: 12 * 3_600,
    retryLimit: 10,
    retryDelay: 1,
    retryBackoff: true,
    retryDelayMax: 30,
  },
} as const;
