import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { type JobWithMetadata, PgBoss, type QueueOptions } from 'pg-boss';
import { Settings } from '../config/settings.ts';
import type { Transaction } from '../database/unit-of-work.ts';

/** A job as its worker sees it. */
export interface Job {
  readonly data: Readonly<Record<string, unknown>>;
  /** Fires when the process is about to stop or the job is taken away: end soon, and throw, so that it is done again. */
  readonly signal: AbortSignal;
  /** There is no other try after this one. */
  readonly lastTry: boolean;
}

interface Work {
  readonly options: QueueOptions;
  readonly handler: (job: Job) => Promise<void>;
  /** When to do it of its own accord, as a cron expression in UTC. */
  readonly cron?: string;
}

const POLLING_SECONDS = 2;
/** How often somebody looks for jobs whose worker is dead. */
const SUPERVISION_SECONDS = 20;
const STOP_WITHIN_MS = 10_000;
const START_ATTEMPTS = 10;

/**
 * Jobs that outlive a request, on pg-boss: any replica may do them, one does, and a job whose worker died is done again.
 * It has two connections of its own. It starts beside the API, which need not wait for it.
 */
@Injectable()
export class JobQueue implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly boss: PgBoss;
  private readonly works = new Map<string, Work>();
  private readonly workers = new Map<string, string>();
  private readonly stopping = new AbortController();
  private started: Promise<unknown> = Promise.resolve();

  constructor(
    { database }: Settings,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext(JobQueue.name);
    this.boss = new PgBoss({
      connectionString: database.url.reveal(),
      application_name: 'support-ticket-system jobs',
      max: 2,
      superviseIntervalSeconds: SUPERVISION_SECONDS,
      monitorIntervalSeconds: SUPERVISION_SECONDS,
      registerInstance: false,
      openTelemetry: { enabled: false },
    });
    this.boss.on('error', (error) => {
      this.logger.error({ err: error }, 'The job queue has a problem');
    });
    this.boss.on('warning', ({ message }) => {
      this.logger.warn(message);
    });
  }

  /** Says what is done with the jobs of a queue. Call it while the modules are being set up. */
  work(queue: string, options: QueueOptions, handler: Work['handler'], cron?: string): void {
    this.works.set(queue, { options, handler, ...(cron === undefined ? {} : { cron }) });
  }

  /** Adds a job, which exists when the transaction is committed and does not when it is rolled back. */
  async send(transaction: Transaction, queue: string, data: Job['data']): Promise<void> {
    await this.started;
    const executeSql = async (text: string, values: unknown[] = []) => ({
      rows: await transaction.query<unknown[]>(text, values),
    });
    await this.boss.send(queue, data, { db: { executeSql } });
  }

  /** Has this process look for jobs now; the others look every two seconds. */
  wake(queue: string): void {
    const worker = this.workers.get(queue);
    if (worker !== undefined) this.boss.notifyWorker(worker);
  }

  onApplicationBootstrap(): void {
    this.started = this.start();
    // Told where it matters: to those who want to add a job.
    this.started.catch((error: unknown) => {
      this.logger.error({ err: error }, 'The job queue did not start');
    });
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.stopping.abort();
    await this.started.catch(() => undefined);
    await this.boss.stop({ timeout: STOP_WITHIN_MS });
  }

  private async start(): Promise<void> {
    await this.boss.start({ attempts: START_ATTEMPTS });
    for (const [queue, { options, handler, cron }] of this.works) {
      await this.boss.createQueue(queue, options);
      await this.boss.updateQueue(queue, options);
      if (cron !== undefined) await this.boss.schedule(queue, cron);
      const worker = await this.boss.work(
        queue,
        { includeMetadata: true, pollingIntervalSeconds: POLLING_SECONDS },
        async ([job]: JobWithMetadata<Job['data']>[]) => {
          if (!job) return;
          const signal = AbortSignal.any([job.signal, this.stopping.signal]);
          await handler({ data: job.data, signal, lastTry: job.retryCount >= job.retryLimit });
        },
      );
      this.workers.set(queue, worker);
    }
  }
}
