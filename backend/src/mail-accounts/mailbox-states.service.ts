import { Injectable } from '@nestjs/common';
import { PinoLogger } from 'nestjs-pino';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.ts';
import { type NamedReading, readingOf } from './domain/mailbox-reading.ts';
import { MailboxStateRepository } from './mailbox-state.repository.ts';

/** Tells admins how reading the mailboxes goes, whichever process reads them. */
@Injectable()
export class MailboxStates {
  constructor(
    private readonly states: MailboxStateRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly logger: PinoLogger,
  ) {
    logger.setContext(MailboxStates.name);
  }

  /** How reading those that have these names goes, in their order. */
  async of(names: readonly string[]): Promise<readonly NamedReading[]> {
    const [told, now] = [await this.states.all(), new Date()];
    return names.map((name) => ({ name, ...readingOf(told.get(name), now) }));
  }

  /** A mailbox was looked into to its end. */
  looked(name: string): Promise<void> {
    return this.keep((transaction) => this.states.looked(transaction, name));
  }

  /** A mailbox cannot be looked into; `failure` says why in words that may be shown. */
  failed(name: string, failure: string): Promise<void> {
    return this.keep((transaction) => this.states.failed(transaction, name, failure));
  }

  /** Reading goes on, whether it can be told or not. */
  private async keep(change: (transaction: Transaction) => Promise<boolean>): Promise<void> {
    try {
      await this.unitOfWork.run(async (transaction) => {
        if (await change(transaction)) transaction.tell('mailboxes_changed', {});
      });
    } catch (error) {
      this.logger.warn({ err: error }, 'How reading a mailbox goes could not be kept');
    }
  }
}
