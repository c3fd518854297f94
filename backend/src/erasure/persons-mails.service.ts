import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { NamingMails, type Unnamed } from '../mail/naming-mails.service.ts';
import type { OpenErasure } from './domain/erasure.ts';
import { ErasureRepository } from './erasure.repository.ts';

/** Has mails as they came tell nothing of somebody any more: some at a time, each a transaction that keeps how far it is. */
@Injectable()
export class PersonsMails {
  constructor(
    private readonly mails: NamingMails,
    private readonly erasures: ErasureRepository,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Those of theirs that nobody has read yet, so that they become nothing. */
  async removeUnread(erasure: OpenErasure, signal: AbortSignal): Promise<void> {
    await this.mails.forgetUnread(unnamed(erasure), signal);
  }

  /**
   * All others, from where it was cut short.
   *
   * @throws Error while others that came in time wait to be read: what they become is still to be seen.
   */
  async remove(erasure: OpenErasure, signal: AbortSignal): Promise<void> {
    const whom = unnamed(erasure);
    await this.requireAllRead(whom);
    await this.erasures.beginMails(erasure.id, await this.mails.count(whom));
    for (let last: number | null = erasure.lastMail; last !== null;) {
      signal.throwIfAborted();
      last = await this.goOn(erasure, whom, last);
    }
    await this.erasures.endMails(erasure.id);
    await this.requireAllRead(whom);
  }

  private async requireAllRead(whom: Unnamed): Promise<void> {
    if (await this.mails.someUnread(whom))
      throw new Error('Mails that came before it was asked for are still being read');
  }

  private goOn({ id }: OpenErasure, whom: Unnamed, after: number): Promise<number | null> {
    return this.unitOfWork.run(async (transaction) => {
      const { last, count } = await this.mails.forgetNext(transaction, whom, after);
      if (last !== null) await this.erasures.wentOver(transaction, id, count, last);
      return last;
    });
  }
}

function unnamed({ person, askedAt }: OpenErasure): Unnamed {
  return { addresses: person.addresses, before: askedAt };
}
