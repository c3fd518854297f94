import { MESSAGE_MAX } from '../../conversation/domain/message.ts';
import type { MailFile, ReadMail } from './read-mail.ts';

/** More files than that are kept as one: the mail as it came. */
export const FILES_MAX = 100;

/** A picture that HTML shows, of so few bytes, is a point that tells its sender who reads, or a gap. */
const SPECK_BYTES = 100;

/** All that a mail says, where that is more than a message shows; null for nearly all. */
export function wholeText({ text, folded }: ReadMail): MailFile | null {
  const whole = text + folded;
  if ([...whole].length <= MESSAGE_MAX) return null;
  return { name: 'message.txt', type: 'text/plain', content: Buffer.from(whole), inlineId: null };
}

/** What came with a mail, but for pictures that nobody would see. */
export function filesToKeep(mail: ReadMail, raw: Buffer): readonly MailFile[] {
  const files = mail.files.filter((file) => !isSpeck(file));
  if (files.length <= FILES_MAX) return files;
  return [{ name: 'mail.eml', type: 'message/rfc822', content: raw, inlineId: null }];
}

function isSpeck({ type, inlineId, content }: MailFile): boolean {
  return inlineId !== null && type.startsWith('image/') && content.length < SPECK_BYTES;
}
