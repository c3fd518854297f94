import { Injectable } from '@nestjs/common';
import type { Author } from '../common/author.ts';
import { DomainError } from '../common/problems/domain-error.ts';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.ts';
import { TicketMessages } from '../tickets/ticket-messages.service.ts';
import { DepartureRepository } from './departure.repository.ts';
import { Departures } from './departures.service.ts';
import { DraftAgain } from './draft-again.service.ts';
import { MessageNotFound } from './domain/message-not-found.ts';

/** What whoever wrote an answer may do with it while it is held. */
@Injectable()
export class HeldAnswers {
  constructor(
    private readonly tickets: TicketMessages,
    private readonly answers: DepartureRepository,
    private readonly departures: Departures,
    private readonly drafts: DraftAgain,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /**
   * Takes an answer back: nothing of what it says is kept but, for who wrote it in a browser, as a draft. One that was taken back
   * already stays so.
   *
   * @throws TicketNotFound
   * @throws MessageNotFound
   * @throws DomainError `forbidden` when somebody else wrote it, `message_left` when it is not held, `draft_full` when it and what
   *   was begun meanwhile do not fit into one draft.
   */
  async takeBack(ticketId: number, number: number, by: Author): Promise<void> {
    await this.unitOfWork.run(async (transaction) => {
      const { isTakenBack, isHeld } = await this.own(transaction, ticketId, number, by);
      if (isTakenBack) return;
      if (!isHeld) throw left(ticketId, number);
      await this.drafts.keep(transaction, { ticketId, number }, by);
      await this.answers.takeBack(transaction, ticketId, number);
      await this.tickets.add(transaction, ticketId, by);
    });
  }

  /**
   * Lets an answer leave before its time.
   *
   * @throws TicketNotFound
   * @throws MessageNotFound
   * @throws DomainError `forbidden` when somebody else wrote it, `message_left` when it is not held.
   */
  async send(ticketId: number, number: number, by: Author): Promise<void> {
    await this.unitOfWork.run(async (transaction) => {
      const { isHeld } = await this.own(transaction, ticketId, number, by);
      if (!isHeld) throw left(ticketId, number);
      await this.departures.leave(transaction, ticketId, number);
    });
  }

  private async own(transaction: Transaction, ticketId: number, number: number, by: Author) {
    await this.tickets.hold(transaction, ticketId);
    const answer = await this.answers.find(transaction, ticketId, number);
    if (!answer) throw new MessageNotFound(ticketId, number);
    if (answer.writtenBy !== by.userId) {
      throw new DomainError('forbidden', 'Only who wrote an answer can take it back or let it leave.');
    }
    return answer;
  }
}

function left(ticketId: number, number: number): DomainError {
  return new DomainError('message_left', `Message ${number} of ticket #${ticketId} is not held any more.`);
}
