import { Injectable, type OnModuleInit } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { JobHandlers } from '../jobs/job-handlers.ts';
import { MODEL_CHECK, MODEL_REFIT } from './model-refit.job.ts';
import { ModelRefit } from './model-refit.service.ts';

/** Learns again as a job, in processes that work. */
@Injectable()
export class ModelRefitWorker implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly refit: ModelRefit,
    private readonly unitOfWork: UnitOfWork,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext(ModelRefitWorker.name);
  }

  onModuleInit(): void {
    this.handlers.add(MODEL_CHECK, async ({ signal }) => {
      await this.refit.refitIfDue(signal);
    });
    this.handlers.add(MODEL_REFIT, async ({ signal }) => {
      try {
        await this.refit.refit(signal);
      } finally {
        await this.tellEnd();
      }
    });
  }

  /**
   * Also of one that failed: who waits for it is not to wait for ever. Of one that found something it was told before it had
   * ended. What it came to does not depend on whether others hear of it.
   */
  private async tellEnd(): Promise<void> {
    try {
      await this.unitOfWork.run((transaction) => {
        transaction.tell('learning_changed', {});
        return Promise.resolve();
      });
    } catch (error) {
      this.logger.warn({ err: error }, 'Nobody was told that learning has ended');
    }
  }
}
