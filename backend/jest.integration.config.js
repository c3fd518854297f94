import base from './jest.config.js';

/** Tests of the whole API on a real PostgreSQL, which runs for the time of the tests. */
export default {
  ...base,
  roots: ['<rootDir>/test'],
  globalSetup: '<rootDir>/test/support/start-postgres.js',
  globalTeardown: '<rootDir>/test/support/stop-postgres.js',
  // Whole desks start and learn: only what hangs takes as long.
  testTimeout: 120_000,
  maxWorkers: 2,
  // What a worker keeps of the files before it is given back now and then.
  workerIdleMemoryLimit: '1500MB',
};
