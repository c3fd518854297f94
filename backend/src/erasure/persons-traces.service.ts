import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { Forgetting } from '../forgetting/forgetting.ts';
import type { OpenErasure } from './domain/erasure.ts';
import { NamingTicketsRepository } from './naming-tickets.repository.ts';
import { ErasureRepository } from './erasure.repository.ts';

/** Whole tables are gone through, once for each person. */
const ALLOWED_MS = 10 * 60_000;

/** Removes whatever else the desk knows of somebody once their words are gone: with that an erasure is done. */
@Injectable()
export class PersonsTraces {
  constructor(
    private readonly forgetting: Forgetting,
    private readonly erasures: ErasureRepository,
    private readonly naming: NamingTicketsRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async remove({ id, person, askedAt }: OpenErasure): Promise<void> {
    await this.unitOfWork.run(async (transaction) => {
      await transaction.allow(ALLOWED_MS);
      await this.naming.hold(transaction, person);
      await this.forgetting.person(transaction, person, askedAt);
      await this.forgetting.makeAnew(transaction, { descriptions: true });
      await this.erasures.finish(transaction, id);
    });
  }
}
