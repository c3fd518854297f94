import { type BeforeApplicationShutdown, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { type JobWithMetadata, PgBoss } from 'pg-boss';
import { Settings } from '../config/settings.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import { type HandledJob, JobHandlers } from './job-handlers.ts';
import { JobMetrics } from './job-metrics.ts';
import type { Job, JobAttempt, JobData } from './job.ts';
import { bossOptions } from './boss-options.ts';
import { keptError } from './kept-error.ts';

const POLLING_SECONDS = 2;
const START_ATTEMPTS = 10;

/**
 * Jobs that outlive a request, on pg-boss: any process that works may do them, one does, and a job whose worker died is
 * done again. A process that serves the API only sends them. The queue starts beside the API, which need not wait for it.
 */
@Injectable()
export class JobQueue implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly boss: PgBoss;
  private readonly stopping = new AbortController();
  private started: Promise<void> = Promise.resolve();
  private takesJobs = false;

  constructor(
    private readonly settings: Settings,
    private readonly handlers: JobHandlers,
    private readonly metrics: JobMetrics,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext(JobQueue.name);
    this.boss = new PgBoss(bossOptions(settings));
    this.boss.on('error', (error) => {
      this.logger.error({ err: error }, 'The job queue has a problem');
    });
    this.boss.on('warning', ({ message }) => {
      this.logger.warn(message);
    });
  }

  /**
   * Adds a job, which exists when the transaction is committed and does not when it is rolled back. It is done not before so
   * many seconds have passed.
   */
  async send<Data extends JobData>(
    transaction: Transaction,
    job: Job<Data>,
    data: NoInfer<Data>,
    { afterSeconds = 0 }: { readonly afterSeconds?: number } = {},
  ): Promise<void> {
    await this.started;
    const executeSql = async (text: string, values: unknown[] = []) => ({
      rows: await transaction.query<unknown[]>(text, values),
    });
    await this.boss.send(job.name, data, { db: { executeSql }, startAfter: afterSeconds });
  }

  /** Whether this process takes jobs. */
  get working(): boolean {
    return this.takesJobs;
  }

  /** Settles when this process takes jobs, or can send them. */
  ready(): Promise<void> {
    return this.started;
  }

  /** @throws JobSetupError when the jobs and those who do them do not fit together. */
  onApplicationBootstrap(): void {
    const jobs = this.handlers.complete();
    if (this.settings.works) this.metrics.tellWaiting(() => this.waiting(jobs));
    this.started = this.start(jobs);
    // Told where it matters: to those who want to add a job.
    this.started.catch((error: unknown) => {
      this.logger.error({ err: error }, 'The job queue did not start');
    });
  }

  /** Asks the jobs in hand to end; those that take longer than the process may are left to another one. */
  async beforeApplicationShutdown(): Promise<void> {
    this.takesJobs = false;
    this.stopping.abort();
    await this.started.catch(() => undefined);
    await this.boss.stop({ timeout: this.settings.stopTimeoutMs });
  }

  private async start(jobs: readonly HandledJob[]): Promise<void> {
    await this.boss.start({ attempts: START_ATTEMPTS });
    for (const { job, handler } of jobs) {
      // The policy of a queue is chosen once and for all.
      const { cron, policy, ...options } = job.options;
      await this.boss.createQueue(job.name, { ...options, ...(policy !== undefined && { policy }) });
      await this.boss.updateQueue(job.name, options);
      if (!this.settings.works) continue;
      if (cron !== undefined) await this.boss.schedule(job.name, cron);
      await this.work(job, handler);
    }
    this.takesJobs = this.settings.works;
  }

  private async work(job: Job, handler: HandledJob['handler']): Promise<void> {
    await this.boss.work(
      job.name,
      {
        includeMetadata: true,
        pollingIntervalSeconds: POLLING_SECONDS,
        // A notice only makes it quicker: behind a proxy that pools transactions it never arrives.
        notifyPollingIntervalSeconds: POLLING_SECONDS,
      },
      async ([turn]: JobWithMetadata<JobData>[]) => {
        if (!turn) return;
        const signal = AbortSignal.any([turn.signal, this.stopping.signal]);
        await this.attempt(job, handler, { data: turn.data, signal, last: turn.retryCount >= turn.retryLimit });
      },
    );
  }

  private async attempt(job: Job, handler: HandledJob['handler'], attempt: JobAttempt<JobData>): Promise<void> {
    const ended = this.metrics.begin(job);
    try {
      await handler(attempt);
      ended('done');
    } catch (error) {
      ended(attempt.signal.aborted ? 'given_back' : 'failed');
      throw keptError(error);
    }
  }

  /** How many jobs of each kind nobody does yet, as pg-boss counted them last. */
  private async waiting(jobs: readonly HandledJob[]): Promise<(readonly [Job, number])[]> {
    await this.started;
    const counts = new Map((await this.boss.getQueues()).map(({ name, queuedCount }) => [name, queuedCount]));
    return jobs.map(({ job }) => [job, counts.get(job.name) ?? 0]);
  }
}
