import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobHandlers } from '../jobs/job-handlers.ts';
import { MODEL_CHECK, MODEL_REFIT } from './model-refit.job.ts';
import { ModelRefit } from './model-refit.service.ts';

/** Learns again as a job, in processes that work. */
@Injectable()
export class ModelRefitWorker implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly refit: ModelRefit,
  ) {}

  onModuleInit(): void {
    this.handlers.add(MODEL_CHECK, async ({ signal }) => {
      await this.refit.refitIfDue(signal);
    });
    this.handlers.add(MODEL_REFIT, async ({ signal }) => {
      await this.refit.refit(signal);
    });
  }
}
