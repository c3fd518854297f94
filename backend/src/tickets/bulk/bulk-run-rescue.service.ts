import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobQueue } from '../../jobs/job-queue.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { BulkProgressRepository } from './bulk-progress.repository.ts';
import { BULK_RUNS_QUEUE } from './bulk-runs-queue.ts';

const QUEUE = 'bulk-runs-rescue';
const EVERY_TWO_MINUTES = '*/2 * * * *';

/**
 * Sends a new job for each run that has lost its own: a worker that stops or dies on the last try can tell nobody. Should
 * there be two jobs for a run after all, their workers take turns.
 */
@Injectable()
export class BulkRunRescue implements OnModuleInit {
  constructor(
    private readonly jobs: JobQueue,
    private readonly progress: BulkProgressRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.jobs.work(QUEUE, { retryLimit: 2 }, () => this.rescue(), EVERY_TWO_MINUTES);
  }

  async rescue(): Promise<void> {
    for (const run of await this.progress.abandoned(BULK_RUNS_QUEUE.name))
      await this.unitOfWork.run((transaction) => this.jobs.send(transaction, BULK_RUNS_QUEUE.name, { run }));
  }
}
