import { buffer } from 'node:stream/consumers';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/domain/caller.ts';
import { DomainError, TooManyRequests } from '../common/problems/domain-error.ts';
import { AttachmentContents } from './attachment-contents.service.ts';
import { AttachmentRepository } from './attachment.repository.ts';
import { Attachments } from './attachments.service.ts';
import type { StoredAttachment } from './domain/attachment.ts';
import { isSafeImage } from './domain/safe-image.ts';
import { thumbnailOf } from './thumbnail.ts';

/** An image has to be read as a whole to be made small; larger files get no picture. */
const FILE_BYTES_MAX = 20 * 1024 * 1024;
const NONE = Buffer.alloc(0);
/** So many files wait to be made small; who asks for one more comes again. */
const LINE_MAX = 50;
const COME_AGAIN_SECONDS = 5;

/** Small pictures of images, made when somebody first asks, one at a time in a process, and kept. */
@Injectable()
export class AttachmentThumbnails {
  private turn: Promise<unknown> = Promise.resolve();
  /** What is made, or waits for it, by the file that it is of. */
  private readonly line = new Map<string, Promise<Buffer>>();

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
   * @throws TooManyRequests when as many wait for theirs as may.
   */
  async of(id: string, caller: Caller): Promise<Buffer> {
    const attachment = await this.readable.readable(id, caller);
    const isImage = isSafeImage(attachment.type) && attachment.size <= FILE_BYTES_MAX;
    const thumbnail = isImage ? ((await this.attachments.thumbnail(id)) ?? (await this.inTurn(attachment))) : NONE;
    if (thumbnail.length === 0) throw new DomainError('thumbnail_not_found', 'There is no small picture of this file.');
    return thumbnail;
  }

  private inTurn(attachment: StoredAttachment): Promise<Buffer> {
    const { id } = attachment;
    const waiting = this.line.get(id);
    if (waiting) return waiting;
    if (this.line.size >= LINE_MAX)
      throw new TooManyRequests('Many images are being made small already.', COME_AGAIN_SECONDS);
    const made = this.turn.then(() => this.make(attachment)).finally(() => this.line.delete(id));
    this.line.set(id, made);
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
