import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work.ts';
import { JobHandlers } from '../jobs/job-handlers.ts';
import { JobQueue } from '../jobs/job-queue.ts';
import { defineJob } from '../jobs/job.ts';
import { AttachmentHolders } from './attachment-holders.ts';
import { AttachmentRemoval } from './attachment-removal.service.ts';
import { AttachmentRepository } from './attachment.repository.ts';

const ATTACHMENT_HOUSEKEEPING = defineJob('attachment-housekeeping', { retryLimit: 2, cron: '43 * * * *' });
const BATCH = 500;
const BEFORE_ALL = '00000000-0000-0000-0000-000000000000';

/**
 * Removes every hour what nobody has any more: uploads that were never sent, and attachments whose ticket or message is gone. Before,
 * it adds up how many bytes all have, which a quota is compared with.
 */
@Injectable()
export class AttachmentHousekeeping implements OnModuleInit {
  private readonly logger = new Logger(AttachmentHousekeeping.name);

  constructor(
    private readonly handlers: JobHandlers,
    private readonly jobs: JobQueue,
    private readonly attachments: AttachmentRepository,
    private readonly holders: AttachmentHolders,
    private readonly removal: AttachmentRemoval,
  ) {}

  onModuleInit(): void {
    this.handlers.add(ATTACHMENT_HOUSEKEEPING, ({ signal }) => this.tidy(signal));
  }

  /** Does so once the transaction is committed. */
  async tidySoon(transaction: Transaction): Promise<void> {
    await this.jobs.send(transaction, ATTACHMENT_HOUSEKEEPING, {});
  }

  async tidy(signal: AbortSignal): Promise<void> {
    await this.attachments.addUpBytes();
    let after = BEFORE_ALL;
    for (;;) {
      const orphans = await this.attachments.orphans(after, BATCH);
      for (const id of await this.holders.unheld(orphans)) {
        signal.throwIfAborted();
        await this.remove(id);
      }
      const last = orphans.at(-1);
      if (orphans.length < BATCH || last === undefined) return;
      after = last;
    }
  }

  /** One that cannot be removed now does not hold up the others. */
  private async remove(id: string): Promise<void> {
    try {
      await this.removal.remove(id);
    } catch (error) {
      this.logger.error({ err: error, attachment: id }, 'An attachment could not be removed');
    }
  }
}
