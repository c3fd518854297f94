import { Injectable } from '@nestjs/common';
import type { Sender } from '../config/sender-account.ts';
import { withPictureWords } from '../common/picture-names.ts';
import { ERASED_NAME } from '../contacts/domain/contact.ts';
import { KnownContacts } from '../contacts/known-contacts.service.ts';
import { readAddress } from '../contacts/mail-address.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import type { AnswerToSend } from './domain/answer-to-send.ts';
import { type RenderedMail, renderedMail } from './domain/rendered-mail.ts';
import { MailTemplateRepository } from './mail-template.repository.ts';
import { SignatureRepository } from './signature.repository.ts';

/** Makes mails of answers: within the template, with the signature of who wrote them. */
@Injectable()
export class AnswerMails {
  constructor(
    private readonly templates: MailTemplateRepository,
    private readonly signatures: SignatureRepository,
    private readonly contacts: KnownContacts,
  ) {}

  /** The mail as it is kept until it has left: however often it is tried, it says the same. */
  async make(
    transaction: Transaction,
    { ticketId, title, requester, author, answer }: AnswerToSend,
    sender: Pick<Sender, 'fromName' | 'fromAddress'>,
  ): Promise<RenderedMail> {
    const cards = await this.contacts.cards(requester === null ? [] : [requester], transaction);
    return renderedMail(await this.templates.read('reply', transaction), {
      ...{ ticketId, title, agent: author?.name ?? '', desk: deskName(sender) },
      answer: { ...answer, text: withPictureWords(answer.text) },
      customer: requester === null ? '' : greetedAs(cards.get(requester)?.name ?? ''),
      signature: author ? await this.signatures.read(author.id, transaction) : '',
    });
  }
}

/** '' where no name is known: the contact is called by an address then, or was erased. */
export function greetedAs(name: string): string {
  return name === ERASED_NAME || readAddress(name) !== null ? '' : name;
}

/** What the desk is called in mails: by its address where it has no name. */
export function deskName({ fromName, fromAddress }: Pick<Sender, 'fromName' | 'fromAddress'>): string {
  return fromName === '' ? fromAddress : fromName;
}
