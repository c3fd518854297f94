import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import type { Author } from '../common/author.ts';
import { DomainError } from '../common/problems/domain-error.ts';
import { Settings } from '../config/settings.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { AttachmentContents } from './attachment-contents.service.ts';
import { AttachmentRemoval } from './attachment-removal.service.ts';
import { AttachmentRepository } from './attachment.repository.ts';
import type { Attachment } from './domain/attachment.ts';
import { fileName } from './domain/file-name.ts';
import { type SentFile, sentFile } from './upload-form.ts';

/** Takes contents in while they come: each piece is measured, scanned and kept before the next one is read. */
@Injectable()
export class AttachmentIntake {
  constructor(
    private readonly settings: Settings,
    private readonly unitOfWork: UnitOfWork,
    private readonly attachments: AttachmentRepository,
    private readonly contents: AttachmentContents,
    private readonly removal: AttachmentRemoval,
  ) {}

  /**
   * Takes the file of a form, which waits a day for its message.
   *
   * @throws DomainError for a form that is none, and all that `keep` throws.
   */
  async upload(request: IncomingMessage, { userId }: Pick<Author, 'userId'>): Promise<Attachment> {
    const file = await sentFile(request, this.settings.attachments.maxBytes);
    return this.keep(file, userId).finally(file.drop);
  }

  /**
   * Keeps a file; of what fails nothing is left.
   *
   * @param uploadedBy who alone may attach it; null for the desk itself.
   * @throws DomainError `attachment_quota_reached`, `attachment_infected`, `attachment_not_scanned`,
   * `attachment_storage_unavailable`, and what its content fails with.
   */
  async keep(file: Omit<SentFile, 'drop'>, uploadedBy: number | null): Promise<Attachment> {
    const [name, size] = [fileName(file.name), file.atMost];
    const added = { name, size, storage: this.contents.used, uploadedBy };
    const { quotaBytes } = this.settings.attachments;
    const id = await this.unitOfWork.run((transaction) => this.attachments.reserve(transaction, added, quotaBytes));
    if (id === null) throw quotaReached();
    try {
      const measurement = await this.contents.take(id, file.content);
      await this.attachments.arrive(id, measurement);
      return { id, name, type: measurement.type, size: measurement.size };
    } catch (error) {
      await this.removal.remove(id).catch(() => undefined);
      throw error;
    }
  }
}

function quotaReached(): DomainError {
  const detail = 'There is no room left for attachments on this desk. Whoever runs it can make more.';
  return new DomainError('attachment_quota_reached', detail);
}
