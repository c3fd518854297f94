import 'reflect-metadata';
import { processVariables, readEnvironment } from './config/environment.ts';
import { Settings } from './config/settings.ts';
import { prepareDatabase } from './setup/prepare-database.ts';
import { startFailure } from './start-failure.ts';

// node dist/backend/migrate.js: what a start does first, and nothing else.
try {
  const settings = new Settings(readEnvironment(processVariables()));
  await prepareDatabase(settings.database.directUrl.reveal(), settings);
  process.stdout.write('The database is up to date.\n');
} catch (error) {
  process.stderr.write(`${startFailure(error, 'The database could not be brought up to date')}\n`);
  process.exitCode = 1;
}
