import { Injectable } from '@nestjs/common';
import { KnownContacts } from '../contacts/known-contacts.service.ts';
import { readAddress } from '../contacts/mail-address.ts';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.ts';
import { TicketNotFound } from '../tickets/domain/ticket-not-found.ts';
import { TicketMessages } from '../tickets/ticket-messages.service.ts';
import type { MailFacts } from './domain/destination.ts';
import { type TicketPeople, isOneOf } from './domain/part-of-ticket.ts';
import type { ReadMail } from './domain/read-mail.ts';
import { ticketInSubject } from './domain/subject.ts';
import { MailRepository } from './mail.repository.ts';

/** Knows which tickets a mail may belong to, by what its sender and the desk wrote before. */
@Injectable()
export class MailThreads {
  constructor(
    private readonly mails: MailRepository,
    private readonly contacts: KnownContacts,
    private readonly tickets: TicketMessages,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** What is known of a mail that came at a moment. */
  knownOf(
    { sender, subject, answers }: Pick<ReadMail, 'sender' | 'subject' | 'answers'>,
    arrivedAt: Date,
  ): Promise<Pick<MailFacts, 'answered' | 'named' | 'lately'>> {
    const address = sender?.address ?? '';
    const numbered = ticketInSubject(subject);
    return this.unitOfWork.run(async (transaction) => {
      const isPart = numbered !== null && (await this.isPartOf(transaction, numbered, address));
      return {
        answered: await this.mails.ticketOf(answers, transaction),
        named: isPart ? numbered : null,
        lately: await this.mails.lately(address, arrivedAt, transaction),
      };
    });
  }

  /** Whether a ticket is there and who has an address is part of it, at whichever of their addresses they were until now. */
  private async isPartOf(transaction: Transaction, ticket: number, address: string): Promise<boolean> {
    const people = await this.peopleOf(transaction, ticket);
    if (people === null) return false;
    const key = readAddress(address)?.key;
    const person = key === undefined ? null : await this.contacts.personAt(key, transaction);
    if (person !== null && isOneOf(people, person)) return true;
    return this.mails.hasWritten(ticket, [address, ...(person?.addresses ?? [])], transaction);
  }

  private async peopleOf(transaction: Transaction, ticket: number): Promise<TicketPeople | null> {
    try {
      return await this.tickets.people(transaction, ticket);
    } catch (error) {
      if (error instanceof TicketNotFound) return null;
      throw error;
    }
  }
}
