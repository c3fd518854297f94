import { MESSAGE_MAX } from '../../conversation/domain/message.ts';
import type { MailFile, ReadMail } from './read-mail.ts';

/** More files than that are kept as one: the mail as it came. */
export const FILES_MAX = 100;

/** All that a mail says, where that is more than a message shows; null for nearly all. */
export function wholeText({ text, folded }: ReadMail): MailFile | null {
  const whole = text + folded;
  if ([...whole].length <= MESSAGE_MAX) return null;
  return { name: 'message.txt', type: 'text/plain', content: Buffer.from(whole), inlineId: null };
}

/** What came with a mail. */
export function filesToKeep({ files }: ReadMail, raw: Buffer): readonly MailFile[] {
  if (files.length <= FILES_MAX) return files;
  return [{ name: 'mail.eml', type: 'message/rfc822', content: raw, inlineId: null }];
}
