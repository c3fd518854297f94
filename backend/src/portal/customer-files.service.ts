import { Injectable } from '@nestjs/common';
import { type AskedContent, AttachmentDownloads, type Download } from '../attachments/attachment-downloads.service.ts';
import { Attachments } from '../attachments/attachments.service.ts';
import { AttachmentNotFound } from '../attachments/domain/attachment-not-found.ts';
import type { StoredAttachment } from '../attachments/domain/attachment.ts';
import { PublicMessages } from '../conversation/public-messages.service.ts';
import type { Customer } from './domain/customer.ts';
import { PortalUploadRepository } from './portal-upload.repository.ts';

/** The files that customers may read: those that they have uploaded, and those of the messages that they may read. */
@Injectable()
export class CustomerFiles {
  constructor(
    private readonly uploads: PortalUploadRepository,
    private readonly attachments: Attachments,
    private readonly downloads: AttachmentDownloads,
    private readonly messages: PublicMessages,
  ) {}

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
