import { Injectable } from '@nestjs/common';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.ts';
import { BeingErased } from '../forgetting/being-erased.service.ts';
import { JobQueue } from '../jobs/job-queue.ts';
import { type FetchedMail, MAIL_SIZE_MAX } from './domain/kept-mail.ts';
import { READ_MAIL } from './mail-jobs.ts';
import { MailRepository } from './mail.repository.ts';

/** Takes mails from their mailboxes: each is kept once, whoever brings it and how often, and read by a job. */
@Injectable()
export class MailTaking {
  constructor(
    private readonly mails: MailRepository,
    private readonly jobs: JobQueue,
    private readonly beingErased: BeingErased,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** The number of the last mail of a mailbox that was taken. */
  lastUid(mailbox: string, uidValidity: bigint): Promise<number> {
    return this.mails.lastUid(mailbox, uidValidity);
  }

  take(mail: FetchedMail): Promise<void> {
    return this.unitOfWork.run(async (transaction) => {
      await this.beingErased.hold(transaction);
      const id = await this.mails.keep(transaction, mail);
      if (id === null) return;
      if (mail.raw) await this.haveRead(transaction, id);
      else await this.mails.setAside(transaction, id, whyWithoutBytes(mail));
    });
  }

  /** Has a mail read that is kept, once the transaction is committed. */
  async haveRead(transaction: Transaction, id: number): Promise<void> {
    await this.jobs.send(transaction, READ_MAIL, { mail: id });
  }
}

function whyWithoutBytes({ size }: FetchedMail): string {
  return size > MAIL_SIZE_MAX
    ? `It is too large to be fetched: ${Math.ceil(size / 1_048_576)} MB`
    : 'The mail server tells that it is there, and does not give it; it lies in the mailbox still';
}
