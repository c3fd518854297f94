import { type DynamicModule, Global, Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import type { DataSourceOptions } from 'typeorm';
import { Settings } from '../config/settings.ts';
import { AbortableReads } from './abortable-reads.ts';
import { dataSourceOptions } from './data-source.ts';
import { DeskDataSource } from './desk-data-source.ts';
import { DeskIdentity } from './desk-identity.ts';
import { EqualReads } from './equal-reads.ts';
import { PoolMetrics } from './pool-metrics.ts';
import { Standby } from './standby.ts';
import { StandbyReads } from './standby-reads.ts';
import { UnitOfWork } from './unit-of-work.ts';

/** Connects to the database. The modules that own tables name their entities with `TypeOrmModule.forFeature`. */
@Global()
@Module({
  providers: [
    ...[AbortableReads, DeskIdentity, EqualReads, PoolMetrics, Standby, UnitOfWork],
    { provide: StandbyReads, inject: [Standby], useFactory: ({ reads }: Standby) => reads },
  ],
  exports: [AbortableReads, DeskIdentity, EqualReads, StandbyReads, UnitOfWork],
})
export class DatabaseModule {
  /** @param prepare brings the database up to date; nothing is asked of it before that is done. */
  static preparedBy(prepare: (settings: Settings) => Promise<void>): DynamicModule {
    return {
      module: DatabaseModule,
      imports: [
        TypeOrmModule.forRootAsync({
          inject: [Settings],
          dataSourceFactory: (options?: DataSourceOptions) => connected(options),
          useFactory: async (settings: Settings) => {
            await prepare(settings);
            const { database } = settings;
            return { ...dataSourceOptions(database.url.reveal(), database), autoLoadEntities: true, retryAttempts: 0 };
          },
        }),
      ],
    };
  }
}

function connected(options?: DataSourceOptions): Promise<DeskDataSource> {
  if (!options) throw new Error('The database has no options');
  return new DeskDataSource(options).initialize();
}
