import { createHash } from 'node:crypto';
import { type MailFields, fieldOf } from '../domain/mail-fields.ts';
import { answeredIds, messageIds } from '../domain/message-ids.ts';
import { decodedWords } from './decoded-words.ts';
import type { ParsedFile } from './parsed-file.ts';
import type { ParsedMail } from './parsed-mail.ts';

/** Fields that are written with a mail. What the servers add on its way (`Received`, `Delivered-To`, `X-…`, signatures) is none. */
const WRITTEN = ['from', 'sender', 'reply-to', 'to', 'cc'] as const;

/**
 * What a mail is known by, however it came: its Message-ID, its date, who wrote it to whom, what it answers, its subject, words and files.
 * Two mails of which one of these differs are two; so nobody takes the place of a mail by its Message-ID alone, and a robot that has one for
 * all its mails loses none. Null for a mail that has neither Message-ID nor date: what was sent twice could not be told apart.
 */
export function mailIdentity(fields: MailFields, subject: string, { text, html, files }: ParsedMail): string | null {
  const messageId = messageIds(fieldOf(fields, 'message-id'))[0] ?? '';
  const date = inOneLine(fieldOf(fields, 'date'));
  if (messageId === '' && date === '') return null;
  const people = WRITTEN.map((name) => fields.get(name)?.map((value) => inOneLine(decodedWords(value))));
  const header = [messageId, date, subject, answeredIds(fields), people];
  const body = [sameLines(text), html === null ? null : sameLines(html), files.map(known)];
  return hash(JSON.stringify([header, body]));
}

function known({ name, type, inlineId, content }: ParsedFile): readonly unknown[] {
  return [name, type.toLowerCase(), inlineId, hash(content)];
}

function inOneLine(value: string): string {
  return value.replace(/\s+/g, ' ').trim();
}

/** A text without what servers change of white space: how lines end, and what stands behind their last word or the last line. */
function sameLines(text: string): string {
  return text
    .split(/\r\n|\r|\n/)
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd();
}

function hash(content: string | Buffer): string {
  return createHash('sha256').update(content).digest('hex');
}
