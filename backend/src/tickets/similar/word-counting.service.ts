import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Transaction, UnitOfWork } from '../../database/unit-of-work.ts';
import { JobHandlers } from '../../jobs/job-handlers.ts';
import { JobQueue } from '../../jobs/job-queue.ts';
import { defineJob } from '../../jobs/job.ts';
import { WordCountRepository } from './word-count.repository.ts';

const COUNT_WORDS = defineJob('count-words', { notify: true, retryLimit: 2, cron: '41 * * * *' });
/** A desk that grows by thousands while it is asked need not be counted after each of them. */
const ASK_AGAIN_MS = 30_000;

/** Counts, every hour and when the desk has outgrown the last count, how frequent the words of its tickets are. */
@Injectable()
export class WordCounting implements OnModuleInit {
  private askedAt = -Infinity;

  constructor(
    private readonly handlers: JobHandlers,
    private readonly jobs: JobQueue,
    private readonly counts: WordCountRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.handlers.add(COUNT_WORDS, () => this.count());
  }

  /** Has words counted soon. Nobody's answer depends on it: where it cannot be asked for, the hour will come. */
  async ask(): Promise<void> {
    if (performance.now() - this.askedAt < ASK_AGAIN_MS) return;
    this.askedAt = performance.now();
    await this.unitOfWork.run((transaction) => this.jobs.send(transaction, COUNT_WORDS, {})).catch(() => undefined);
  }

  /** The same once the transaction is committed. */
  async askWithin(transaction: Transaction): Promise<void> {
    await this.jobs.send(transaction, COUNT_WORDS, {});
  }

  async count(): Promise<void> {
    await this.unitOfWork.run((transaction) => this.counts.refresh(transaction));
  }
}
