import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/domain/caller.ts';
import { ValidationFailed } from '../common/problems/domain-error.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import { TicketNotFound } from '../tickets/domain/ticket-not-found.ts';
import { TicketsService } from '../tickets/tickets.service.ts';
import { AttachmentHolders } from './attachment-holders.ts';
import { AttachmentRepository } from './attachment.repository.ts';
import type { Attachment, MessagePlace, StoredAttachment } from './domain/attachment.ts';
import { AttachmentNotFound } from './domain/attachment-not-found.ts';

/** What messages and their readers know of attachments. */
@Injectable()
export class Attachments {
  constructor(
    private readonly attachments: AttachmentRepository,
    private readonly tickets: TicketsService,
    private readonly holders: AttachmentHolders,
  ) {}

  /**
   * One that the caller may read: their own before it is sent, then whoever may read its ticket, or what else has it.
   *
   * @throws AttachmentNotFound, also when its ticket was deleted.
   */
  async readable(id: string, { userId }: Caller): Promise<StoredAttachment> {
    const attachment = await this.get(id);
    if (!(await this.isReadable(attachment, userId))) throw new AttachmentNotFound();
    return attachment;
  }

  /** One, whoever may read it: that is for the caller to decide. @throws AttachmentNotFound */
  async get(id: string): Promise<StoredAttachment> {
    const attachment = await this.attachments.find(id);
    if (!attachment) throw new AttachmentNotFound();
    return attachment;
  }

  /** Those of the messages of a ticket from one number to another, by these numbers, in the order in which they were sent. */
  between(ticketId: number, first: number, last: number): Promise<ReadonlyMap<number, readonly Attachment[]>> {
    return this.attachments.between(ticketId, first, last);
  }

  /** Those of these ids that somebody has uploaded and not sent, in this order. */
  async waiting(ids: readonly string[], uploadedBy: number | null, transaction?: Transaction): Promise<Attachment[]> {
    return ids.length === 0 ? [] : this.attachments.waiting(ids, uploadedBy, transaction);
  }

  /** Those of these ids that are there, whoever may read them, in this order. */
  async named(ids: readonly string[]): Promise<Attachment[]> {
    return ids.length === 0 ? [] : this.attachments.named(ids);
  }

  /**
   * Gives what somebody has uploaded to a holder that is no message, in the same transaction. It is nobody's to send from then on.
   *
   * @throws ValidationFailed when one of them is not there, not theirs, or was sent already.
   */
  async giveTo(transaction: Transaction, ids: readonly string[], by: number): Promise<void> {
    if (ids.length === 0) return;
    if ((await this.attachments.give(transaction, ids, by)) !== new Set(ids).size) throw notThere();
  }

  /**
   * Gives what somebody has uploaded to a message that is written in the same transaction.
   *
   * @param by who uploaded them; null for the desk itself.
   * @throws ValidationFailed when one of them is not there, not theirs, or was sent already.
   */
  async attach(transaction: Transaction, ids: readonly string[], to: MessagePlace, by: number | null): Promise<void> {
    if (ids.length === 0) return;
    const count = await this.attachments.attach(transaction, ids, to, by);
    if (count !== new Set(ids).size) throw notThere();
  }

  /** Gives the attachments of a message back to who uploaded them, to be sent once more; their ids, in order. */
  release(transaction: Transaction, from: MessagePlace): Promise<string[]> {
    return this.attachments.release(transaction, from);
  }

  /** Takes the attachments of a message away for good. */
  detach(transaction: Transaction, from: MessagePlace): Promise<void> {
    return this.attachments.detach(transaction, from);
  }

  private async isReadable({ id, attached, ticketId, uploadedBy }: StoredAttachment, person: number): Promise<boolean> {
    if (!attached) return uploadedBy === person;
    return ticketId === null ? this.holders.mayRead(id, person) : this.isThere(ticketId);
  }

  /** Whether a ticket is there and not deleted. */
  private async isThere(ticketId: number): Promise<boolean> {
    return this.tickets.get(ticketId).then(
      () => true,
      (error: unknown) => {
        if (error instanceof TicketNotFound) return false;
        throw error;
      },
    );
  }
}

/** What somebody names to be sent is not theirs to send. */
export function notThere(): ValidationFailed {
  const message = 'An attachment is not there, was sent already, or is somebody else’s: upload it again.';
  return new ValidationFailed([{ field: 'attachments', code: 'unknown_value', message }]);
}
