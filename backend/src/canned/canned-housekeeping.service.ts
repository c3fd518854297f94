import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobHandlers } from '../jobs/job-handlers.ts';
import { defineJob } from '../jobs/job.ts';
import { CannedAnswerRepository } from './canned-answer.repository.ts';

/** Before attachments are tidied up: the files of what goes here go then. */
const CANNED_HOUSEKEEPING = defineJob('canned-housekeeping', { retryLimit: 2, cron: '37 * * * *' });

/** Removes for good what was deleted a day ago and not brought back. */
@Injectable()
export class CannedHousekeeping implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly answers: CannedAnswerRepository,
  ) {}

  onModuleInit(): void {
    this.handlers.add(CANNED_HOUSEKEEPING, () => this.tidy());
  }

  tidy(): Promise<void> {
    return this.answers.purge();
  }
}
