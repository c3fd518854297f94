import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DomainError } from '../common/problems/domain-error.ts';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.ts';
import { JobHandlers } from '../jobs/job-handlers.ts';
import { ReturnedMails } from '../sending/returned-mails.service.ts';
import { TicketNotFound } from '../tickets/domain/ticket-not-found.ts';
import type { Destination } from './domain/destination.ts';
import type { MailOutcome } from './domain/kept-mail.ts';
import type { ReadMail } from './domain/read-mail.ts';
import { type DeliveryManner, MailDelivery } from './mail-delivery.service.ts';
import { MailDestinations } from './mail-destinations.service.ts';
import { type KeptFiles, MailFiles, isRefusal } from './mail-files.service.ts';
import { READ_MAIL } from './mail-jobs.ts';
import { MailRepository } from './mail.repository.ts';
import { readMail } from './reading/mail-reader.ts';

/** So many mails more a job reads than its own. */
const AT_ONCE = 100;
const GIVEN_UP = 'The desk could not make anything of it';
/** Whoever read a mail so often and never came to an end was taken down by it. */
const READINGS_MAX = 2;
const DEADLY = 'Whoever read it was taken down, time and again';
const NO_FILES: KeptFiles = { ids: [], missing: [] };

/** Reads the mails that were taken, each by a job: what it becomes and that it has become it are one transaction. */
@Injectable()
export class MailIngestion implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly mails: MailRepository,
    private readonly destinations: MailDestinations,
    private readonly files: MailFiles,
    private readonly delivery: MailDelivery,
    private readonly returned: ReturnedMails,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.handlers.add(READ_MAIL, async ({ data: { mail }, last, signal }) => {
      await this.ingest(mail).catch(async (error: unknown) => {
        if (last) await this.quarantine(mail, error);
        throw error;
      });
      await this.ingestOthers(signal);
    });
  }

  /** Makes of a mail what it is, unless that was done; one that takes down whoever reads it waits for an admin. */
  async ingest(id: number): Promise<void> {
    const readings = await this.mails.beginReading(id);
    if (readings > READINGS_MAX) return this.setAside(id, DEADLY);
    if (readings === 0) return;
    try {
      await this.read(id);
    } catch (error) {
      await this.mails.endReading(id);
      throw error;
    }
  }

  private async read(id: number): Promise<void> {
    const kept = await this.mails.find(id);
    if (!kept?.raw || kept.state !== 'taken') return;
    const mail = await readMail(kept.raw, kept.arrivedAt);
    const { proof, destination: meant } = await this.destinations.of(kept, kept.raw, mail);
    const { files, destination } = await this.withFiles(mail, kept.raw, meant);
    await this.unitOfWork.run(async (transaction) => {
      if (!(await this.mails.hold(transaction, id, 'taken'))) return;
      const outcome = await this.deliver(transaction, mail, { files, proof }, destination);
      await this.mails.finish(transaction, id, { ...readOf(mail), proof, ...outcome });
      if (outcome.state === 'quarantined') transaction.tell('quarantine_changed', {});
    });
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
    return this.unitOfWork.run(async (transaction) => {
      if (!(await this.mails.hold(transaction, id, 'quarantined'))) return null;
      const delivered = await this.delivery.asTicket(transaction, mail, { files, proof: kept.proof });
      await this.mails.finish(transaction, id, {
        ...readOf(mail),
        proof: null,
        state: 'ticket',
        reason: null,
        ...delivered,
      });
      transaction.tell('quarantine_changed', {});
      await also(transaction, delivered.ticketId);
      return delivered.ticketId;
    });
  }

  /** Many may have come with a mail; what fails of them is tried again by its own job. */
  private async ingestOthers(signal: AbortSignal): Promise<void> {
    for (const id of await this.mails.unread(AT_ONCE)) {
      if (signal.aborted) return;
      await this.ingest(id).catch(() => undefined);
    }
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

  private async deliver(
    transaction: Transaction,
    mail: ReadMail,
    manner: DeliveryManner,
    destination: Destination,
  ): Promise<Pick<MailOutcome, 'state' | 'reason' | 'ticketId' | 'number'>> {
    const nowhere = { reason: null, ticketId: null, number: null };
    switch (destination.to) {
      case 'ticket':
        return { state: 'ticket', reason: null, ...(await this.delivery.asTicket(transaction, mail, manner)) };
      case 'message':
        return this.join(transaction, mail, manner, destination);
      case 'report':
        if (mail.report) await this.returned.report(transaction, mail.report);
        return { state: 'report', ...nowhere };
      default:
        return { state: destination.to, ...nowhere, reason: destination.reason };
    }
  }

  /** A message; of a ticket that was deleted since, a new one. */
  private async join(
    transaction: Transaction,
    mail: ReadMail,
    manner: DeliveryManner,
    { ticket, reopens }: { readonly ticket: number; readonly reopens: boolean },
  ): Promise<Pick<MailOutcome, 'state' | 'reason' | 'ticketId' | 'number'>> {
    try {
      const { isNewTicket, ...delivered } = await this.delivery.asMessage(transaction, mail, manner, {
        ticket,
        reopens,
      });
      return { state: isNewTicket ? 'ticket' : 'message', reason: null, ...delivered };
    } catch (error) {
      if (!(error instanceof TicketNotFound)) throw error;
      return { state: 'ticket', reason: null, ...(await this.delivery.asTicket(transaction, mail, manner)) };
    }
  }

  private quarantine(id: number, error: unknown): Promise<void> {
    return this.setAside(id, error instanceof DomainError ? error.message : GIVEN_UP);
  }

  private setAside(id: number, reason: string): Promise<void> {
    return this.unitOfWork.run(async (transaction) => {
      const held = await this.mails.hold(transaction, id, 'taken');
      if (held) await this.mails.setAside(transaction, id, reason);
    });
  }
}

function readOf({
  kind,
  sender,
  subject,
  messageId,
}: ReadMail): Pick<MailOutcome, 'kind' | 'sender' | 'senderName' | 'subject' | 'messageId'> {
  return { kind, sender: sender?.address ?? null, senderName: sender?.name ?? null, subject, messageId };
}
