import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { JobHandlers } from '../jobs/job-handlers.ts';
import { type JobAttempt, defineJob } from '../jobs/job.ts';
import { SearchWordsRepository } from './search-words.repository.ts';

/** Somebody may have a hundred thousand tickets; what one try does not get done, the next one goes on with. */
const INDEX_PEOPLE = defineJob('index-people', { cron: '* * * * *', retryLimit: 2, expireInSeconds: 600 });
/** Who writes to one of them waits for the end of all. */
const AT_ONCE = 50;

/**
 * What searches find tickets by: their texts, their messages and the names and addresses of their people. The database keeps it
 * while those are written. Only what changes of a contact reaches their tickets later, within a minute or two, by a job.
 */
@Injectable()
export class SearchWords implements OnModuleInit {
  constructor(
    private readonly words: SearchWordsRepository,
    private readonly handlers: JobHandlers,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.handlers.add(INDEX_PEOPLE, (attempt) => this.indexPeople(attempt));
  }

  /** Has those tickets found by their people as they are now whose people have changed. */
  async indexPeople({ signal }: Pick<JobAttempt<never>, 'signal'>): Promise<void> {
    for (;;) {
      signal.throwIfAborted();
      const done = await this.unitOfWork.run((transaction) => this.words.remakeWaiting(transaction, AT_ONCE));
      if (done === 0) return;
    }
  }
}
