import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Transaction, UnitOfWork } from '../database/unit-of-work.ts';
import { JobHandlers } from '../jobs/job-handlers.ts';
import { TicketNotFound } from '../tickets/domain/ticket-not-found.ts';
import { type Destination, type MailFacts, destinationOf } from './domain/destination.ts';
import type { KeptMail, MailOutcome } from './domain/kept-mail.ts';
import type { ReadMail } from './domain/read-mail.ts';
import { ticketInSubject } from './domain/subject.ts';
import { MailDelivery } from './mail-delivery.service.ts';
import { MAIL_HOUSEKEEPING, READ_MAIL } from './mail-jobs.ts';
import { MailRepository } from './mail.repository.ts';
import { readMail } from './reading/mail-reader.ts';
import { SenderCheck } from './reading/sender-check.service.ts';

/** So many mails more a job reads than its own. */
const AT_ONCE = 100;
const GIVEN_UP = 'The desk could not make anything of it';

/** Reads the mails that were taken, each by a job: what it becomes and that it has become it are one transaction. */
@Injectable()
export class MailIngestion implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly mails: MailRepository,
    private readonly delivery: MailDelivery,
    private readonly senders: SenderCheck,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  onModuleInit(): void {
    this.handlers.add(READ_MAIL, async ({ data: { mail }, last, signal }) => {
      await this.ingest(mail).catch(async (error: unknown) => {
        if (last) await this.quarantine(mail);
        throw error;
      });
      await this.ingestOthers(signal);
    });
    this.handlers.add(MAIL_HOUSEKEEPING, async () => {
      await this.mails.giveUp(GIVEN_UP);
      await this.mails.forget();
    });
  }

  /** Makes of a mail what it is, unless that was done. */
  async ingest(id: number): Promise<void> {
    const kept = await this.mails.find(id);
    if (!kept?.raw || kept.state !== 'taken') return;
    const mail = await readMail(kept.raw, kept.arrivedAt);
    const proof = await this.senders.ask(kept.raw, mail);
    await this.unitOfWork.run(async (transaction) => {
      if (!(await this.mails.hold(transaction, id, ['taken']))) return;
      const facts = await this.factsOf(transaction, kept, mail, proof);
      const outcome = await this.deliver(transaction, mail, destinationOf(mail, facts));
      await this.mails.finish(transaction, id, { ...readOf(mail), proof, ...outcome });
    });
  }

  /**
   * Makes a ticket of a mail that waits for an admin, and writes what comes with that in the same transaction. Gives the number
   * of the ticket; null when the mail does not wait, or is no longer kept.
   */
  async asTicket(
    id: number,
    also: (transaction: Transaction, ticket: number) => Promise<void>,
  ): Promise<number | null> {
    const kept = await this.mails.find(id);
    if (!kept?.raw) return null;
    const mail = await readMail(kept.raw, kept.arrivedAt);
    return this.unitOfWork.run(async (transaction) => {
      if (!(await this.mails.hold(transaction, id, ['quarantined']))) return null;
      const delivered = await this.delivery.asTicket(transaction, mail);
      await this.mails.finish(transaction, id, {
        ...readOf(mail),
        proof: null,
        state: 'ticket',
        reason: null,
        ...delivered,
      });
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

  private async factsOf(
    transaction: Transaction,
    { mailbox, arrivedAt }: KeptMail,
    { sender, subject, answers }: ReadMail,
    proof: MailFacts['proof'],
  ): Promise<MailFacts> {
    const address = sender?.address ?? '';
    const numbered = ticketInSubject(subject);
    const isPart = numbered !== null && (await this.mails.isPartOf(numbered, address, transaction));
    return {
      proof,
      answered: await this.mails.ticketOf(answers, transaction),
      named: isPart ? numbered : null,
      lately: await this.mails.lately(address, arrivedAt, transaction),
      fromItself: mailbox.toLowerCase().startsWith(`${address.toLowerCase()} at `),
    };
  }

  private async deliver(
    transaction: Transaction,
    mail: ReadMail,
    destination: Destination,
  ): Promise<Pick<MailOutcome, 'state' | 'reason' | 'ticketId' | 'number'>> {
    const nowhere = { reason: null, ticketId: null, number: null };
    switch (destination.to) {
      case 'ticket':
        return { state: 'ticket', reason: null, ...(await this.delivery.asTicket(transaction, mail)) };
      case 'message':
        return this.join(transaction, mail, destination);
      case 'report':
        return { state: 'report', ...nowhere };
      default:
        return { state: destination.to, ...nowhere, reason: destination.reason };
    }
  }

  /** A message; of a ticket that was deleted since, a new one. */
  private async join(
    transaction: Transaction,
    mail: ReadMail,
    { ticket, reopens }: { readonly ticket: number; readonly reopens: boolean },
  ): Promise<Pick<MailOutcome, 'state' | 'reason' | 'ticketId' | 'number'>> {
    try {
      const delivered = await this.delivery.asMessage(transaction, mail, ticket, { reopens });
      return { state: 'message', reason: null, ...delivered };
    } catch (error) {
      if (!(error instanceof TicketNotFound)) throw error;
      return { state: 'ticket', reason: null, ...(await this.delivery.asTicket(transaction, mail)) };
    }
  }

  private quarantine(id: number): Promise<void> {
    return this.unitOfWork.run(async (transaction) => {
      const held = await this.mails.hold(transaction, id, ['taken']);
      if (held) await this.mails.setState(transaction, id, 'quarantined', GIVEN_UP);
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
