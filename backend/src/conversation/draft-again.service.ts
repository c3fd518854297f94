import { Injectable } from '@nestjs/common';
import type { MessagePlace } from '../attachments/domain/attachment.ts';
import { Attachments } from '../attachments/attachments.service.ts';
import type { Author } from '../common/author.ts';
import { DomainError } from '../common/problems/domain-error.ts';
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
   * Keeps what an answer that is held says as the draft of who wrote it in a browser, before what they have begun meanwhile, with
   * its attachments, which they may send once more. Of an answer that a program wrote nothing is kept.
   *
   * @throws DomainError `draft_full` when it does not fit into one draft with what was begun.
   */
  async keep(transaction: Transaction, answer: MessagePlace, { via, userId }: Author): Promise<void> {
    if (via !== 'web' || userId === null) return this.attachments.detach(transaction, answer);
    const files = await this.attachments.release(transaction, answer);
    const owner = { ticketId: answer.ticketId, userId };
    if (!(await this.drafts.keepAnswer(transaction, owner, answer.number, files))) throw draftFull(answer);
  }
}

function draftFull({ ticketId, number }: MessagePlace): DomainError {
  return new DomainError(
    'draft_full',
    `Message ${number} and what you have begun in ticket #${ticketId} do not fit into one draft. Make that shorter first.`,
  );
}
