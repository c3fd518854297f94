/** Unit tests, beside the code. Integration tests share everything but the folder: jest.integration.config.js. */
export default {
  rootDir: import.meta.dirname,
  roots: ['<rootDir>/src'],
  testEnvironment: 'node',
  extensionsToTreatAsEsm: ['.ts'],
  testMatch: ['**/*.spec.ts'],
  // What takes seconds by itself, learning in a thread of its own for one, takes its time on a busy machine.
  testTimeout: 60_000,
  // A process that tests have filled takes longer to free its memory than the half second after which Jest would kill it.
  workerGracefulExitTimeout: 10_000,
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
          experimental: { keepImportAttributes: true },
        },
        module: { type: 'es6' },
        sourceMaps: 'inline',
      },
    ],
  },
};
