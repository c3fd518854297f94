import type { Logger } from 'typeorm';

/** Nothing that TypeORM would print by itself: what fails is thrown, and told where it is known what it means. */
export const SILENT: Logger = {
  logQuery: () => undefined,
  logQueryError: () => undefined,
  logQuerySlow: () => undefined,
  logSchemaBuild: () => undefined,
  logMigration: () => undefined,
  log: () => undefined,
};
