import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { AttachmentIntake } from '../attachments/attachment-intake.service.ts';
import { AttachmentRemoval } from '../attachments/attachment-removal.service.ts';
import type { Attachment } from '../attachments/domain/attachment.ts';
import { isSafeImage } from '../attachments/domain/safe-image.ts';
import { tooLarge } from '../attachments/upload-form.ts';
import { DomainError } from '../common/problems/domain-error.ts';
import { Settings } from '../config/settings.ts';
import { filesToKeep, wholeText } from './domain/files-to-keep.ts';
import type { MailFile, ReadMail } from './domain/read-mail.ts';

/** What was kept of the files of a mail. */
export interface KeptFiles {
  /** The ids of attachments that wait for their message. */
  readonly ids: readonly string[];
  /** Pictures among them that HTML may show, by the Content-IDs of the parts that they were. */
  readonly pictures: ReadonlyMap<string, string>;
  /** What could not be kept, and why: a sentence for each. */
  readonly missing: readonly string[];
}

/** Trying again would change nothing about these. */
const REFUSALS: readonly string[] = ['attachment_too_large', 'attachment_infected', 'attachment_quota_reached'];

/** Keeps the files of mails before anything is made of these; what is never used goes within a day. */
@Injectable()
export class MailFiles {
  constructor(
    private readonly settings: Settings,
    private readonly intake: AttachmentIntake,
    private readonly removal: AttachmentRemoval,
  ) {}

  /**
   * Keeps what came with a mail, and its text where that is too long to be shown.
   *
   * @throws DomainError where files cannot be kept at the moment, or the text cannot at all: `isRefusal` tells which.
   */
  async keep(mail: ReadMail, raw: Buffer): Promise<KeptFiles> {
    const [text, ids, missing] = [wholeText(mail), [] as string[], [] as string[]];
    const pictures = new Map<string, string>();
    if (text) ids.push((await this.keepOne(text)).id);
    for (const file of filesToKeep(mail, raw)) {
      try {
        const { id, type } = await this.keepOne(file);
        ids.push(id);
        if (file.inlineId !== null && isSafeImage(type)) pictures.set(file.inlineId, id);
      } catch (error) {
        if (!isRefusal(error)) throw error;
        missing.push(`“${file.name}”: ${error.message}`);
      }
    }
    return { ids, pictures, missing };
  }

  /** Lets go at once of what was kept of a mail that became nothing; what cannot be removed now goes by and by. */
  async discard({ ids }: KeptFiles): Promise<void> {
    for (const id of ids) await this.removal.remove(id).catch(() => undefined);
  }

  private async keepOne({ name, content }: MailFile): Promise<Attachment> {
    const { maxBytes } = this.settings.attachments;
    if (content.length > maxBytes) throw tooLarge(maxBytes);
    const pieces = Readable.from([content], { objectMode: false });
    return this.intake.keep({ name, atMost: content.length, content: pieces }, null);
  }
}

/** Whether something is too large, infected, or more than there is room for. */
export function isRefusal(error: unknown): error is DomainError {
  return error instanceof DomainError && REFUSALS.includes(error.code);
}
