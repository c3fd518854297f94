import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobHandlers } from '../jobs/job-handlers.ts';
import { ERASE_PERSON } from './erase-person.job.ts';
import { ErasureRepository } from './erasure.repository.ts';
import { PersonsMails } from './persons-mails.service.ts';
import { PersonsTraces } from './persons-traces.service.ts';
import { PersonsWords } from './persons-words.service.ts';

/** Removes what somebody wrote, mails as they came, and then whatever else the desk knows of them. */
@Injectable()
export class ErasureWorker implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly erasures: ErasureRepository,
    private readonly words: PersonsWords,
    private readonly mails: PersonsMails,
    private readonly traces: PersonsTraces,
  ) {}

  onModuleInit(): void {
    this.handlers.add(ERASE_PERSON, async ({ data, signal }) => {
      const erasure = await this.erasures.open(data.erasure);
      if (!erasure) return;
      await this.mails.removeUnread(erasure, signal);
      await this.words.remove(erasure, signal);
      await this.mails.remove(erasure, signal);
      await this.traces.remove(erasure, signal);
    });
  }
}
