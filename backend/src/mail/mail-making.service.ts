import { Injectable } from '@nestjs/common';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.ts';
import type { Destination } from './domain/destination.ts';
import type { ReadMail } from './domain/read-mail.ts';
import { MailDestinations } from './mail-destinations.service.ts';
import { type KeptFiles, MailFiles, isRefusal } from './mail-files.service.ts';
import { MailRepository } from './mail.repository.ts';
import { MailSettling } from './mail-settling.service.ts';
import { readMail } from './reading/mail-reader.ts';

const NO_FILES: KeptFiles = { ids: [], pictures: new Map(), missing: [] };

/** Makes of mails what they are: what one becomes and that it has become it are one transaction. */
@Injectable()
export class MailMaking {
  constructor(
    private readonly mails: MailRepository,
    private readonly destinations: MailDestinations,
    private readonly files: MailFiles,
    private readonly settling: MailSettling,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** Makes of a mail that was taken what it is, unless that was done. */
  async make(id: number): Promise<void> {
    const kept = await this.mails.find(id);
    if (!kept?.raw || kept.state !== 'taken') return;
    const mail = await readMail(kept.raw, kept.arrivedAt);
    const { verdict, destination: meant } = await this.destinations.of(kept, kept.raw, mail);
    const { files, destination } = await this.withFiles(mail, kept.raw, meant);
    const manner = { files, ...verdict, keptAt: kept.keptAt, arrivedAt: kept.arrivedAt };
    await this.settling.rememberEarlier(id, mail);
    const isUsed = await this.unitOfWork.run(async (transaction) => {
      if (!(await this.mails.hold(transaction, id, 'taken'))) return false;
      return this.settling.settle(transaction, id, mail, manner, destination);
    });
    if (!isUsed) await this.files.discard(files);
  }

  /**
   * Makes a ticket of a mail that waits for an admin, and writes what comes with that in the same transaction. Gives the number
   * of the ticket; null when the mail does not wait, or is no longer kept.
   *
   * @throws DomainError where its files cannot be kept at the moment, or a text too long to be shown cannot.
   */
  async asTicket(
    id: number,
    also: (transaction: Transaction, ticket: number) => Promise<void>,
  ): Promise<number | null> {
    const kept = await this.mails.find(id);
    if (!kept?.raw || kept.state !== 'quarantined') return null;
    const mail = await readMail(kept.raw, kept.arrivedAt);
    const files = await this.files.keep(mail, kept.raw);
    const manner = { files, proof: kept.proof, keptAt: kept.keptAt };
    const ticket = await this.unitOfWork.run(async (transaction) => {
      if (!(await this.mails.hold(transaction, id, 'quarantined'))) return null;
      const made = await this.settling.settleAsTicket(transaction, id, mail, manner);
      if (made !== null) await also(transaction, made);
      return made;
    });
    if (ticket === null) await this.files.discard(files);
    return ticket;
  }

  /** Keeps the files of a mail that is to be shown; one of which the text cannot be kept waits for an admin instead. */
  private async withFiles(
    mail: ReadMail,
    raw: Buffer,
    destination: Destination,
  ): Promise<{ readonly files: KeptFiles; readonly destination: Destination }> {
    if (destination.to !== 'ticket' && destination.to !== 'message') return { files: NO_FILES, destination };
    try {
      return { files: await this.files.keep(mail, raw), destination };
    } catch (error) {
      if (!isRefusal(error)) throw error;
      const reason = `Its text is too long for a message, and cannot be kept as a file: ${error.message}`;
      return { files: NO_FILES, destination: { to: 'quarantined', reason } };
    }
  }
}
