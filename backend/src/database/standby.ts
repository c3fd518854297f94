import { Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { type ClientBase, Pool } from 'pg';
import { DataSource } from 'typeorm';
import { type DatabaseSettings, Settings } from '../config/settings.ts';
import { Metrics } from '../metrics/metrics.ts';
import { patience } from './impatient-client.ts';
import { StandbyReads, type StandbyWatch } from './standby-reads.ts';

/** Nobody waits long for a standby, since the primary can be asked. */
const CONNECTING_MS = 1_000;

/** The connections to the standby, if there is one, and what is told of it. */
@Injectable()
export class Standby implements OnApplicationShutdown {
  readonly reads: StandbyReads;
  private readonly pool: Pool | null;

  constructor(dataSource: DataSource, { database }: Settings, metrics: Metrics, logger: PinoLogger) {
    logger.setContext(Standby.name);
    this.pool = poolFor(database);
    this.reads = new StandbyReads(dataSource, this.pool, this.pool ? watchWith(metrics, logger) : undefined);
    if (!this.pool) return;
    metrics.gauge({ name: 'desk_standby_up', help: 'Whether the standby is read from at the moment.' }, () => [
      [{}, this.reads.state === 'up' ? 1 : 0],
    ]);
  }

  async onApplicationShutdown(): Promise<void> {
    this.reads.close();
    await this.pool?.end();
  }
}

function poolFor(database: DatabaseSettings): Pool | null {
  if (!database.readUrl) return null;
  const { Client, ...impatience } = patience({ ...database, onlyReads: true });
  const options = {
    ...impatience,
    application_name: 'support-ticket-system reads',
    max: database.poolSize,
    connectionTimeoutMillis: CONNECTING_MS,
    connectionString: database.readUrl.reveal(),
    // The pool gives its options to each connection, which its types do not tell.
    Client: Client as unknown as new () => ClientBase,
  };
  // Whoever asks next hears of a connection that is lost.
  return new Pool(options).on('error', () => undefined);
}

function watchWith(metrics: Metrics, logger: PinoLogger): StandbyWatch {
  const count = metrics.counter({
    name: 'desk_standby_reads_total',
    help: 'Reads meant for the standby, by the server that made them.',
    labels: ['by'],
  });
  return {
    counted: (by) => count({ by }),
    left: (state, err) => logger.warn({ state, err }, 'The standby is left alone: all is read at the primary'),
    back: () => logger.info('The standby is read from again'),
  };
}
