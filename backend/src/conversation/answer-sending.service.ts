import { Injectable } from '@nestjs/common';
import type { Transaction } from '../database/unit-of-work.ts';
import { OwnAddresses } from '../mail-accounts/own-addresses.service.ts';
import { Senders } from '../mail-accounts/senders.service.ts';
import { AnswerMails } from '../mail-templates/answer-mails.service.ts';
import { OutgoingMails } from '../sending/outgoing-mails.service.ts';
import { type Departure, DepartureRepository } from './departure.repository.ts';

const NO_SENDER: Departure = { state: 'not_sent', detail: 'no sender' };
const NOBODY: Departure = { state: 'not_sent', detail: 'no recipient' };

/** Sends answers that leave as mails, to those they were written to but for the desk itself. */
@Injectable()
export class AnswerSending {
  constructor(
    private readonly answers: DepartureRepository,
    private readonly senders: Senders,
    private readonly own: OwnAddresses,
    private readonly made: AnswerMails,
    private readonly mails: OutgoingMails,
  ) {}

  /** Has an answer sent that is held, and says whether it is on its way; null when there is none. The transaction holds its ticket. */
  async send(transaction: Transaction, ticketId: number, number: number): Promise<Departure | null> {
    const answer = await this.answers.leaving(transaction, ticketId, number);
    if (!answer) return null;
    const sender = await this.senders.current(transaction);
    if (sender === null) return NO_SENDER;
    const recipients = await this.own.without(answer.recipients, transaction);
    if (recipients.length === 0) return NOBODY;
    const messageId = await this.mails.enqueue(transaction, {
      ...{ kind: 'reply', place: { ticketId, number }, recipients, fromName: answer.author?.name ?? null },
      ...(await this.made.make(transaction, { ...answer, ticketId }, sender)),
    });
    return messageId === null ? NO_SENDER : { state: 'queued', detail: null };
  }
}
