import type { IncomingMessage } from 'node:http';
import { Injectable } from '@nestjs/common';
import type { Author } from '../common/author.ts';
import { DomainError } from '../common/problems/domain-error.ts';
import { Settings } from '../config/settings.ts';
import { UnitOfWork } from '../database/unit-of-work.ts';
import { AttachmentContents } from './attachment-contents.service.ts';
import { AttachmentRemoval } from './attachment-removal.service.ts';
import { AttachmentRepository } from './attachment.repository.ts';
import type { Attachment, Measurement, StoredAttachment } from './domain/attachment.ts';
import { AttachmentNotFound } from './domain/attachment-not-found.ts';
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
  keep(file: Omit<SentFile, 'drop'>, uploadedBy: number | null): Promise<Attachment> {
    const added = { name: fileName(file.name), size: file.atMost, uploadedBy };
    return this.fill(added, (id) => this.contents.take(id, file.content));
  }

  /**
   * Copies attachments where they are kept, whoever may read them: all of them, or none is left. Each copy waits a day for its message.
   * They were scanned when they came.
   *
   * @param uploadedBy whose the copies are, who alone may attach them.
   * @throws AttachmentNotFound when one of them is not there, or goes meanwhile.
   * @throws DomainError `attachment_quota_reached`, `attachment_storage_unavailable`.
   */
  async copy(ids: readonly string[], uploadedBy: number): Promise<Attachment[]> {
    const copies: Attachment[] = [];
    try {
      for (const id of ids) copies.push(await this.copyOf(await this.require(id), uploadedBy));
      return copies;
    } catch (error) {
      for (const { id } of copies) await this.removal.remove(id).catch(() => undefined);
      throw error;
    }
  }

  private copyOf(original: StoredAttachment, uploadedBy: number): Promise<Attachment> {
    const { id, name, size } = original;
    return this.fill({ name, size, uploadedBy }, async (copy) => {
      try {
        await this.contents.copy(original, copy);
      } finally {
        // Its content goes after it is marked: what is not marked now was whole.
        await this.require(id);
      }
      return original;
    });
  }

  /** Makes room for one and fills it; of what fails nothing is left. */
  private async fill(
    added: { readonly name: string; readonly size: number; readonly uploadedBy: number | null },
    content: (id: string) => Promise<Measurement>,
  ): Promise<Attachment> {
    const placed = { ...added, storage: this.contents.used };
    const { quotaBytes } = this.settings.attachments;
    const id = await this.unitOfWork.run((transaction) => this.attachments.reserve(transaction, placed, quotaBytes));
    if (id === null) throw quotaReached();
    try {
      const measurement = await content(id);
      await this.attachments.arrive(id, measurement);
      return { id, name: added.name, type: measurement.type, size: measurement.size };
    } catch (error) {
      await this.removal.remove(id).catch(() => undefined);
      throw error;
    }
  }

  private async require(id: string): Promise<StoredAttachment> {
    const attachment = await this.attachments.find(id);
    if (!attachment) throw new AttachmentNotFound();
    return attachment;
  }
}

function quotaReached(): DomainError {
  const detail = 'There is no room left for attachments on this desk. Whoever runs it can make more.';
  return new DomainError('attachment_quota_reached', detail);
}
