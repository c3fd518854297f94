import { Injectable, type OnModuleInit } from '@nestjs/common';
import { SYSTEM } from '../common/author.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import { UndeliveredAnswers } from '../notifications/undelivered-answers.service.ts';
import type { SendingOutcome } from '../sending/domain/outgoing-mail.ts';
import { isLost } from '../sending/domain/server-answer.ts';
import { SendingOutcomes } from '../sending/sending-outcomes.ts';
import { TicketMessages } from '../tickets/ticket-messages.service.ts';
import { DeliveryRepository } from './delivery.repository.ts';

/** Tells with an answer what became of it. */
@Injectable()
export class AnswerDeliveries implements OnModuleInit {
  constructor(
    private readonly outcomes: SendingOutcomes,
    private readonly deliveries: DeliveryRepository,
    private readonly tickets: TicketMessages,
    private readonly undelivered: UndeliveredAnswers,
  ) {}

  onModuleInit(): void {
    this.outcomes.on('reply', {
      hold: (transaction, ticketId) => this.tickets.holdIfThere(transaction, ticketId),
      tell: (transaction, outcome) => this.settle(transaction, outcome),
    });
  }

  private async settle(transaction: Transaction, outcome: SendingOutcome): Promise<void> {
    const { ticketId, number, state, attempts } = outcome;
    if (ticketId === null || number === null) throw new Error('A mail with an answer says not with which');
    const isThere = await this.tickets.holdIfThere(transaction, ticketId);
    await this.deliveries.settle(transaction, { ticketId, number }, outcome);
    if (isThere && outcome.recipients.some(({ state: at }) => at !== null && isLost(at)))
      await this.undelivered.tell(transaction, ticketId, number);
    // Who follows the ticket is told by a version; that it still waits is told once.
    if (isThere && (state !== 'queued' || attempts === 1)) await this.tickets.add(transaction, ticketId, SYSTEM);
  }
}
