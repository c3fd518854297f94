import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { Forgetting } from '../forgetting/forgetting.ts';
import type { OpenErasure } from './domain/erasure.ts';
import { NamingTicketsRepository } from './naming-tickets.repository.ts';
import { ErasureRepository } from './erasure.repository.ts';

/** Whole tables are gone through, once for each person. */
const ALLOWED_MS = 10 * 60_000;
/** So many tickets are held at a time: those who change them meanwhile wait for a moment. */
const AT_ONCE = 50;

/**
 * Removes whatever else the desk knows of somebody once their words are gone: with that an erasure is done. What has been done stays done
 * when it is cut short.
 */
@Injectable()
export class PersonsTraces {
  constructor(
    private readonly forgetting: Forgetting,
    private readonly erasures: ErasureRepository,
    private readonly naming: NamingTicketsRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async remove(erasure: OpenErasure, signal: AbortSignal): Promise<void> {
    const { id, person, askedAt } = erasure;
    const naming = await this.find(erasure);
    for (let at = 0; at < naming.length; at += AT_ONCE) {
      signal.throwIfAborted();
      await this.removeWithin(naming.slice(at, at + AT_ONCE), erasure);
    }
    signal.throwIfAborted();
    await this.forgetting.person(person, askedAt);
    await this.unitOfWork.run(async (transaction) => {
      await this.forgetting.makeAnew(transaction, { descriptions: true });
      await this.erasures.finish(transaction, id);
    });
  }

  private find({ person }: OpenErasure): Promise<readonly number[]> {
    return this.unitOfWork.run(async (transaction) => {
      await transaction.allow(ALLOWED_MS);
      return this.naming.find(transaction, person);
    });
  }

  private removeWithin(ticketIds: readonly number[], { person, askedAt }: OpenErasure): Promise<void> {
    return this.unitOfWork.run(async (transaction) => {
      await this.naming.hold(transaction, ticketIds);
      await this.forgetting.personWithin(transaction, ticketIds, person, askedAt);
    });
  }
}
