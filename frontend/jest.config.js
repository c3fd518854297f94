import presets from 'jest-preset-angular/presets/index.js';

/** Component and unit tests, zoneless, as ES modules. Of the packages only icons (text) and tslib need a transform. */
export default {
  ...presets.createEsmPreset({ tsconfig: '<rootDir>/tsconfig.json' }),
  rootDir: import.meta.dirname,
  roots: ['<rootDir>/src'],
  testEnvironment: 'jest-preset-angular/environments/jest-jsdom-env',
  testMatch: ['**/*.spec.ts'],
  // The first test of a file loads a whole page too, which takes its time on a busy machine.
  testTimeout: 60_000,
  // What a file leaves behind in a process is never given back: a process that holds too much makes way for another.
  maxWorkers: 2,
  workerIdleMemoryLimit: '1GB',
  // To free what it holds takes it longer than the half second after which Jest would kill it and suspect a leak.
  workerGracefulExitTimeout: 10_000,
  setupFilesAfterEnv: ['<rootDir>/test/setup.ts'],
  transformIgnorePatterns: ['node_modules/(?!tslib|.*\\.svg$)'],
};
