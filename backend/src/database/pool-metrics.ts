import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Settings } from '../config/settings.ts';
import { Metrics } from '../metrics/metrics.ts';
import { poolOf } from './connection.ts';

/** Tells how much of its connections to the database this process uses; those of the job queue are its own. */
@Injectable()
export class PoolMetrics {
  constructor(metrics: Metrics, dataSource: DataSource, { database }: Settings) {
    metrics.gauge(
      { name: 'desk_database_connections', help: 'Connections to the database, by state.', labels: ['state'] },
      () => {
        const { totalCount, idleCount } = poolOf(dataSource);
        return [
          [{ state: 'busy' }, totalCount - idleCount],
          [{ state: 'idle' }, idleCount],
        ];
      },
    );
    metrics.gauge({ name: 'desk_database_connections_limit', help: 'As many connections there may be.' }, () => [
      [{}, database.poolSize],
    ]);
    metrics.gauge({ name: 'desk_database_waiting', help: 'Who waits for a connection to the database.' }, () => [
      [{}, poolOf(dataSource).waitingCount],
    ]);
  }
}
