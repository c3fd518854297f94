import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { databaseAddresses } from './config/database-url.ts';
import { processVariables, readEnvironment } from './config/environment.ts';
import { createDataSource } from './database/data-source.ts';
import { verifyStats } from './setup/verify-stats.ts';
import { startFailure } from './start-failure.ts';
import { CountVerification } from './stats/count-verification.repository.ts';

// node dist/backend/verify-stats.js [--repair]
try {
  const { repair } = parseArgs({ options: { repair: { type: 'boolean', default: false } } }).values;
  const dataSource = await createDataSource(
    databaseAddresses(readEnvironment(processVariables())).directUrl,
  ).initialize();
  try {
    const { right, words } = await verifyStats(new CountVerification(dataSource), { repair });
    process.stdout.write(`${words}\n`);
    process.exitCode = right ? 0 : 1;
  } finally {
    await dataSource.destroy();
  }
} catch (error) {
  process.stderr.write(`${startFailure(error)}\n`);
  process.exitCode = 1;
}
