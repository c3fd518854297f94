import backend from '../backend/jest.config.js';

/** Tools are plain TypeScript too; they share the back end's transform. */
export default { ...backend, rootDir: import.meta.dirname, roots: ['<rootDir>'], testTimeout: 60_000 };
