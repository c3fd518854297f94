import 'reflect-metadata';
import { databaseAddresses } from './config/database-url.ts';
import { processVariables, readEnvironment } from './config/environment.ts';
import { createDataSource } from './database/data-source.ts';
import { NobodyToHelp, resetPassword } from './setup/reset-password.ts';
import { startFailure } from './start-failure.ts';

// node dist/backend/reset-password.js USERNAME
const [, , username = ''] = process.argv;
try {
  const dataSource = await createDataSource(
    databaseAddresses(readEnvironment(processVariables())).directUrl,
  ).initialize();
  try {
    process.stdout.write(`One-time password of ${username}: ${await resetPassword(dataSource, username)}\n`);
  } finally {
    await dataSource.destroy();
  }
} catch (error) {
  process.stderr.write(`${error instanceof NobodyToHelp ? error.message : startFailure(error)}\n`);
  process.exitCode = 1;
}
