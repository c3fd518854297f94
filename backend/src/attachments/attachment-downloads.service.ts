import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../auth/domain/caller.ts';
import { DomainError } from '../common/problems/domain-error.ts';
import { AttachmentContents } from './attachment-contents.service.ts';
import { Attachments } from './attachments.service.ts';
import type { StoredAttachment } from './domain/attachment.ts';
import { type ByteRange, byteRange } from './domain/byte-range.ts';
import { contentTag, isMet } from './domain/content-tag.ts';

/** What a reader asks of a content by the headers of the request. */
export interface AskedContent {
  readonly range?: string;
  /** The tag of the content to which the range belongs. */
  readonly ifRange?: string;
  /** The tags of contents that the reader has. */
  readonly ifNoneMatch?: string;
}

/** An attachment that is about to be sent: null in place of a content that the reader has, and of a range that is all. */
export interface Download {
  readonly attachment: StoredAttachment;
  readonly content: Readable | null;
  readonly range: ByteRange | null;
}

/** Opens attachments for those who may read them. */
@Injectable()
export class AttachmentDownloads {
  constructor(
    private readonly attachments: Attachments,
    private readonly contents: AttachmentContents,
  ) {}

  /**
   * @throws AttachmentNotFound
   * @throws DomainError `range_not_satisfiable` for a range that is outside, `attachment_storage_unavailable`.
   */
  async open(id: string, caller: Caller, asked: AskedContent): Promise<Download> {
    return this.read(await this.attachments.readable(id, caller), asked);
  }

  /**
   * The same of one that whoever asks may read.
   *
   * @throws DomainError `range_not_satisfiable` for a range that is outside, `attachment_storage_unavailable`.
   */
  async read(attachment: StoredAttachment, asked: AskedContent): Promise<Download> {
    const { size, sha256 } = attachment;
    const tag = contentTag(sha256);
    if (isMet(asked.ifNoneMatch, tag)) return { attachment, content: null, range: null };
    const range = asked.ifRange === undefined || asked.ifRange === tag ? byteRange(asked.range, size) : null;
    if (range === 'outside') throw new DomainError('range_not_satisfiable', `It has ${String(size)} bytes.`);
    return { attachment, content: await this.contents.read(attachment, range), range };
  }
}
