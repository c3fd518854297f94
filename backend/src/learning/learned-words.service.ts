import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work.ts';
import { Forgetting } from '../forgetting/forgetting.ts';
import type { WordKeeper } from '../forgetting/word-keeper.ts';
import { JobHandlers } from '../jobs/job-handlers.ts';
import { JobQueue } from '../jobs/job-queue.ts';
import { MODEL_FORGET } from './model-refit.job.ts';
import { ModelRefit } from './model-refit.service.ts';

/** What models have learned of the words of tickets: when some were removed, the desk learns anew and keeps no earlier model. */
@Injectable()
export class LearnedWords implements OnModuleInit, WordKeeper {
  constructor(
    private readonly forgetting: Forgetting,
    private readonly handlers: JobHandlers,
    private readonly jobs: JobQueue,
    private readonly refit: ModelRefit,
  ) {}

  onModuleInit(): void {
    this.forgetting.add(this);
    this.handlers.add(MODEL_FORGET, ({ signal }) => this.refit.forget(signal));
  }

  async makeAnew(transaction: Transaction, { descriptions }: { readonly descriptions: boolean }): Promise<void> {
    if (descriptions) await this.jobs.send(transaction, MODEL_FORGET, {});
  }
}
