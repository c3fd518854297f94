import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { type AskedContent, AttachmentDownloads, type Download } from '../attachments/attachment-downloads.service.ts';
import { AttachmentIntake } from '../attachments/attachment-intake.service.ts';
import { Attachments, notThere } from '../attachments/attachments.service.ts';
import { AttachmentNotFound } from '../attachments/domain/attachment-not-found.ts';
import type { Attachment, MessagePlace, StoredAttachment } from '../attachments/domain/attachment.ts';
import { PublicMessages } from '../conversation/public-messages.service.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import type { Customer } from './domain/customer.ts';
import { PortalUploadRepository } from './portal-upload.repository.ts';

/** Nobody who works at the desk. */
const NOBODY = { userId: null };

/** The files of customers: those that they send, and those of the messages that they may read. */
@Injectable()
export class CustomerFiles {
  constructor(
    private readonly uploads: PortalUploadRepository,
    private readonly intake: AttachmentIntake,
    private readonly attachments: Attachments,
    private readonly downloads: AttachmentDownloads,
    private readonly messages: PublicMessages,
  ) {}

  /** Takes the file of a form, which waits a day for its message. @throws as `AttachmentIntake.upload` does. */
  async upload(form: IncomingMessage, { id }: Customer): Promise<Attachment> {
    const attachment = await this.intake.upload(form, NOBODY);
    await this.uploads.insert(attachment.id, id);
    return attachment;
  }

  /** Gives files to a message that is written in the same transaction. @throws ValidationFailed when they are not theirs to send. */
  async attach(
    transaction: Transaction,
    ids: readonly string[],
    to: MessagePlace,
    { contacts }: Customer,
  ): Promise<void> {
    if ((await this.uploads.count(ids, contacts, transaction)) < ids.length) throw notThere();
    await this.attachments.attach(transaction, ids, to, NOBODY.userId);
  }

  /**
   * Opens a file that the customer has uploaded, or that came with a message that they may read.
   *
   * @throws AttachmentNotFound
   * @throws DomainError `range_not_satisfiable`, `attachment_storage_unavailable`
   */
  async open(id: string, customer: Customer, asked: AskedContent): Promise<Download> {
    const attachment = await this.attachments.get(id);
    if (!(await this.isReadable(attachment, customer))) throw new AttachmentNotFound();
    return this.downloads.read(attachment, asked);
  }

  private async isReadable({ id, attached, ticketId, number }: StoredAttachment, customer: Customer): Promise<boolean> {
    if (!attached) return (await this.uploads.count([id], customer.contacts)) > 0;
    if (ticketId === null || number === null) return false;
    return (await this.messages.find(ticketId, number, customer)) !== null;
  }
}
