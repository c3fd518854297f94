import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobHandlers } from '../jobs/job-handlers.ts';
import { defineJob } from '../jobs/job.ts';
import { IdempotencyKeyRepository } from './idempotency-key.repository.ts';
import { TicketWriter } from './ticket-writer.repository.ts';

const TICKET_HOUSEKEEPING = defineJob('ticket-housekeeping', { retryLimit: 2, cron: '23 * * * *' });

/** Lets go, every hour, of what is kept for a while only: used Idempotency-Keys, and deleted tickets. */
@Injectable()
export class TicketHousekeeping implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly keys: IdempotencyKeyRepository,
    private readonly writer: TicketWriter,
  ) {}

  onModuleInit(): void {
    this.handlers.add(TICKET_HOUSEKEEPING, () => this.tidy());
  }

  async tidy(): Promise<void> {
    await this.keys.purge();
    await this.writer.purge();
  }
}
