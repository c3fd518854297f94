import { createHash } from 'node:crypto';
import { type MailFields, fieldOf } from '../domain/mail-fields.ts';
import { answeredIds, messageIds } from '../domain/message-ids.ts';
import { decodedWords } from './decoded-words.ts';
import type { ParsedFile } from './parsed-file.ts';
import type { ParsedMail } from './parsed-mail.ts';

/** Fields that are compared by what they say, however they are written. */
const READ: ReadonlySet<string> = new Set(['message-id', 'date', 'subject', 'in-reply-to', 'references']);

/** Fields that servers write on the way of a mail, or rewrite, and what describes its parts, which are compared as they are read. */
const OF_THE_WAY = [
  /^(?:received|received-spf|return-path|delivered-to|apparently-to|envelope-to|original-recipient|delivery-date|lines|status)$/,
  /^(?:x-)?(?:original-)?authentication-results(?:-original)?$/,
  /^(?:arc|dkim|domainkey|content|old|resent)-/,
  /^mime-version$/,
  /^x-(?:original|delivered|envelope|apparently|forwarded|rcpt|real)-?(?:to|for|from|sender|recipient)$/,
  /^x-(?:mail-from|resolved-to|env-sender|return-path|forwarded-encrypted|mime-autoconverted|mimetrack)$/,
  /^x-(?:status|keywords|uid|uidl|imap|imapbase)$/,
  /^x-(?:received|sieve|dkim|mozilla)(?:-|$)/,
  // Scanners.
  /^x-(?:spam|virus|rspam|amavis|bogosity|dspam|scanned|antivirus|antispam|clamav|greylist|policyd|purgate|sophos|barracuda)/,
  /^x-(?:ironport|proofpoint|mimecast|cisco|tm-as|tmase|trend|cmae|msg-ref|feas|quarantine-id)(?:-|$)/,
  // The first word after X is the name of whoever runs it.
  /^x-(?:.+-)?mailscanner(?:-|$)/,
  // Providers.
  /^x-(?:ms|microsoft|exchange|forefront|eop|originatororg|gm|google|yahoo|ymail|aol|gmx|ui|yandex|mailru|qq)(?:-|$)/,
  /^x-(?:zoho|pm|icloud|me|fastmail|hmailserver|ovh|vr|rzg|toi|mdaemon)(?:-|$)/,
] as const;

/**
 * What a mail is known by, however it came: all that was written into its header (Message-ID, date, who wrote it to whom, what it answers and
 * whatever else), its subject, words and files. Two mails of which one of these differs are two; so nobody takes the place of a mail by its
 * Message-ID alone, and a robot that has one for all its mails loses none. Null for a mail that has neither Message-ID nor date: what was
 * sent twice could not be told apart.
 */
export function mailIdentity(fields: MailFields, subject: string, { text, html, files }: ParsedMail): string | null {
  const messageId = messageIds(fieldOf(fields, 'message-id'))[0] ?? '';
  const date = inOneLine(fieldOf(fields, 'date'));
  if (messageId === '' && date === '') return null;
  const written = [...fields]
    .filter(([name]) => !READ.has(name) && !OF_THE_WAY.some((names) => names.test(name)))
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([name, values]) => [name, values.map((value) => inOneLine(decodedWords(value)))]);
  const header = [messageId, date, subject, answeredIds(fields), written];
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
