import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/domain/caller.ts';
import { DomainError } from '../common/problems/domain-error.ts';
import { AttachmentContents } from './attachment-contents.service.ts';
import { AttachmentRepository } from './attachment.repository.ts';
import { Attachments } from './attachments.service.ts';
import type { StoredAttachment } from './domain/attachment.ts';
import { isSafeImage } from './domain/safe-image.ts';
import { thumbnailOf } from './thumbnail.ts';

/** An image has to be read as a whole to be made small; larger files get no picture. */
const FILE_BYTES_MAX = 20 * 1024 * 1024;
const NONE = Buffer.alloc(0);

/** Small pictures of images, made when somebody first asks, one at a time in a process, and kept. */
@Injectable()
export class AttachmentThumbnails {
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly readable: Attachments,
    private readonly attachments: AttachmentRepository,
    private readonly contents: AttachmentContents,
  ) {}

  /**
   * The small picture of an attachment as WebP.
   *
   * @throws AttachmentNotFound
   * @throws DomainError `thumbnail_not_found` for what is no image, or none of which one can be made.
   */
  async of(id: string, caller: Caller): Promise<Buffer> {
    const attachment = await this.readable.readable(id, caller);
    const isImage = isSafeImage(attachment.type) && attachment.size <= FILE_BYTES_MAX;
    const thumbnail = isImage ? ((await this.attachments.thumbnail(id)) ?? (await this.inTurn(attachment))) : NONE;
    if (thumbnail.length === 0) throw new DomainError('thumbnail_not_found', 'There is no small picture of this file.');
    return thumbnail;
  }

  private inTurn(attachment: StoredAttachment): Promise<Buffer> {
    const made = this.turn.then(() => this.make(attachment));
    this.turn = made.catch(() => undefined);
    return made;
  }

  private async make(attachment: StoredAttachment): Promise<Buffer> {
    const { id } = attachment;
    // Somebody in front may have made it.
    const kept = await this.attachments.thumbnail(id);
    if (kept) return kept;
    const image = await buffer(await this.contents.read(attachment, null));
    const thumbnail = (await thumbnailOf(image)) ?? NONE;
    await this.attachments.keepThumbnail(id, thumbnail);
    return thumbnail;
  }
}
