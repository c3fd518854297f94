import { Injectable } from '@nestjs/common';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.ts';
import { OwnAddresses } from '../mail-accounts/own-addresses.service.ts';
import { type Destination, type MailFacts, destinationOf } from './domain/destination.ts';
import type { KeptMail } from './domain/kept-mail.ts';
import type { ReadMail } from './domain/read-mail.ts';
import type { SenderProof } from './domain/sender-proof.ts';
import { ticketInSubject } from './domain/subject.ts';
import { ReplyAddresses } from '../sending/reply-addresses.service.ts';
import { MailRepository } from './mail.repository.ts';
import { SenderCheck } from './reading/sender-check.service.ts';

/** Finds out where mails go, by what the desk knows of them and what the domains of their senders say. */
@Injectable()
export class MailDestinations {
  constructor(
    private readonly mails: MailRepository,
    private readonly senders: SenderCheck,
    private readonly own: OwnAddresses,
    private readonly addresses: ReplyAddresses,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  async of(
    kept: KeptMail,
    raw: Buffer,
    mail: ReadMail,
  ): Promise<{ readonly proof: SenderProof; readonly destination: Destination }> {
    const proof = await this.senders.ask(raw, mail);
    const [fromItself, addressed] = await Promise.all([
      this.own.includes(mail.sender?.address ?? ''),
      this.addresses.ticketOf(mail.reachedAt),
    ]);
    const facts = await this.unitOfWork.run((transaction) => this.factsOf(transaction, kept, mail));
    return { proof, destination: destinationOf(mail, { ...facts, proof, fromItself, addressed }) };
  }

  private async factsOf(
    transaction: Transaction,
    { arrivedAt }: KeptMail,
    { sender, subject, answers }: ReadMail,
  ): Promise<Omit<MailFacts, 'proof' | 'fromItself' | 'addressed'>> {
    const address = sender?.address ?? '';
    const numbered = ticketInSubject(subject);
    const isPart = numbered !== null && (await this.mails.isPartOf(numbered, address, transaction));
    return {
      answered: await this.mails.ticketOf(answers, transaction),
      named: isPart ? numbered : null,
      lately: await this.mails.lately(address, arrivedAt, transaction),
    };
  }
}
