import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobHandlers } from '../../jobs/job-handlers.ts';
import { JobQueue } from '../../jobs/job-queue.ts';
import { UnitOfWork } from '../../database/unit-of-work.ts';
import { BulkProgressRepository } from './bulk-progress.repository.ts';
import { BULK_RUNS, BULK_RUNS_RESCUE } from './bulk-runs.job.ts';

/**
 * Sends a new job for each run that has lost its own: a worker that stops or dies on the last try can tell nobody. Should
 * there be two jobs for a run after all, their workers take turns.
 */
@Injectable()
export class BulkRunRescue implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly jobs: JobQueue,
    private readonly progress: BulkProgressRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.handlers.add(BULK_RUNS_RESCUE, () => this.rescue());
  }

  async rescue(): Promise<void> {
    for (const run of await this.progress.abandoned(BULK_RUNS.name))
      await this.unitOfWork.run((transaction) => this.jobs.send(transaction, BULK_RUNS, { run }));
  }
}
