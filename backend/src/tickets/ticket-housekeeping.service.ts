import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobQueue } from '../jobs/job-queue.ts';
import { IdempotencyKeyRepository } from './idempotency-key.repository.ts';
import { TicketWriter } from './ticket-writer.repository.ts';

const QUEUE = 'ticket-housekeeping';
const EVERY_HOUR = '23 * * * *';

/** Lets go, every hour, of what is kept for a while only: used Idempotency-Keys, and deleted tickets. */
@Injectable()
export class TicketHousekeeping implements OnModuleInit {
  constructor(
    private readonly jobs: JobQueue,
    private readonly keys: IdempotencyKeyRepository,
    private readonly writer: TicketWriter,
  ) {}

  onModuleInit(): void {
    this.jobs.work(QUEUE, { retryLimit: 2 }, () => this.tidy(), EVERY_HOUR);
  }

  async tidy(): Promise<void> {
    await this.keys.purge();
    await this.writer.purge();
  }
}
