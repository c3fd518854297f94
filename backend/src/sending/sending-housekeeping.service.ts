import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { JobHandlers } from '../jobs/job-handlers.ts';
import { JobQueue } from '../jobs/job-queue.ts';
import { OutgoingMailRepository } from './outgoing-mail.repository.ts';
import { SENDING_HOUSEKEEPING, SEND_MAIL } from './send-mail.job.ts';

/** Has mails sent that wait and whose job was lost, as after a backup was restored, and forgets old ones that belong to no ticket. */
@Injectable()
export class SendingHousekeeping implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly mails: OutgoingMailRepository,
    private readonly jobs: JobQueue,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.handlers.add(SENDING_HOUSEKEEPING, () =>
      this.unitOfWork.run(async (transaction) => {
        for (const mail of await this.mails.lost(transaction)) await this.jobs.send(transaction, SEND_MAIL, { mail });
        await this.mails.deleteOld(transaction);
      }),
    );
  }
}
