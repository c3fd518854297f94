import { Injectable, type OnModuleInit } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { Forgetting } from '../forgetting/forgetting.ts';
import { JobHandlers } from '../jobs/job-handlers.ts';
import type { OpenErasure } from './domain/erasure.ts';
import { ERASE_PERSON } from './erase-person.job.ts';
import { ErasureRepository } from './erasure.repository.ts';
import { PersonsWords } from './persons-words.service.ts';

/** Removes what somebody wrote, and then whatever else the desk knows of them. */
@Injectable()
export class ErasureWorker implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly erasures: ErasureRepository,
    private readonly words: PersonsWords,
    private readonly forgetting: Forgetting,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.handlers.add(ERASE_PERSON, async ({ data, signal }) => {
      const erasure = await this.erasures.open(data.erasure);
      if (!erasure) return;
      await this.words.remove(erasure, signal);
      await this.finish(erasure);
    });
  }

  private async finish({ id, person }: OpenErasure): Promise<void> {
    await this.unitOfWork.run(async (transaction) => {
      await this.forgetting.person(transaction, person);
      await this.forgetting.makeAnew(transaction, { descriptions: true });
      await this.erasures.finish(transaction, id);
    });
  }
}
