import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { AttachmentContents } from './attachment-contents.service.ts';
import { AttachmentRepository } from './attachment.repository.ts';
import type { Attachment, MessagePlace } from './domain/attachment.ts';

/** A file of a message, and its content, which is opened when it is read. */
export interface MessageFile extends Attachment {
  readonly content: Readable;
}

/** The files of messages for what sends these, whoever may read them. */
@Injectable()
export class MessageFiles {
  constructor(
    private readonly attachments: AttachmentRepository,
    private readonly contents: AttachmentContents,
  ) {}

  /** In the order in which they were attached. Reading one fails with a `StorageFailure` where it cannot be had. */
  async of({ ticketId, number }: MessagePlace): Promise<MessageFile[]> {
    const found = (await this.attachments.between(ticketId, number, number)).get(number) ?? [];
    return found.map((file) => ({ ...file, content: Readable.from(this.pieces(file.id), { objectMode: false }) }));
  }

  private async *pieces(id: string): AsyncGenerator<Buffer> {
    const stored = await this.attachments.find(id);
    if (!stored) throw new Error('An attachment is not there any more');
    yield* (await this.contents.read(stored, null)) as AsyncIterable<Buffer>;
  }
}
