import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/domain/caller.ts';
import { AttachmentContents } from './attachment-contents.service.ts';
import { AttachmentRepository } from './attachment.repository.ts';
import { AttachmentNotFound } from './domain/attachment-not-found.ts';

/** Removes attachments that no message has: first the content, then what tells of it, so that nothing is left unknown. */
@Injectable()
export class AttachmentRemoval {
  constructor(
    private readonly attachments: AttachmentRepository,
    private readonly contents: AttachmentContents,
  ) {}

  /**
   * Removes what the caller has uploaded and not sent.
   *
   * @throws AttachmentNotFound
   * @throws StorageFailure; it is tried again by and by.
   */
  async removeWaiting(id: string, { userId }: Caller): Promise<void> {
    const storage = await this.attachments.claimWaiting(id, userId);
    if (storage === null) throw new AttachmentNotFound();
    await this.contents.remove(id, storage);
    await this.attachments.delete(id);
  }

  /** Removes one, unless a message has it. @throws StorageFailure; it is tried again by and by. */
  async remove(id: string): Promise<void> {
    const storage = await this.attachments.claim(id);
    if (storage === null) return;
    await this.contents.remove(id, storage);
    await this.attachments.delete(id);
  }
}
