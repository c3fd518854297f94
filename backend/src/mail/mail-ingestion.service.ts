import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainError } from '../common/problems/domain-error.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { JobHandlers } from '../jobs/job-handlers.ts';
import { READ_MAIL } from './mail-jobs.ts';
import { MailMaking } from './mail-making.service.ts';
import { MailRepository } from './mail.repository.ts';

/** So many mails more a job reads than its own. */
const AT_ONCE = 100;
const GIVEN_UP = 'The desk could not make anything of it';
/** Whoever read a mail so often and never came to an end was taken down by it. */
const READINGS_MAX = 2;
const DEADLY = 'Whoever read it was taken down, time and again';

/** Has the mails that were taken read, each by a job; what nobody can read waits for an admin. */
@Injectable()
export class MailIngestion implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly mails: MailRepository,
    private readonly making: MailMaking,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.handlers.add(READ_MAIL, async ({ data: { mail }, last, signal }) => {
      await this.ingest(mail).catch(async (error: unknown) => {
        if (last) await this.quarantine(mail, error);
        throw error;
      });
      await this.ingestOthers(signal);
    });
  }

  /** Makes of a mail what it is, unless that was done; one that takes down whoever reads it waits for an admin. */
  async ingest(id: number): Promise<void> {
    const readings = await this.mails.beginReading(id);
    if (readings > READINGS_MAX) return this.setAside(id, DEADLY);
    if (readings === 0) return;
    try {
      await this.making.make(id);
    } catch (error) {
      await this.mails.endReading(id);
      throw error;
    }
  }

  /** Many may have come with a mail; what fails of them is tried again by its own job. */
  private async ingestOthers(signal: AbortSignal): Promise<void> {
    for (const id of await this.mails.unread(AT_ONCE)) {
      if (signal.aborted) return;
      await this.ingest(id).catch(() => undefined);
    }
  }

  private quarantine(id: number, error: unknown): Promise<void> {
    return this.setAside(id, error instanceof DomainError ? error.message : GIVEN_UP);
  }

  private setAside(id: number, reason: string): Promise<void> {
    return this.unitOfWork.run(async (transaction) => {
      const held = await this.mails.hold(transaction, id, 'taken');
      if (held) await this.mails.setAside(transaction, id, reason);
    });
  }
}
