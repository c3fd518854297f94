import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import { AttachmentIntake } from '../attachments/attachment-intake.service.ts';
import { Attachments, notThere } from '../attachments/attachments.service.ts';
import type { Attachment, MessagePlace } from '../attachments/domain/attachment.ts';
import type { Transaction } from '../database/unit-of-work.ts';
import type { Customer } from './domain/customer.ts';
import { PortalLimits } from './portal-limits.service.ts';
import { PortalUploadRepository } from './portal-upload.repository.ts';

/** Nobody who works at the desk. */
const NOBODY = { userId: null };

/** The files that customers send. */
@Injectable()
export class CustomerUploads {
  constructor(
    private readonly uploads: PortalUploadRepository,
    private readonly intake: AttachmentIntake,
    private readonly attachments: Attachments,
    private readonly limits: PortalLimits,
  ) {}

  /** Takes the file of a form, which waits a day for its message. @throws TooManyRequests, and as `AttachmentIntake.upload` does. */
  async upload(form: IncomingMessage, customer: Customer): Promise<Attachment> {
    await this.limits.countUpload(customer);
    const attachment = await this.intake.upload(form, NOBODY);
    await this.uploads.insert(attachment.id, customer.id);
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
}
