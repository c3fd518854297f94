import { Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Settings } from '../config/settings.ts';
import { dataSourceOptions } from './data-source.ts';
import { JobQueue } from './jobs/job-queue.ts';
import { prepareDatabase } from './prepare-database.ts';
import { UnitOfWork } from './unit-of-work.ts';

/** Brings the schema of the database up to date, then connects to it. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [Settings],
      useFactory: async (settings: Settings) => {
        const url = settings.database.url.reveal();
        await prepareDatabase(url, settings);
        return { ...dataSourceOptions(url, settings.database), retryAttempts: 0 };
      },
    }),
  ],
  providers: [UnitOfWork, JobQueue],
  exports: [UnitOfWork, JobQueue],
})
export class DatabaseModule {}
