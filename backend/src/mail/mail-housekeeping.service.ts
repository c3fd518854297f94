import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { JobHandlers } from '../jobs/job-handlers.ts';
import { MAIL_HOUSEKEEPING } from './mail-jobs.ts';
import { MailTaking } from './mail-taking.service.ts';
import { MailRepository } from './mail.repository.ts';

/** So many mails are given a job again at a time. */
const AT_ONCE = 100;

/** Has mails read that wait though nobody may be about to, and lets the bytes of old ones go. */
@Injectable()
export class MailHousekeeping implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly mails: MailRepository,
    private readonly taking: MailTaking,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.handlers.add(MAIL_HOUSEKEEPING, () => this.keepHouse());
  }

  async keepHouse(): Promise<void> {
    const left = await this.mails.leftOver(AT_ONCE);
    await this.unitOfWork.run(async (transaction) => {
      for (const id of left) await this.taking.haveRead(transaction, id);
    });
    await this.mails.forget();
  }
}
