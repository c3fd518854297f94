import { Injectable } from '@nestjs/common';
import type { MessagePlace } from '../attachments/domain/attachment.ts';
import { Attachments } from '../attachments/attachments.service.ts';
import type { Author } from '../common/author.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import { DraftRepository } from './draft.repository.ts';

/** Makes drafts of answers that are about to be taken back. */
@Injectable()
export class DraftAgain {
  constructor(
    private readonly drafts: DraftRepository,
    private readonly attachments: Attachments,
  ) {}

  /**
   * Keeps what an answer says as the draft of who wrote it in a browser, where they have none, with its attachments, which they
   * may send once more. Of an answer that a program wrote nothing is kept.
   */
  async keep(transaction: Transaction, answer: MessagePlace, { via, userId }: Author): Promise<void> {
    if (via !== 'web' || userId === null) return this.attachments.detach(transaction, answer);
    const files = await this.attachments.release(transaction, answer);
    await this.drafts.keepAnswer(transaction, { ticketId: answer.ticketId, userId }, answer.number, files);
  }
}
